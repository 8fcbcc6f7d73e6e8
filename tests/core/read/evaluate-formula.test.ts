import { formulaEvaluator } from '../../../src/core/read/evaluate-formula';
import { sheetOf, type SheetOptions } from '../../support/table';

const inD1 = (formula: string, options?: SheetOptions) =>
  formulaEvaluator(
    sheetOf(
      `
      | 1 | 2 | 3 | =${formula} -> 99 |
      | 4 | 文字 | =A1+A2 -> 77 | |
      | 10 | =SUBTOTAL(9,A1:A3) -> 77 | =VLOOKUP(1,A1:B2,2) -> 6 | |
      | =C4 | =A4 | =B4 | |
      | #N/A | =NOW() | | |`,
      options,
    ),
  )(1, 4);

test.each([
  ['SUM(A1:A3)', 15],
  ['SUM(A1:C1,A3)', 16],
  ['sum( $A$1 : $A$3 )', undefined],
  ['SUM($A$1:$A$3)', 15],
  ['A1+A2+A3', 15],
  ['A1-A2*2', -7],
  ['(A1+A2)/2', 2.5],
  ['-A1+10', 9],
  ['ROUND(A2/3,2)', 1.33],
  ['ROUND(1.005,2)', 1.01],
  ['ROUND(SUM(A1:A3)/4,0)', 4],
  ['SUM(B1:B2)', 2],
  ['B1+B2', 2],
  ['C2', 5],
  ['SUM(C1:C2)', 8],
  ['SUM(A1:A3)*150', 2250],
  ['SUBTOTAL(9,A1:A3)', 15],
  ['SUBTOTAL(9,A1:B3)', 17],
  ['C3', 6],
  ['SUM(D1:D2)', undefined],
  ['A4', undefined],
  ['A5', undefined],
  ['B5', undefined],
  ['A1/0', undefined],
  ['IF(A1>0,1,2)', undefined],
  ['SUM(Sheet2!A1:A3)', undefined],
  ['SUM(A:A)', undefined],
  ['A1 A2', undefined],
  ['"3"', undefined],
  ['', undefined],
])('=%s gives %s', (formula, expected) => {
  expect(inD1(formula)).toBe(expected);
});

test('SUBTOTAL(109) leaves hidden rows out; SUBTOTAL(9) over hidden rows is not known', () => {
  expect(inD1('SUBTOTAL(109,A1:A3)', { hiddenRows: [2] })).toBe(11);
  expect(inD1('SUBTOTAL(9,A1:A3)', { hiddenRows: [2] })).toBeUndefined();
  expect(inD1('SUM(A1:A3)', { hiddenRows: [2] })).toBe(15);
});

test('a running total of ten thousand rows ends', () => {
  const lines = Array.from({ length: 10_000 }, (_, index) =>
    index === 0 ? '| 1 | =A1 |' : `| 1 | =B${index}+A${index + 1} |`,
  );
  expect(formulaEvaluator(sheetOf(lines.join('\n')))(10_000, 2)).toBeUndefined();
});

test('a sheet that asks for everything in every cell is answered, if with not known', () => {
  const lines = Array.from({ length: 3000 }, (_, index) => `| 1 | 1 | =SUM(A1:B3000)+${index} |`);
  const evaluate = formulaEvaluator(sheetOf(lines.join('\n')));
  expect(evaluate(1, 3)).toBe(6000);
  for (let row = 2; row < 3000; row += 1) evaluate(row, 3);
  expect(evaluate(3000, 3)).toBeUndefined();
});
