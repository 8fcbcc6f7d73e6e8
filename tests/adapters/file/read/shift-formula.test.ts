import { shiftableFormula } from '../../../../src/adapters/file/read/shift-formula';

test.each([
  ['A1', 1, 1, 'B2'],
  ['$A1+A$1+$A$1', 2, 3, '$A3+D$1+$A$1'],
  ['SUM(A1:B2)', 10, 0, 'SUM(A11:B12)'],
  ['SUM(A:B)+SUM($1:3)', 1, 1, 'SUM(B:C)+SUM($1:4)'],
  ['IF(A1="A1","B2 ""C3""",C3)', 1, 0, 'IF(A2="A1","B2 ""C3""",C4)'],
  ["'A1 表'!B2+表二!B2+Sheet1!B2", 1, 0, "'A1 表'!B3+表二!B3+Sheet1!B3"],
  ['LOG10(A1)+ATAN2(A1,B1)', 1, 0, 'LOG10(A2)+ATAN2(A2,B2)'],
  ['台账1+name_A1+A1_x+_A1+XFE1', 1, 0, '台账1+name_A1+A1_x+_A1+XFE1'],
  ['表[A1]+表[[#This Row],[B2]]+A1', 1, 0, '表[A1]+表[[#This Row],[B2]]+A2'],
  ['1.5E10+A1*1E5', 1, 0, '1.5E10+A2*1E5'],
  ['a1+Ab12', 1, 1, 'B2+AC13'],
  ['A2', -2, 0, '#REF!'],
  ['B1', 0, -2, '#REF!'],
  ['A1048576', 1, 0, '#REF!'],
  ['A1&A1048577', 0, 0, 'A1&A1048577'],
  ['', 1, 1, ''],
])('%s moved by %i rows and %i columns', (formula, rows, columns, expected) => {
  expect(shiftableFormula(formula)(rows, columns)).toBe(expected);
});
