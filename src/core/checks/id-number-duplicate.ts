import { comparableIdNumber, idNumberTail } from '../ledger/id-number';
import { valueOf, type Ledger } from '../ledger/ledger';
import { defineCheck } from './check';

export default defineCheck({
  id: 'id-number-duplicate',
  title: '身份证号重复',
  why: '同一人登记两次会重复统计、重复发放；全部 18 位都相同才算重复，15 位旧号码与 18 位号码按同一人比对。',
  source: '镇远县尚寨土家族乡冬春救助方案：不漏户、不漏人、不重复统计',
  severity: 'error',
  needs: ['idNumber'],
  messages: {
    sameName: '“{name}”在前面已登记过（身份证号末四位 {tail}），请核对后只保留一处。',
    otherName: '身份证号（末四位 {tail}）与前面登记的“{name}”相同，请对照身份证核对两人的号码。',
    unnamed: '身份证号（末四位 {tail}）在前面已登记过，请核对后只保留一处。',
  },
  examples: {
    good: [
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 陈龙祥 | 109901196807309661 |',
      // Two that differ only behind the 15th digit, which a count in a spreadsheet takes for one.
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 109901194805208032 |\n| 林旺发 | 109901194805208075 |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | 无 |\n| 陈龙祥 | 无 |\n| 杜海 | 109901********130X |\n| 宋兰 | 109901********130X |',
      '| 户主姓名 | 身份证号 |\n| 林旺满 | n:109901194805208032 |\n| 陈龙祥 | n:109901194805208032 |',
    ],
    bad: [
      '| 户主姓名 | 身份证号 |\n| 杜海 | 10990119881010130X |\n| 陈龙祥 | 109901196807309661 |\n| 杜海 | 10990119881010130x |',
      '| 户主姓名 | 身份证号 |\n| 李四 | 610104620927690 |\n| 李四 | 610104196209276908 |',
      '| 户主姓名 | 身份证号 | 备注 |\n| | 10990119881010130X | 户主待定 |\n| 宋兰 | 10990119881010130X | |',
      {
        tables: [
          '| 户主姓名 | 身份证号 |\n| 杜海 | 10990119881010130X |',
          '| 户主姓名 | 身份证号 |\n| 宋兰 | 10990119881010130X |',
        ],
      },
    ],
  },
  // A head stands in the household ledger and again in the roster of members: each sort is compared within itself.
  *across(ledgers) {
    for (const entryIs of ['household', 'person'] as const) {
      const first = new Map<string, number>();
      const groups = new Map<string, number[]>();
      for (const [index, ledger] of ledgers.entries()) {
        if (ledger.entryIs !== entryIs) continue;
        for (let entry = 0; entry < ledger.rows.length; entry++) {
          if (entry % 4096 === 4095) yield;
          const idNumber = comparableIdNumber(ledger.columns.idNumber.typed[entry]);
          if (idNumber === undefined) continue;
          const here = index * placesPerLedger + entry;
          const before = first.get(idNumber);
          const group = groups.get(idNumber);
          if (before === undefined) first.set(idNumber, here);
          else if (group) group.push(here);
          else groups.set(idNumber, [before, here]);
        }
      }
      for (const [idNumber, group] of groups) {
        const places = group.map((place) => placeOf(ledgers, place));
        const name = nameAt(places[0]);
        const tail = idNumberTail(idNumber);
        for (const at of places.slice(1)) {
          const also = places.filter((place) => place !== at).slice(0, mostShown);
          if (name === undefined) yield { message: 'unnamed', data: { tail }, at, also };
          else if (name === nameAt(at)) yield { message: 'sameName', data: { name, tail }, at, also };
          else yield { message: 'otherName', data: { name, tail }, at, also };
        }
      }
    }
  },
});

// A row and its ledger in one number, so that nothing is made for the many rows that stand alone.
const placesPerLedger = 2 ** 21;

/** Where one number fills a whole column, each row need not list all others. */
const mostShown = 20;

const placeOf = (ledgers: readonly Ledger[], place: number) => ({
  ledger: ledgers[Math.floor(place / placesPerLedger)],
  entry: place % placesPerLedger,
  field: 'idNumber' as const,
});

const nameAt = ({ ledger, entry }: { readonly ledger: Ledger; readonly entry: number }): string | undefined =>
  (ledger.entryIs === 'person' ? valueOf(ledger, entry, 'memberName') : undefined) ??
  valueOf(ledger, entry, 'householdHead');
