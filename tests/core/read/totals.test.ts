import { ledgerOf } from '../../support/table';

const covered = (table: string) => ledgerOf(table).totals.map(({ row, from, to }) => `${row}: ${from}-${to}`);
const id = '11010519491231002X';

describe('which entries a total covers', () => {
  test('a subtotal its own block, the total all', () => {
    expect(
      covered(`
      | 户主姓名 | 身份证号 | 救助金额 |
      | 张一 | ${id} | 1 |
      | 张二 | ${id} | 2 |
      | 小计 | | 3 |
      | 张三 | ${id} | 4 |
      | 小计 | | 4 |
      | 合计 | | 7 |`),
    ).toEqual(['4: 0-2', '6: 2-3', '7: 0-3']);
  });

  test('villages one under the other, each with its own 合计, and a 总计 for all', () => {
    expect(
      covered(`
      | 户主姓名 | 身份证号 | 救助金额 |
      | 张一 | ${id} | 1 |
      | 合计 | | 1 |
      | 户主姓名 | 身份证号 | 救助金额 |
      | 张二 | ${id} | 2 |
      | 张三 | ${id} | 2 |
      | 合计 | | 4 |
      | 总计 | | 5 |`),
    ).toEqual(['3: 0-1', '7: 1-3', '8: 0-3']);
  });

  test('totals over their entries', () => {
    expect(
      covered(`
      | 户主姓名 | 身份证号 | 救助金额 |
      | 合计 | | 7 |
      | 上寨村小计 | | 3 |
      | 张一 | ${id} | 1 |
      | 张二 | ${id} | 2 |
      | 下寨村小计 | | 4 |
      | 张三 | ${id} | 4 |`),
    ).toEqual(['2: 0-3', '3: 0-2', '6: 2-3']);
  });
});

describe('what a total says', () => {
  test('a formula is recomputed; what was last calculated is not believed', () => {
    const [total] = ledgerOf(`
      | 户主姓名 | 身份证号 | 家庭人口 | 救助金额（万元） |
      | 张一 | ${id} | 3 | 0.03 |
      | 张二 | ${id} | 4 | 0.045 |
      | 合计 | | =SUBTOTAL(109,C2:C3) -> 6 | =ROUND(SUM(D2:D3),4) -> 9 |`).totals;
    expect(total.cells.householdSize).toEqual({ typed: 6, value: 7, formula: 'SUBTOTAL(109,C2:C3)' });
    expect(total.cells.reliefAmount).toEqual({ typed: 9, value: 75000, formula: 'ROUND(SUM(D2:D3),4)' });
  });

  test('a formula beyond us is not judged; a figure is taken as typed', () => {
    const [total] = ledgerOf(`
      | 户主姓名 | 身份证号 | 家庭人口 | 救助金额 |
      | 张一 | ${id} | 3 | 300 |
      | 合计 | | 3人 | =SUMIF(A:A,"张*",D:D) -> 300 |`).totals;
    expect(total.cells.householdSize).toEqual({ typed: '3人', value: 3 });
    expect(total.cells.reliefAmount).toEqual({ typed: 300, value: undefined, formula: 'SUMIF(A:A,"张*",D:D)' });
  });

  test('words in a total row are no figure', () => {
    expect(
      ledgerOf(`
      | 户主姓名 | 身份证号 | 救助金额 |
      | 张一 | ${id} | 300 |
      | 合计 | | 叁佰元整 |`).totals[0].cells,
    ).toEqual({});
  });
});
