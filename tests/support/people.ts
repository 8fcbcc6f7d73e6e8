/** An invented person. The region 109901 was never assigned, the numbers 19900xxxxxx and 620000… stand for nobody. */
export interface Person {
  readonly name: string;
  /** 18 characters with a right check character. */
  readonly idNumber: string;
  readonly sex: '男' | '女';
  /** `yyyy-mm-dd` */
  readonly birthDate: string;
  /** 11 digits. */
  readonly phone: string;
  /** 19 digits that satisfy Luhn. */
  readonly account: string;
}

/** The person of that number: always the same one. Different numbers below 1,000,000 give different ids, phones and accounts. */
export function person(index: number, region = unassignedRegion): Person {
  const spread = (index * 7_368_787 + 1_234_567) % (birthDays * 999);
  const birthDate = dayAfter1945(Math.floor(spread / 999));
  const sequence = String((spread % 999) + 1).padStart(3, '0');
  return {
    name: nameOf(spread),
    idNumber: idNumberFrom(region + birthDate.replace(/-/g, '') + sequence),
    sex: Number(sequence[2]) % 2 === 1 ? '男' : '女',
    birthDate,
    phone: `19900${String((index * 77_773 + 31) % 1_000_000).padStart(6, '0')}`,
    account: accountFrom(`620000${String((index * 7_919_191 + 104_729) % 1_000_000_000).padStart(12, '0')}`),
  };
}

/** The people numbered `from`, `from + 1` and so on. */
export const people = (count: number, from = 0): readonly Person[] =>
  Array.from({ length: count }, (_, offset) => person(from + offset));

/** No place in China has this code: the first two digits 10 belong to no province. */
export const unassignedRegion = '109901';

/** The 17 digits with their check character, by the recursive method of ISO 7064 MOD 11-2 (our own code sums weights instead). */
export function idNumberFrom(first17: string): string {
  let product = 0;
  for (const digit of first17) product = ((product + Number(digit)) * 2) % 11;
  const check = (12 - product) % 11;
  return first17 + (check === 10 ? 'X' : String(check));
}

/** The digits with the Luhn digit behind them. */
export function accountFrom(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}

// 1945-01-01 to 2006-12-31, by plain counting so that no clock or time zone has a say.
const birthDays = 22_645;

function dayAfter1945(days: number): string {
  let year = 1945;
  let rest = days;
  for (; rest >= daysOf(year); year++) rest -= daysOf(year);
  const lengths = [31, daysOf(year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  let month = 0;
  for (; rest >= lengths[month]; month++) rest -= lengths[month];
  return `${year}-${String(month + 1).padStart(2, '0')}-${String(rest + 1).padStart(2, '0')}`;
}

const daysOf = (year: number): number => (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 366 : 365);

const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈';
const givens =
  '安本昌成春达德发芳富光贵国海和恒红洪华怀惠吉佳建江金锦菊康兰乐莲良林龙满梅明木宁平启青庆全荣瑞山石世树松天田旺文喜祥新兴秀学阳永玉元云长正志忠';

function nameOf(spread: number): string {
  const first = givens[Math.floor(spread / 50) % givens.length];
  const second = Math.floor(spread / 4000) % (givens.length + 20);
  return surnames[spread % surnames.length] + first + (second < givens.length ? givens[second] : '');
}
