/**
 * The word in a remark that says the person of the row has died; `undefined` where none does, or where it is said of a
 * relative, of a count of persons or animals, or denied. Each clause is read by itself.
 */
export function saidDead(remark: string): string | undefined {
  if (!anyDeath.test(remark)) return undefined;
  for (const clause of remark.replace(/\s+/g, '').split(/[，。；,;、]+/)) {
    const found = death.exec(clause);
    if (!found || denied.test(clause)) continue;
    // What follows 户主 is said of the head, but for 户主之妻.
    const before = clause.slice(0, found.index).replace(ofHead, '');
    if (!others.test(before)) return found[0];
  }
  return undefined;
}

const anyDeath = /故|死|世|亡/;
const death = /已故|亡故|病故|身故|去世|过世|逝世|离世|死亡|已死|已亡/;
const ofHead = /^.*(户主|本人)(?!之?(妻|夫|父|母|儿|女|子|配偶|丈夫|老伴|爱人|兄|弟|姐|妹))/;
const others =
  /配偶|丈夫|妻|老公|老伴|爱人|父|母|爸|妈|爷|奶|公公|婆|儿|子女|女|孙|兄|弟|姐|妹|媳|婿|亲人|家属|家人|成员|牛|羊|猪|鸡|鸭|牲|畜|禽|树|苗/;
const denied = /(未|无|没有|非|不是|尚未).{0,2}(故|去世|过世|死亡|亡)|在世|死亡人数|\d\s*(人|名|口|头|只)/;
