import type { Scheme } from '../policy/scheme';
import { linesOfScheme, type SchemeLine } from '../policy/scheme-lines';
import { schemeOfLines, type LineProblem } from '../policy/scheme-of-lines';
import { lineGroups, valueChoices } from '../policy/line-choices';
import { isCellError, type CellAt, type CellValue } from '../workbook/cell';
import type { PlanRow, PlanStyle, SheetPlan } from '../workbook/sheet-plan';
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../workbook/snapshot';

/** The text of A1 by which the sheet is known again. */
export const schemeHeading = '救助标准';

/** The sheet 救助标准: the scheme in force, a line a figure, to be edited in Excel and read back by `readSchemeSheet`. */
export function schemeSheet(scheme: Scheme): SheetPlan {
  const lines = linesOfScheme(scheme);
  const top = explanations.length + 2;
  const first = top + 1;
  return {
    name: schemeHeading,
    heading: schemeHeading,
    columnWidths: columns.map(({ width }) => width),
    rows: [
      { cells: [{ value: schemeHeading, style: 'title' }], height: 30 },
      ...explanations.map(({ text, height }): PlanRow => ({ cells: [{ value: text, style: 'note' }], height })),
      { cells: columns.map(({ heading }) => ({ value: heading, style: 'heading' })) },
      ...lines.map((line): PlanRow => ({
        cells: columns.map(({ part }) => ({ value: cellOf(line, part), style: styleOf(line, part) })),
      })),
      ...Array.from({ length: spareRows }, (): PlanRow => ({
        cells: columns.map(() => ({ value: null, style: 'text' })),
      })),
    ],
    merges: explanations.map((_, index) => ({ top: index + 2, left: 1, bottom: index + 2, right: columns.length })),
    styles,
    frozen: { rows: top, columns: 0 },
    lists: lines.flatMap(({ word }, index) => {
      const choices = valueChoices(word);
      const row = first + index;
      return choices ? [{ area: { top: row, left: 3, bottom: row, right: 3 }, choices }] : [];
    }),
    page: {
      paper: 'A4',
      orientation: 'landscape',
      fitToWidth: true,
      titleRows: { from: top, to: top },
      footer: '第 &P 页，共 &N 页',
    },
  };
}

/** True for a sheet of that heading, whatever it is called. */
export const isSchemeSheet = (sheet: SheetSnapshot): boolean => textOf(valueAt(sheet, 1, 1)) === schemeHeading;

/** Something wrong in the sheet, at the cell to be put right. */
export interface SchemeSheetProblem {
  readonly at: CellAt;
  readonly sentence: string;
}

export type SchemeSheetRead = { readonly scheme: Scheme } | { readonly problems: readonly SchemeSheetProblem[] };

/** The scheme of the workbook's sheet 救助标准; `undefined` where there is none. */
export function readSchemeSheet(workbook: WorkbookSnapshot): SchemeSheetRead | undefined {
  const sheet = workbook.sheets.find(isSchemeSheet);
  if (!sheet) return undefined;
  const heading = headingOf(sheet);
  if (!heading) {
    const sentence = '救助标准表里找不到“参数、数值、条款依据”这几个列名，请保留原表的列名一行。';
    return { problems: [{ at: { sheet: sheet.name, row: 1, column: 1 }, sentence }] };
  }
  const rows = Array.from({ length: Math.max(0, sheet.rowCount - heading.row) }, (_, index) => heading.row + 1 + index);
  const lines = rows.map((row): SchemeLine => {
    const typed = (part: keyof SchemeLine) => asLineValue(valueAt(sheet, row, heading.columns[part] ?? 0));
    return {
      word: String(typed('word')),
      subject: String(typed('subject')),
      value: typed('value'),
      unit: String(typed('unit')),
      source: String(typed('source')).trim(),
      from: typed('from'),
    };
  });
  const read = schemeOfLines(lines, workbook.date1904);
  if ('scheme' in read) return read;
  return {
    problems: read.problems.map(({ line, part, sentence }) => ({
      at: cellAt(sheet, heading, rows[line], part),
      sentence,
    })),
  };
}

interface Heading {
  readonly row: number;
  readonly columns: Readonly<Partial<Record<keyof SchemeLine, number>>>;
}

/** The row that holds the column words, and where each stands. */
function headingOf(sheet: SheetSnapshot): Heading | undefined {
  for (let row = 1; row <= Math.min(sheet.rowCount, 30); row++) {
    const found: Partial<Record<keyof SchemeLine, number>> = {};
    for (let column = 1; column <= sheet.columnCount; column++) {
      const known = columns.find(({ heading }) => heading === textOf(valueAt(sheet, row, column)));
      if (known) found[known.part] ??= column;
    }
    if (found.word && found.value && found.source) return { row, columns: found };
  }
  return undefined;
}

const cellAt = (sheet: SheetSnapshot, heading: Heading, row: number | undefined, part: LineProblem['part']): CellAt =>
  row === undefined
    ? { sheet: sheet.name, row: 1, column: 1 }
    : { sheet: sheet.name, row, column: heading.columns[part] ?? heading.columns.word ?? 1 };

const columns = [
  { part: 'word', heading: '参数', width: 16 },
  { part: 'subject', heading: '对象', width: 20 },
  { part: 'value', heading: '数值', width: 34 },
  { part: 'unit', heading: '单位', width: 10 },
  { part: 'source', heading: '条款依据', width: 52 },
  { part: 'from', heading: '起始日期', width: 12 },
] as const;

const spareRows = 15;

const allWords = lineGroups.flatMap(({ words }) => words);

const explanations = [
  {
    text: '一行写一个数：数值和条款依据都要写，没有条款的不采用。不清楚的写“未明确”，程序会提醒去问，不会替人猜。',
    height: 18,
  },
  {
    text: '“对象”写类别、级别或事项；对所有户都适用的写“全部”。几个词用“、”隔开。“起始日期”空着表示一直适用，写了表示从那天起改用这一行。',
    height: 32,
  },
  { text: `可用的参数：${allWords.join('、')}。`, height: 48 },
] as const;

const styles: Readonly<Record<string, PlanStyle>> = {
  title: { size: 18, bold: true, vertical: 'center' },
  note: { size: 10, color: '#595959', wrap: true, vertical: 'center' },
  heading: { bold: true, border: true, fill: '#e7eef7', horizontal: 'center', vertical: 'center' },
  // Text keeps `4—6` and `1月8日` from being turned into dates when they are edited.
  text: { border: true, wrap: true, vertical: 'center', numberFormat: '@' },
  number: { border: true, vertical: 'center', horizontal: 'right' },
};

const cellOf = (line: SchemeLine, part: keyof SchemeLine): CellValue => (line[part] === '' ? null : line[part]);

const styleOf = (line: SchemeLine, part: keyof SchemeLine): string =>
  typeof line[part] === 'number' ? 'number' : 'text';

function asLineValue(value: CellValue): string | number {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return isCellError(value) ? value.error : value;
}

const textOf = (value: CellValue): string => (typeof value === 'string' ? value.replace(/\s/g, '') : '');
