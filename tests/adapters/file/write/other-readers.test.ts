import { read, utils } from '@e965/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { newWorkbook } from '../../../../src/adapters/file/new-workbook';
import { openFile } from '../../../../src/adapters/file/open-file';
import { nodeCodec } from '../../../../src/adapters/file/package/node-codec';
import type { CellValue } from '../../../../src/core/workbook/cell';
import type { SheetPlan } from '../../../../src/core/workbook/sheet-plan';
import { people } from '../../../support/people';
import { richXlsx } from './rich-template';

const awkward = [
  '=1+1',
  '+86',
  '-5',
  '@甲',
  ' 前空',
  '后空 ',
  '上\n下',
  'a&b<c>"d"',
  '𠮷野',
  '000123',
  '_x0041_',
  '\u0007铃',
];

const roster: SheetPlan = {
  name: '花名册',
  heading: '花名册',
  columnWidths: [10, 22, 8, 8],
  rows: [
    { cells: [{ value: '花名册', style: 'title' }] },
    ...people(40).map((one, at) => ({
      cells: [
        { value: one.name, style: 'text' },
        { value: one.idNumber, style: 'text' },
        { value: at / 8 },
        { value: at % 2 === 0 },
        { value: awkward[at] ?? null, style: 'text' },
      ],
    })),
  ],
  merges: [{ top: 1, left: 1, bottom: 1, right: 4 }],
  styles: { title: { bold: true, size: 16 }, text: { numberFormat: '@', border: true } },
  frozen: { rows: 1, columns: 0 },
};

const planned = roster.rows.map((row) => row.cells.map((cell) => cell.value));

/** Rows as both readers give them: nothing for empty, no empty ends. */
function trimmed(rows: readonly (readonly unknown[])[]): unknown[][] {
  return rows.map((row) => {
    const cells = Array.from(row, (value) => (value === undefined || value === '' ? null : value));
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    return cells;
  });
}

const sheetJs = (bytes: Uint8Array, sheet: string): unknown[][] => {
  const book = read(bytes, { dense: true, raw: true, nodim: true, WTF: true });
  return trimmed(utils.sheet_to_json<unknown[]>(book.Sheets[sheet], { header: 1, raw: true, defval: null }));
};

const hucre = async (bytes: Uint8Array, sheet: string): Promise<unknown[][]> => {
  const book = await readXlsx(bytes);
  return trimmed((book.sheets.find((one) => one.name === sheet)?.rows ?? []) as unknown[][]);
};

const clean = (rows: readonly (readonly CellValue[])[]): unknown[][] =>
  trimmed(rows.map((row) => row.map((value) => (typeof value === 'string' ? value.replace('\u0007', '') : value))));

test('a new workbook says the same to three independent readers', async () => {
  const bytes = await newWorkbook([roster], nodeCodec);
  expect(sheetJs(bytes, '花名册')).toEqual(clean(planned));
  expect(await hucre(bytes, '花名册')).toEqual(clean(planned));
  const own = (await openFile(bytes, 'a.xlsx', { codec: nodeCodec })).snapshot.sheets[0];
  expect(trimmed(own.rows.map((row) => row ?? []))).toEqual(clean(planned));
});

test('a patched form says the same to three independent readers', async () => {
  const file = await openFile(richXlsx(), 'a.xlsm', { codec: nodeCodec });
  const sheet = file.snapshot.sheets[0];
  const edits = awkward.map((to, at) => ({
    at: { sheet: '台账', row: at + 4, column: 6 },
    from: sheet.rows[at + 3]?.[5] ?? null,
    to,
  }));
  expect(
    (
      await file.apply([
        { kind: 'edit-cells', edits },
        { kind: 'put-sheet', plan: roster },
      ])
    ).refused,
  ).toEqual([]);
  const saved = await file.save();
  const own = trimmed(
    (await openFile(saved, 'a.xlsm', { codec: nodeCodec })).snapshot.sheets[0].rows.map((row) => row ?? []),
  );
  expect(own.slice(3, 3 + awkward.length).map((row) => row[5])).toEqual(
    awkward.map((word) => word.replace('\u0007', '')),
  );
  expect(sheetJs(saved, '台账')).toEqual(own);
  expect(await hucre(saved, '台账')).toEqual(own);
  expect(sheetJs(saved, '花名册')).toEqual(clean(planned));
  expect(await hucre(saved, '花名册')).toEqual(clean(planned));
});
