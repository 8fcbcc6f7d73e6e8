import { entriesWhere } from '../ledger/entries-where';
import { birthDateOf, isNameOnly, likenessOf } from '../ledger/agreement';
import type { Ledger } from '../ledger/ledger';
import { idNumberColumn } from '../ledger/id-number-column';
import { mixed } from '../ledger/repeated-values';
import { nameKey } from '../ledger/names';
import { entriesByValue, personName, type LedgerEntry } from '../ledger/same-people';
import { defineCheck } from './check';

export default defineCheck({
  id: 'person-listed-twice',
  title: '可能是同一人登记两次',
  why: '号码抄错、没填或换了证件时，只比身份证号找不出重复；姓名、生日、住处、电话和账号合起来看才认得出。',
  source: '镇远县尚寨土家族乡冬春救助方案：不漏户、不漏人、不重复统计',
  severity: 'warning',
  needsOneOf: ['householdHead', 'memberName'],
  reads: [
    'idNumber',
    'birthDate',
    'villageName',
    'villagerGroup',
    'homeAddress',
    'phone',
    'cardAccount',
    'householdSize',
    'headIdNumber',
  ],
  comparedBy: 'name',
  messages: {
    likely: '与前面登记的“{name}”{words}相同，{other}，很可能是同一人，请对照身份证核对后只保留一处。',
    possible: '与前面登记的“{name}”{words}相同，{other}，可能是同一人，请对照身份证核对。',
    doubtful: '与前面登记的“{name}”{words}相同，{other}，无法用号码区分，请补全号码后核对是不是同一人。',
  },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 | 行政村 |\n| 杜海 | 10990119881010130X | 青石村 |\n| 杜海 | 109901194612212932 | 青石村 |\n| 宋兰 | 无 | 青石村 |\n| 宋兰 | 无 | 柳溪村 |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 | 行政村 | 联系电话 |\n| 林旺满 | 109901194805208032 | 青石村 | 19900000001 |\n| 林旺满 | 109901194805208075 | 柳溪村 | 19900000001 |',
      '| 户主姓名 | 身份证号 | 行政村 |\n| 林旺满 | 109901194805208032 | 青石村 |\n| 林旺满 | 109901194805208075 | 柳溪村 |',
      '| 户主姓名 | 身份证号 | 行政村 |\n| 宋兰 | 无 | 青石村 |\n| 宋兰 | 无 | 青石村 |',
    ],
  },
  *across(ledgers) {
    for (const entryIs of ['household', 'person'] as const) {
      const own = ledgers.filter((ledger) => ledger.entryIs === entryIs);
      const open = yield* openNames(own);
      const byName = yield* entriesByValue(own, (ledger) => keyIn(ledger, open));
      let looked = 0;
      for (const group of byName.values()) {
        if ((looked += group.length) > 500) {
          looked = 0;
          yield;
        }
        const named = comparableIn(group);
        for (const [index, place] of group.entries()) {
          const before = named(index).find((at) => likenessOf(group[at], place));
          const found = before !== undefined && likenessOf(group[before], place);
          if (before === undefined || !found) continue;
          const { band, same: words, different } = found;
          const other = different ? `${different}不同` : '其余没有可比的';
          const data = { name: personName(group[before]) ?? '', words, other };
          yield { message: band, data, at: nameAt(place), also: [nameAt(group[before])] };
        }
      }
    }
  },
});

const nameAt = (place: LedgerEntry) => ({
  ...place,
  field:
    place.ledger.entryIs === 'person' && place.ledger.columns.memberName
      ? ('memberName' as const)
      : ('householdHead' as const),
});

/** Of a very common name, so many of the nearest rows are enough: each likely pair shows at its later row. */
const nearest = 100;

/**
 * For each row of a group, in its order, the earlier rows that could be the same person, nearest first: those born on the
 * same day, and those of which nothing but the name is known. Looking at all pairs of a common name would take minutes.
 */
function comparableIn(group: readonly LedgerEntry[]): (index: number) => readonly number[] {
  const bornOn = new Map<string, number[]>();
  const nameOnly: number[] = [];
  return (index) => {
    const place = group[index];
    if (isNameOnly(place)) {
      nameOnly.push(index);
      return Array.from({ length: Math.min(index, nearest) }, (_, back) => index - 1 - back);
    }
    const born = birthDateOf(place);
    const sameDay = born === undefined ? undefined : bornOn.get(born);
    const earlier = [...(sameDay ?? []).slice(-nearest), ...nameOnly.slice(-nearest)];
    if (sameDay) sameDay.push(index);
    else if (born !== undefined) bornOn.set(born, [index]);
    return earlier.sort((left, right) => right - left).slice(0, nearest);
  };
}

/** The names of entries that no number tells apart from their namesakes. */
function* openNames(ledgers: readonly Ledger[]): Generator<undefined, ReadonlySet<string>> {
  const open = new Set<string>();
  for (const ledger of ledgers) {
    const regions = ledger.columns.idNumber && idNumberColumn(ledger.columns.idNumber.typed).regions;
    const unnumbered = yield* entriesWhere(ledger.rows.length, (entry) => !regions || regions[entry] === 0);
    for (const entry of unnumbered) {
      const name = personName({ ledger, entry });
      if (name !== undefined) open.add(nameKey(name));
    }
  }
  return open;
}

/** Namesakes are worth comparing where they were born on one day, or where one of them has no number. */
function keyIn(ledger: Ledger, open: ReadonlySet<string>): (entry: number) => string | number | undefined {
  const { idNumber, memberName, householdHead } = ledger.columns;
  const births = idNumber && idNumberColumn(idNumber.typed).births;
  const regions = idNumber && idNumberColumn(idNumber.typed).regions;
  const own = ledger.entryIs === 'person' ? memberName?.values : undefined;
  return (entry) => {
    const name = own?.[entry] ?? householdHead?.values[entry];
    if (name === undefined) return undefined;
    const key = nameKey(name);
    return !births || regions?.[entry] === 0 || (open.size > 0 && open.has(key))
      ? key
      : nameAndBirth(key, births[entry]);
  };
}

/** As one small number, which is much cheaper to look up than a text; two may rarely share it, and are then told apart. */
function nameAndBirth(name: string, birth: number): number {
  let hash = birth;
  for (let index = 0; index < name.length; index++) hash = (Math.imul(hash, 31) + name.charCodeAt(index)) | 0;
  return mixed(hash) >>> 2;
}
