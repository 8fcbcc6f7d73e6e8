import { entriesWhere } from '../ledger/entries-where';
import { idNumberColumn } from '../ledger/id-number-column';
import { regionKnown } from '../ledger/region-codes';
import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-region-unknown',
  title: '身份证号的地区码没有见过',
  why: '身份证号前 6 位是办证时的县、区，县、区撤销后号码不变；全国没有过的代码，多半是抄错，或者号码是编的。',
  source: 'GB/T 2260 行政区划代码 1980 年以来各版（含已撤销的，到 2023 年 6 月）',
  severity: 'warning',
  needs: ['idNumber'],
  messages: {
    unknown: '身份证号前 6 位“{actual}”不是见过的地区代码，请对照身份证核对整个号码。',
    county:
      '身份证号前 4 位的地市有，前 6 位“{actual}”的县、区没有见过：可能是新设的县、区，也可能第 5、6 位抄错，请对照身份证核对。',
  },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 |\n| 张三 | 11010519491231002X |\n| 李四 | 610104196209276908 |\n| 王五 | 440308199901101512 |',
      // Where most of a ledger has one code, our list is behind and not the ledger.
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 陈龙祥 | 109901196807309661 |\n| 杜海 | 10990119881010130X |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 张三 | 11010519491231002X |\n| 李四 | 610104196209276908 |\n| 林旺满 | 109901194805208032 |',
      '| 户主姓名 | 身份证号 |\n| 张三 | 11010519491231002X |\n| 李四 | 610104196209276908 |\n| 林旺满 | 110198194904032211 |',
    ],
  },
  *across(ledgers) {
    for (const ledger of ledgers) {
      const { isCitizen, regions } = idNumberColumn(ledger.columns.idNumber.typed);
      const [counts, all] = countCodes(isCitizen, regions);
      yield;
      // A code that many share is a county newer than our list; a slip stands alone.
      const odd = new Set(
        [...counts]
          .filter(([one, times]) => times < 3 && times < all && regionKnown(String(one)) !== 'county')
          .map(([one]) => one),
      );
      if (odd.size === 0) continue;
      const found = yield* entriesWhere(isCitizen.length, (entry) => isCitizen[entry] === 1 && odd.has(regions[entry]));
      for (const entry of found) {
        const actual = regions[entry];
        const message = regionKnown(String(actual)) === 'prefecture' ? 'county' : 'unknown';
        yield { message, data: { actual }, at: { ledger, entry, field: 'idNumber' } };
      }
    }
  },
});

/** How many sound numbers have each code, and how many there are. */
function countCodes(isCitizen: Uint8Array, regions: Int32Array): readonly [ReadonlyMap<number, number>, number] {
  const counts = new Map<number, number>();
  let [all, code, count] = [0, 0, 0];
  for (let entry = 0; entry < isCitizen.length; entry++) {
    if (isCitizen[entry] === 0) continue;
    all++;
    // Neighbours in a list mostly live in one county.
    if (regions[entry] !== code) {
      if (count > 0) counts.set(code, count);
      code = regions[entry];
      count = counts.get(code) ?? 0;
    }
    count++;
  }
  if (count > 0) counts.set(code, count);
  return [counts, all];
}
