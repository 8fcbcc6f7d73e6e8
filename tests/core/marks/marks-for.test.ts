import { marksFor } from '../../../src/core/marks/marks-for';
import type { Finding, Severity } from '../../../src/core/findings/finding';
import { applyToSnapshot } from '../../../src/core/workbook/apply-to-snapshot';
import { parseA1, type CellRef } from '../../../src/core/workbook/cell';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { workbookOf } from '../../support/table';

const workbook = workbookOf(
  { 一村: '| 户主 |\n| 甲 |', 二村: '| 户主 |\n| 乙 |', 说明: '| 填表说明 |' },
  { name: '甲.xlsx' },
);

const cell = (place: string): CellRef => {
  const [file, sheet, address] = place.split(' ');
  return { workbook: file, sheet, ...(parseA1(address) ?? { row: 0, column: 0 }) };
};

const finding = (severity: Severity, first: string, ...others: readonly string[]): Finding => ({
  kind: 'example',
  message: 'found',
  data: {},
  severity,
  at: [cell(first), ...others.map(cell)],
});

const marks = (findings: readonly Finding[], on: WorkbookSnapshot = workbook) =>
  marksFor(findings, on).map((change) =>
    change.kind === 'replace-marks'
      ? [change.sheet, ...change.marks.map(({ row, column, severity }) => `${row},${column} ${severity}`)]
      : change.kind,
  );

test('one change for each sheet with findings, cells in order', () => {
  expect(
    marks([
      finding('warning', '甲.xlsx 二村 B3'),
      finding('error', '甲.xlsx 一村 C2'),
      finding('note', '甲.xlsx 一村 A2'),
    ]),
  ).toEqual([
    ['一村', '2,1 note', '2,3 error'],
    ['二村', '3,2 warning'],
  ]);
});

test('a cell gets the gravest of its findings, in whatever order they come', () => {
  const three = [
    finding('warning', '甲.xlsx 一村 A2'),
    finding('error', '甲.xlsx 一村 A2'),
    finding('note', '甲.xlsx 一村 A2'),
  ];
  expect(marks(three)).toEqual([['一村', '2,1 error']]);
  expect(marks([...three].reverse())).toEqual([['一村', '2,1 error']]);
});

test('the other rows of a duplicate are marked, other cells of the same row are not', () => {
  expect(marks([finding('error', '甲.xlsx 一村 B5', '甲.xlsx 一村 C5', '甲.xlsx 一村 B2', '甲.xlsx 二村 B5')])).toEqual(
    [
      ['一村', '2,2 error', '5,2 error'],
      ['二村', '5,2 error'],
    ],
  );
});

test('cells of another workbook are left to that workbook', () => {
  expect(marks([finding('error', '甲.xlsx 一村 B5', '乙.xlsx 一村 B2'), finding('error', '乙.xlsx 一村 B2')])).toEqual([
    ['一村', '5,2 error'],
  ]);
});

test('old marks without a finding are cleared; marking twice gives the same', () => {
  const first = marksFor([finding('error', '甲.xlsx 一村 A2'), finding('note', '甲.xlsx 二村 A2')], workbook);
  const marked = applyToSnapshot(workbook, first).snapshot;
  expect(marks([finding('error', '甲.xlsx 一村 A2')], marked)).toEqual([['一村', '2,1 error'], ['二村']]);
  expect(applyToSnapshot(marked, first).snapshot.sheets.map((sheet) => sheet.marks)).toEqual(
    marked.sheets.map((sheet) => sheet.marks),
  );
});

test('nothing found and nothing marked is nothing to do', () => {
  expect(marks([])).toEqual([]);
});
