/** The words in a remark that say someone is away from home for work or for long; `undefined` where none does. */
export const saidAway = (remark: string): string | undefined => saysAway.exec(remark.replace(otherTrips, ''))?.[0];

/** The same, where only words that speak of a long time count. */
export const saidAwayForLong = (remark: string): string | undefined =>
  saysLongAway.exec(remark.replace(otherTrips, ''))?.[0];

/** Whether the remark says that whoever was away has come back. */
export const saysBack = (remark: string): boolean =>
  /(?<![未没不]|没有|尚未|还未)(返乡|返回|已返|回乡|回村|回家|已回|归来)/.test(remark);

// 室外出水, 此外出现 and 存在外债 hold the same characters and say nothing of anyone's absence.
const saysAway =
  /(常年|长年|长期|多年)?((?<![室户野此另])外出(?!现)|(?<!存)在外(?!债)|不在家|不在村|不在本地)(务工|打工|经商|居住|生活)?|务工|打工|常年不在|长期不在/;
const saysLongAway = /(常年|长年|长期|多年)(外出|在外|不在)(务工|打工|家|村|本地)?/;

/** Not away, away for something else than work and life, or a person that others left behind at home. */
const otherTrips =
  /(从未|没有|未曾|未|无|非|不)(长期|常年)?(外出|在外)(务工|打工|人员)*|外出(就医|看病|治疗|住院|求医|复查)|(禁止|不得|限制)外出/g;
