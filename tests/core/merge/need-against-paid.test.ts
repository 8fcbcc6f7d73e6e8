import { needAgainstPaid } from '../../../src/core/merge/need-against-paid';
import { ledgerOf } from '../../support/table';
import { person } from '../../support/people';

const table = (...rows: readonly (readonly [head: number, yuan: number | ''])[]) =>
  ledgerOf(
    [
      '| 行政村 | 户主姓名 | 身份证号 | 救助金额 |',
      ...rows.map(([head, yuan]) => `| 青石村 | ${person(head).name} | ${person(head).idNumber} | ${yuan} |`),
    ].join('\n'),
  );

test('who was listed and not paid, paid and not listed, and amounts that differ', () => {
  const found = needAgainstPaid(
    [table([1, 300], [2, 450], [3, ''], [4, 150])],
    [table([2, 450], [3, 600], [4, 300], [5, 150])],
  );
  expect(found).toMatchObject({ listed: 4, paid: 4, both: 3, withoutNumber: 0 });
  expect(found.notPaid.map(([, name]) => name)).toEqual([person(1).name]);
  expect(found.notListed.map(([, name]) => name)).toEqual([person(5).name]);
  expect(found.otherAmount.map((row) => row.slice(1, 5))).toEqual([
    [person(4).name, person(4).idNumber.slice(-4), 150, 300],
  ]);
});

test('payments in several rows count together, numbers that cannot be compared are counted', () => {
  const lost = ledgerOf(`| 户主姓名 | 身份证号 | 救助金额 |\n| ${person(9).name} | 无 | 150 |`);
  const found = needAgainstPaid([table([1, 300]), lost], [table([1, 100]), table([1, 200])]);
  expect(found.otherAmount).toEqual([]);
  expect(found.withoutNumber).toBe(1);
});
