import { totalsBy } from '../../../src/core/fills/totals-by';
import { ledgerOf } from '../../support/table';

const east = ledgerOf(`
  | 户主姓名 | 行政村 | 需救助人口 | 救助金额（元） | 核准救助口粮（公斤） |
  | 甲乙     | 东村   | 3          | 450            | 10 |
  | 丙丁     | 西村   | 2          |                |    |
  | 戊己     | 东村   | 1          | 150            | 5  |
  | 合计     |        | 6          | 600            | 15 |`);
const west = ledgerOf(`
  | 户主姓名 | 行政村 | 需救助人口 | 救助金额（万元） | 核准救助口粮（斤） |
  | 庚辛     | 西村   | 4          | 0.06             | 7 |
  | 壬癸     |        | 1          | 0.015            |   |`);

test('sums by village over all ledgers, whatever their units; total rows are not counted', () => {
  expect(totalsBy([east, west], 'villageName', ['peopleInNeed', 'reliefAmount', 'approvedGrain'])).toEqual([
    { name: '东村', entries: 2, sums: { peopleInNeed: 4, reliefAmount: 60000, approvedGrain: 30 }, without: {} },
    {
      name: '西村',
      entries: 2,
      sums: { peopleInNeed: 6, reliefAmount: 60000, approvedGrain: 7 },
      without: { reliefAmount: 1, approvedGrain: 1 },
    },
    { name: '', entries: 1, sums: { peopleInNeed: 1, reliefAmount: 15000 }, without: { approvedGrain: 1 } },
  ]);
});

test('a column that a ledger does not have leaves all its rows without', () => {
  expect(totalsBy([east], 'villagerGroup', ['goodsValue'])).toEqual([
    { name: '', entries: 3, sums: {}, without: { goodsValue: 3 } },
  ]);
});
