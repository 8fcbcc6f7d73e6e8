import { ledgerTotals, totalInWords } from '../../src/tasks/ledger-totals';
import { ledgerOf, workbookOf } from '../support/table';

const ledger = (table: string) => ledgerOf(workbookOf({ 台账: table }));

test('households, people and money by village and class, and what is without an amount', () => {
  const totals = ledgerTotals([
    ledger(
      [
        '| 户主姓名 | 行政村 | 家庭类型 | 需救助人口 | 救助金额（元） |',
        '| 林旺满 | 青石村 | 低保户 | 2 | 300 |',
        '| 杜海 | 青石村 | 其他户 | 3 | |',
        '| 宋兰 | 柳溪村 | 低保户 | 1 | 150.5 |',
      ].join('\n'),
    ),
  ]);
  expect(totals.map(({ title, rows }) => ({ title, lines: rows.map(totalInWords) }))).toEqual([
    {
      title: '按行政村',
      lines: ['青石村：2 户，需救助 5 人，300 元（1 户没有金额）', '柳溪村：1 户，需救助 1 人，150.50 元'],
    },
    {
      title: '按家庭类型',
      lines: ['低保户：2 户，需救助 3 人，450.50 元', '其他户：1 户，需救助 3 人（1 户没有金额）'],
    },
  ]);
  expect(totals.map(({ all }) => totalInWords(all))).toEqual([
    '合计：3 户，需救助 6 人，450.50 元（1 户没有金额）',
    '合计：3 户，需救助 6 人，450.50 元（1 户没有金额）',
  ]);
});

test('a ledger without money has no totals', () => {
  expect(ledgerTotals([ledger('| 户主姓名 | 行政村 |\n| 林旺满 | 青石村 |')])).toEqual([]);
});

test('groups of one name in two villages stay two', () => {
  const [, groups] = ledgerTotals([
    ledger(
      '| 户主姓名 | 行政村 | 村民小组 | 救助金额（元） |\n| 林旺满 | 青石村 | 一组 | 300 |\n| 宋兰 | 柳溪村 | 一组 | 150 |',
    ),
  ]);
  expect(groups.title).toBe('按村民小组');
  expect(groups.rows.map(totalInWords)).toEqual(['青石村一组：1 户，300 元', '柳溪村一组：1 户，150 元']);
});
