/**
 * Whether the first six digits of an identity number can be a region, abolished ones included: numbers are not changed
 * when a county is. Prefectures are told one by one; of the counties below them only the range of their digits, since the
 * abolished ones of fifty years are known to no one list (GB/T 2260; the residence permits of Hong Kong, Macao and Taiwan).
 */
export function isKnownRegion(code: string): boolean {
  const known = answers.get(code);
  if (known !== undefined) return known;
  const answer = lookUp(code);
  if (answers.size < 20_000) answers.set(code, answer);
  return answer;
}

const answers = new Map<string, boolean>();

/** Prefectures by province: cities from 01 on, 地区, 盟 and 自治州 from 21 on, counties under the province itself 51 and 90. */
const prefectures: Readonly<Record<string, string>> = {
  11: '01-02',
  12: '01-02',
  13: '01-11,21-30',
  14: '01-11,21-27',
  15: '01-09,21-29',
  21: '01-14,21-22',
  22: '01-08,21-24',
  23: '01-12,21-27',
  31: '01-02',
  32: '01-13,21-27',
  33: '01-11,21-29',
  34: '01-18,21-29',
  35: '01-09,21-27',
  36: '01-11,21-26',
  37: '01-17,21-29',
  41: '01-17,21-30,90',
  42: '01-13,21-29,90',
  43: '01-13,21-33',
  44: '01-32,51-53',
  45: '01-14,21-28',
  46: '00-04,90',
  50: '01-03',
  51: '01-39',
  52: '01-06,21-27',
  53: '01-09,21-35',
  54: '01-06,21-28',
  61: '01-10,21-28',
  62: '01-12,21-30',
  63: '01-02,21-28',
  64: '01-05,21-22',
  65: '01-05,21-43,90',
};

const permits = new Set(['810000', '820000', '830000']);

/** Districts and counties 01 to 57, county-level cities from 81 on; those under the province itself may have any number. */
function lookUp(code: string): boolean {
  if (permits.has(code)) return true;
  const ranges = prefectures[code.slice(0, 2)];
  if (!ranges) return false;
  const [prefecture, county] = [Number(code.slice(2, 4)), Number(code.slice(4, 6))];
  const isPrefecture = ranges.split(',').some((range) => {
    const [first, last = first] = range.split('-').map(Number);
    return prefecture >= first && prefecture <= last;
  });
  return isPrefecture && ((county >= 1 && county <= 57) || county >= 81 || prefecture === 90);
}
