import * as XLSX from '@e965/xlsx';
import { readXlsx } from 'hucre';
import { isCellError, type CellValue } from '../../../../src/core/workbook/cell';
import { nodeCodec } from '../../../../src/adapters/file/package/node-codec';
import { readFile } from '../../../../src/adapters/file/read/read-file';
import { buildXlsx } from '../../../support/xlsx-fixture';

// Two readers by other hands must see the same values in the same file.

let seed = 20_260_115;
const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
const pick = <T>(list: readonly T[]) => list[next(list.length)];

const texts = Array.from({ length: 300 }, (_, index) =>
  pick([
    `大湾村${index}组`,
    `1099011${String(10_000_000_000 + next(1e9))}`,
    `杨·阿依${index}`,
    `备注：<入户> & "核实" ${index}`,
    `𠮷${index}`,
    ` 前后有空 ${index} `,
    `行一\n行二 ${index}`,
  ]),
);
const cellOf = (place: string): string => {
  const style = ` s="0"`;
  switch (next(8)) {
    case 0:
    case 1:
    case 2:
      return `<c r="${place}"${style} t="s"><v>${next(texts.length)}</v></c>`;
    case 3:
      return `<c r="${place}"${style}><v>${next(100_000)}</v></c>`;
    case 4:
      return `<c r="${place}"${style}><v>${next(1_000_000) / 100}</v></c>`;
    case 5:
      return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${pick(['农商行', '信用社 ', '&lt;无&gt;'])}</t></is></c>`;
    case 6:
      return `<c r="${place}"${style} t="b"><v>${next(2)}</v></c>`;
    default:
      return `<c r="${place}"${style}><v>${(next(1e9) * 1e6 + next(1e6)) / 3}</v></c>`;
  }
};
const rowCount = 500;
const bytes = buildXlsx({
  sharedStrings: texts,
  sheets: [
    {
      name: '台账',
      rows: Array.from(
        { length: rowCount },
        (_, row) =>
          `<row r="${row + 1}">${[...'ABCDEFGHIJ'].map((column) => (next(6) === 0 ? '' : cellOf(`${column}${row + 1}`))).join('')}</row>`,
      ).join(''),
    },
  ],
});

/** Rows without what is empty at their ends. */
const trimmed = (rows: readonly (readonly unknown[] | undefined)[]): unknown[][] =>
  Array.from({ length: rowCount }, (_, row) => {
    const cells = Array.from(rows[row] ?? [], (value) => value ?? null);
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    return cells;
  });

const ours = async () => {
  const { snapshot } = await readFile(bytes, 'a.xlsx', { codec: nodeCodec });
  return trimmed(
    snapshot.sheets[0].rows.map((row) => row?.map((value: CellValue) => (isCellError(value) ? value.error : value))),
  );
};

test('as hucre reads it', async () => {
  const workbook = await readXlsx(bytes);
  expect(await ours()).toEqual(trimmed(workbook.sheets[0].rows as readonly (readonly unknown[])[]));
});

test('as SheetJS reads it', async () => {
  const workbook = XLSX.read(bytes, {
    type: 'array',
    dense: true,
    nodim: true,
    WTF: true,
    cellText: false,
    cellHTML: false,
  });
  const cells = (workbook.Sheets['台账']['!data'] ?? []).map((row) => Array.from(row ?? [], (cell) => cell?.v ?? null));
  expect(await ours()).toEqual(trimmed(cells));
});
