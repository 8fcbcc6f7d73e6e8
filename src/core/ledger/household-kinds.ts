import { tidyText } from './tidy';

/** A social type of household: its name today, and the words met for it (rules.md H.1). */
export interface HouseholdType {
  readonly name: string;
  readonly also: readonly string[];
  /** Words for the same that are no longer in use. */
  readonly old?: readonly string[];
}

/** The single words of a cell that may name several types, tidied. */
export const typeWordsIn = (text: string): readonly string[] =>
  text
    .split(/[、,，;；/／+＋和及\n]/)
    .map((part) => tidyText(part).replace(/[“”"'()（）]/g, ''))
    .filter((part) => part !== '');

/** The type a word stands for; `undefined` for words that nobody knows. */
export const householdTypeOf = (word: string): HouseholdType | undefined => byWord.get(word);

/** Whether the word is an old name, and the name it has today. */
export function todaysName(word: string): string | undefined {
  const type = byWord.get(word);
  return type?.old?.includes(word) ? type.name : undefined;
}

/** The known word that an unknown one most likely means: one that it holds, or that holds it. */
export function likelyType(word: string): string | undefined {
  if (isInInstitution(word)) return undefined;
  const stem = word.replace(/(家庭|对象|人员|户)$/, '');
  if (stem.length < 2) return undefined;
  const names = new Set(
    [...byWord].filter(([known]) => known.includes(stem) || word.includes(known)).map(([, type]) => type.name),
  );
  return names.size === 1 ? [...names][0] : undefined;
}

/** Whether the word is for a person who lives in a home of the state: such are fed there, not as a household (rules.md H.1). */
export const isInInstitution = (word: string): boolean => /集中(供养|特困|五保)/.test(word);

/** Words of the older dictionary of four types, which some import ledgers still ask for. */
export const olderDictionary: ReadonlySet<string> = new Set([
  '五保户',
  '低保户',
  '重点优抚对象',
  '其他户',
  '困难户',
  '一般户',
]);

export const householdTypes: readonly HouseholdType[] = [
  {
    name: '分散供养特困人员',
    also: [
      '特困人员',
      '特困供养人员',
      '特困户',
      '分散特困供养户',
      '分散供养特困',
      '特困',
      '分散特困供养人员',
      '农村特困人员',
      '特困供养',
      '特困人员家庭',
      '特困人员分散供养',
    ],
    old: ['五保户', '五保', '散居五保', '五保对象', '农村五保', '五保供养对象'],
  },
  {
    name: '低保户',
    also: [
      '低保',
      '低保对象',
      '农村低保',
      '城市低保',
      '低保家庭',
      '最低生活保障家庭',
      '农村低保户',
      '受灾低保对象',
      '最低生活保障对象',
      '农村低保对象',
    ],
  },
  {
    name: '低保边缘户',
    also: [
      '低保边缘家庭',
      '低边',
      '低边户',
      '农村低保边缘家庭',
      '低保边缘',
      '低收入家庭',
      '低保边缘对象',
      '低保边缘人口',
    ],
  },
  {
    name: '脱贫户',
    also: ['脱贫人口', '脱贫享受政策户', '因灾脱贫户', '已脱贫户', '稳定脱贫户', '脱贫人员'],
    old: ['建档立卡贫困户', '建档立卡脱贫户', '建档立卡户', '贫困户', '建卡贫困户'],
  },
  {
    name: '防止返贫监测对象',
    also: [
      '返贫监测对象',
      '监测对象',
      '监测户',
      '防返贫监测对象',
      '三类监测户',
      '三类户',
      '防止返贫监测户',
      '监测帮扶对象',
    ],
  },
  { name: '脱贫不稳定户', also: ['不稳定脱贫户', '脱贫不稳定', '脱贫监测户'] },
  { name: '边缘易致贫户', also: ['易致贫户', '边缘易致贫', '边缘户'] },
  { name: '突发严重困难户', also: ['严重困难户', '突发困难户', '突发严重困难'] },
  { name: '散居孤儿', also: ['孤儿', '社会散居孤儿', '孤儿/事实无人抚养儿童'] },
  { name: '事实无人抚养儿童', also: ['孤困儿童', '困境儿童'] },
  { name: '留守儿童', also: ['农村留守儿童'] },
  { name: '留守老人', also: ['空巢老人', '独居老人', '农村留守老人', '孤寡老人', '高龄老人'] },
  {
    name: '残疾人家庭',
    also: ['残疾人', '残疾户', '困难残疾户', '贫困残疾户', '重度残疾人', '困难残疾人', '残疾家庭', '残疾'],
  },
  { name: '重点优抚对象', also: ['优抚对象', '困难优抚对象', '优抚户', '军烈属', '退役军人', '烈属', '优抚'] },
  { name: '倒房重建户', also: ['倒房户', '倒损房屋户', '倒损户', '房屋倒损户', '重建户', '因灾倒房户'] },
  {
    name: '其他户',
    also: [
      '一般户',
      '一般困难户',
      '其他困难人员',
      '普通受灾户',
      '困难户',
      '其他',
      '一般',
      '其他因灾困难户',
      '一般农户',
      '普通农户',
      '其他困难户',
      '其他受灾户',
      '因灾困难户',
      '受灾户',
      '一般受灾户',
      '临时困难户',
      '普通户',
      '无',
      '一般群众',
    ],
  },
  {
    name: '重点困难户',
    also: [
      '重灾户',
      '重点户',
      '特别困难户',
      '一类',
      '二类',
      '三类',
      '一类户',
      '二类户',
      '三类户',
      '重点',
      '重点受灾户',
      '特困难户',
    ],
  },
];

const byWord: ReadonlyMap<string, HouseholdType> = new Map(
  householdTypes.flatMap((type) => [type.name, ...type.also, ...(type.old ?? [])].map((word) => [word, type] as const)),
);
