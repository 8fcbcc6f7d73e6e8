import type { Finding } from '../findings/finding';
import type { Form } from '../ledger/form';
import type { Ledger } from '../ledger/ledger';
import { fields, type FieldKey } from '../ledger/fields';
import { tidyText, trimText, unitOfLine } from '../ledger/tidy';
import { columnName } from '../workbook/cell';
import type { Step } from '../workbook/port';
import { sheetNamed, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../workbook/snapshot';
import { formulaEvaluator } from './evaluate-formula';
import { findHeadings, type Heading, type HeadingBand } from './find-headings';
import { formChanges } from './form-changes';
import { headingWordsOf, identifying, identityWordsOf } from './heading-words';
import { isLedgerLayout, layoutPicker, type Layout, type LayoutPicker } from './pick-form';
import { readColumns, type ColumnContext } from './read-columns';
import { readRows, type RowsRead } from './read-rows';
import { readTotals } from './read-totals';

export interface ReadResult {
  readonly ledgers: readonly Ledger[];
  /** Sheets that are no ledger, each with a Chinese sentence that says why. */
  readonly notLedgers: readonly { readonly sheet: string; readonly why: string }[];
  /** Of `readKinds` only: missing, malformed, changed. */
  readonly findings: readonly Finding[];
  /** Chinese sentences about what was read though it cannot be seen. */
  readonly remarks: readonly string[];
}

/**
 * Finds the ledgers of a workbook by their headings, never by position, and reads them under the best matching form, or
 * as `unlisted`. A sheet may hold several ledgers one under the other. Nothing is judged but what is missing, malformed
 * or not as the form has it. Formulas look at the `whole` workbook, where the one read has rows left out.
 */
export function* readWorkbook(
  workbook: WorkbookSnapshot,
  forms: readonly Form[],
  whole: WorkbookSnapshot = workbook,
): Generator<Step, ReadResult> {
  const reading: Reading = {
    workbook,
    whole,
    words: headingWordsOf(forms),
    identityWords: identityWordsOf(forms),
    pick: layoutPicker(forms),
    dictionaries: new Set(['字典', ...forms.flatMap((form) => form.dictionary?.sheet ?? [])]),
    ledgers: [],
    findings: [],
    remarks: [],
  };
  const notLedgers: { sheet: string; why: string }[] = [];
  for (const [index, sheet] of workbook.sheets.entries()) {
    yield { doing: `读取“${sheet.name}”`, done: index, total: workbook.sheets.length };
    const why = yield* readSheet(reading, sheet);
    if (why !== undefined) notLedgers.push({ sheet: sheet.name, why });
  }
  const { ledgers, findings, remarks } = reading;
  return { ledgers, notLedgers, findings, remarks };
}

/** Every sheet that this program writes into a workbook has a first cell that ends so. */
export const ownSheetMark = '（冬春救助台账助手）';

/** Why such a sheet is no ledger. */
export const whyOwnSheet = '这是本软件写的工作表，不是台账。';

interface Reading {
  readonly workbook: WorkbookSnapshot;
  readonly whole: WorkbookSnapshot;
  readonly words: ReadonlySet<string>;
  readonly identityWords: ReadonlySet<string>;
  readonly pick: LayoutPicker;
  readonly dictionaries: ReadonlySet<string>;
  readonly ledgers: Ledger[];
  readonly findings: Finding[];
  readonly remarks: string[];
}

/** Reads all ledgers of a sheet. Where there is none, the answer says why. */
function* readSheet(reading: Reading, sheet: SheetSnapshot): Generator<Step, string | undefined> {
  const first = valueAt(sheet, 1, 1);
  if (typeof first === 'string' && trimText(first).endsWith(ownSheetMark)) return whyOwnSheet;
  if (reading.dictionaries.has(tidyText(sheet.name).replace(/\(\d+\)$/, '')))
    return '这是供下拉选择用的字典，不是台账。';
  if (!sheet.rows.some((row) => row?.some((value) => value !== null && value !== ''))) return '这是空白工作表。';
  let from = 1;
  let titleFrom = 1;
  let found = 0;
  while (from <= sheet.rowCount) {
    const band = findHeadings(sheet, reading.words, reading.identityWords, from);
    if (!band) break;
    const title = linesBetween(sheet, titleFrom, band.top - 1);
    const layout = reading.pick(band, title);
    if (!isLedgerLayout(layout)) break;
    ({ end: from, afterEntries: titleFrom } = yield* readLedger(reading, sheet, band, layout, title));
    found += 1;
  }
  if (found === 0) return '没有找到台账的表头：表头里要有姓名或身份证号，并至少再有一个认得的栏目。';
  remarkHidden(reading, sheet);
  return undefined;
}

function* readLedger(
  reading: Reading,
  sheet: SheetSnapshot,
  band: HeadingBand,
  layout: Layout,
  title: readonly string[],
): Generator<Step, Pick<RowsRead, 'end' | 'afterEntries'>> {
  const { workbook, words } = reading;
  const context: ColumnContext = {
    workbook,
    sheet,
    layout,
    lineUnit: title.map(unitOfLine).find((unit) => unit !== undefined),
    recompute: formulaEvaluator(sheetNamed(reading.whole, sheet.name) ?? sheet),
  };
  const isOtherHeading = (row: number) => {
    const other = findHeadings(sheet, words, reading.identityWords, row);
    if (other === undefined || other.top > row || other.bottom < row) return false;
    const lines = linesBetween(sheet, Math.max(band.bottom + 1, other.top - linesAbove), other.top - 1);
    const unit = lines
      .map(unitOfLine)
      .filter((each) => each !== undefined)
      .at(-1);
    return !saysTheSame(layout, context.lineUnit, reading.pick(other, title), unit);
  };
  remarkSecondBlock(reading, sheet, layout);
  const read = yield* readRows({ sheet, band, layout, title, words, isOtherHeading });
  const { rows, setAside, totals } = read;
  const { columns, findings } = yield* readColumns(context, rows);
  const totalRows = yield* readTotals(context, totals, rows.length);
  reading.findings.push(...formChanges(workbook.name, sheet.name, band, layout, title));
  for (const finding of findings) reading.findings.push(finding);
  reading.ledgers.push({
    workbook: workbook.name,
    sheet: sheet.name,
    form: layout.form?.id ?? 'unlisted',
    entryIs: layout.entryIs,
    title,
    rows,
    columns,
    otherColumns: layout.others.map((heading) => ({ heading: heading.parts.join('/'), column: heading.column })),
    totals: totalRows,
    setAside,
    headingRows: { top: band.top, bottom: band.bottom },
    hiddenEntries:
      sheet.hiddenRows.size === 0 ? [] : rows.flatMap((row, entry) => (sheet.hiddenRows.has(row) ? [entry] : [])),
    hiddenColumns: [...layout.columns].flatMap(([field, match]): FieldKey[] =>
      sheet.hiddenColumns.has(match.heading.column) ? [field] : [],
    ),
  });
  return read;
}

/** How many rows above a heading that comes again may name its unit. */
const linesAbove = 3;

/** True where every column of the heading come again means what it meant before, and money is counted in the same unit. */
function saysTheSame(
  layout: Layout,
  lineUnit: string | undefined,
  again: Layout,
  unitAbove: string | undefined,
): boolean {
  return [...again.columns].every(([field, { heading }]) => {
    const before = layout.columns.get(field)?.heading;
    if (!before) return layout.others.some((other) => other.column === heading.column && sameKeys(other, heading));
    if (before.column !== heading.column) return false;
    if (fields[field].kind !== 'money') return true;
    const unit = heading.unit ?? unitAbove;
    return unit === undefined || unit === (before.unit ?? lineUnit ?? '元');
  });
}

const sameKeys = (left: Heading, right: Heading): boolean => left.keys.join() === right.keys.join();

/** The texts of the rows above a heading, one line a row. */
function linesBetween(sheet: SheetSnapshot, top: number, bottom: number): readonly string[] {
  const lines: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const texts = (sheet.rows[row - 1] ?? []).map((value) =>
      value === null || typeof value === 'object' ? '' : trimText(String(value)),
    );
    const line = texts.filter((text) => text !== '').join(' ');
    if (line !== '') lines.push(line);
  }
  return lines;
}

/** Two households beside each other on one row: the right one is not read, and that must not go unsaid. */
function remarkSecondBlock({ remarks, workbook }: Reading, sheet: SheetSnapshot, layout: Layout): void {
  const claimed = [...layout.columns].flatMap(([field, { heading }]) => (identifying.has(field) ? [heading] : []));
  const again = layout.others.filter((other) => claimed.some((heading) => sameKeys(heading, other)));
  if (again.length < 2) return;
  const names = again.map((heading) => `“${heading.parts[heading.parts.length - 1]}”`).join('、');
  const place = `${workbook.name} 的工作表“${sheet.name}”`;
  remarks.push(
    `${place}在 ${columnName(again[0].column)} 列起还有一组${names}，没有读取，请把右边这些户移到左边各户的下面。`,
  );
}

function remarkHidden({ ledgers, remarks, workbook }: Reading, sheet: SheetSnapshot): void {
  const own = ledgers.filter((ledger) => ledger.sheet === sheet.name);
  const rows = own.reduce((sum, ledger) => sum + ledger.hiddenEntries.length, 0);
  const columns = own.reduce((sum, ledger) => sum + ledger.hiddenColumns.length, 0);
  const hidden = [...(rows > 0 ? [`${rows} 行`] : []), ...(columns > 0 ? [`${columns} 列`] : [])].join('、');
  const place = `${workbook.name} 的工作表“${sheet.name}”`;
  if (sheet.visibility !== 'visible') remarks.push(`${place}是隐藏的，里面的台账也已读取并核对。`);
  if (hidden !== '') remarks.push(`${place}有 ${hidden}被隐藏或筛选掉，也已读取并核对。`);
}
