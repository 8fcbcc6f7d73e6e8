import * as fc from 'fast-check';
import type { FieldKey } from '../../../src/core/ledger/fields';
import type { Ledger } from '../../../src/core/ledger/ledger';
import type { CellValue } from '../../../src/core/workbook/cell';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { people } from '../../support/people';
import { ledgerOf, readingOf, sheetOf, workbookOf } from '../../support/table';

const households: readonly (readonly CellValue[])[] = [
  [
    '户主姓名',
    '身份证号',
    '联系电话',
    '家庭人口（人）',
    '需救助人口',
    '救助金额（元）',
    '一卡通账号',
    '外出时间',
    '备注',
  ],
  ...people(6).map((each, index): readonly CellValue[] => [
    each.name,
    each.idNumber,
    each.phone,
    3 + (index % 3),
    2,
    300 + index,
    each.account,
    index % 2 ? '2025.3.1' : null,
    null,
  ]),
];

const workbookFrom = (rows: readonly (readonly CellValue[])[]): WorkbookSnapshot =>
  workbookOf([
    { ...sheetOf('--'), rows, rowCount: rows.length, columnCount: Math.max(...rows.map((row) => row.length)) },
  ]);

/** What each household says, whatever the places. */
const said = (ledger: Ledger) =>
  ledger.rows.map((_, entry) =>
    Object.fromEntries(
      (Object.keys(ledger.columns) as FieldKey[]).sort().map((field) => [field, ledger.columns[field]?.values[entry]]),
    ),
  );
const expected = said(ledgerOf(workbookFrom(households)));

test('the plain sheet is read', () => {
  expect(expected).toHaveLength(6);
  expect(Object.keys(expected[0])).toHaveLength(9);
});

test('blank rows, moved columns, blank columns, lines above and totals below never change what the households say', () => {
  const columns = households[0].map((_, index) => index);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(columns, { minLength: columns.length }),
      fc.array(fc.nat(households.length), { maxLength: 4 }),
      fc.array(fc.nat(columns.length), { maxLength: 2 }),
      fc.subarray(['上寨村2025年冬春救助花名册', '填报单位：上寨村　填报时间：2026年1月4日', '单位：元']),
      fc.boolean(),
      fc.boolean(),
      (order, blankRowsAt, blankColumnsAt, lines, withTotal, numbered) => {
        let rows = households.map((row) => order.map((index) => row[index]));
        if (numbered) rows = rows.map((row, index) => [index === 0 ? '序号' : index, ...row]);
        rows = rows.flatMap((row, index) => [
          row,
          ...blankRowsAt.filter((at) => at === index).map((): CellValue[] => []),
        ]);
        for (const at of blankColumnsAt)
          rows = rows.map((row) => (row.length === 0 ? row : [...row.slice(0, at), null, ...row.slice(at)]));
        const width = Math.max(...rows.map((row) => row.length));
        const total: CellValue[] = Array.from({ length: width }, (_, index) => (index === 0 ? '合　计' : null));
        const sheet = [
          ...lines.map((line): CellValue[] => [line]),
          ...rows,
          ...(withTotal ? [total] : []),
          ['填表人：', null, '审核人：'],
        ];
        const ledger = ledgerOf(workbookFrom(sheet));
        const without = said(ledger).map(({ serialNumber: _, ...rest }) => rest);
        expect(without).toEqual(expected);
        const blank = sheet.filter((row) => row.every((value) => value === null)).length;
        const below = sheet.length - ledger.headingRows.bottom;
        expect(ledger.rows.length + ledger.setAside.length + blank).toBe(below);
      },
    ),
    { numRuns: 300 },
  );
});

test('no sheet of odd cells stops the reader, and no row is lost', () => {
  const cell = fc.oneof(
    fc.constantFrom<CellValue>(
      null,
      null,
      '户主姓名',
      '身份证号',
      '合计',
      '小计',
      '备注',
      '注：',
      '填表人：',
      '',
      ' ',
      { error: '#REF!' },
    ),
    fc.string({ maxLength: 12 }),
    fc.double(),
    fc.boolean(),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { minLength: 1, maxLength: 30 }), (rows) => {
      const workbook = workbookFrom([['户主姓名', '身份证号', '家庭人口', '救助金额'], ...rows]);
      const { ledgers } = readingOf(workbook);
      const shown = ledgers.flatMap((ledger) => [...ledger.rows, ...ledger.setAside.map((each) => each.row)]);
      expect(new Set(shown).size).toBe(shown.length);
      for (const ledger of ledgers) {
        for (const column of Object.values(ledger.columns)) {
          expect(column.typed).toHaveLength(ledger.rows.length);
          expect(column.values).toHaveLength(ledger.rows.length);
        }
      }
    }),
    { numRuns: 300 },
  );
});
