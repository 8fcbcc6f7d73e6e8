import { areaName, cellKey, columnName, type Area } from '../../../core/workbook/cell';
import type { Mark } from '../../../core/workbook/change';
import type { Step } from '../../../core/workbook/port';
import type { PageSetup, PlanCell, SheetPlan } from '../../../core/workbook/sheet-plan';
import { cellXml } from './cell-xml';
import { markSplices } from './mark-splices';
import type { SharedTexts } from './shared-texts';
import type { StylesPatch } from './styles-patch';
import { applySplices, encode, escapeAttribute, escapeText, joinSteps, outline } from './xml-bytes';

/** What a sheet may have beyond its plan; for workbooks that are written anew from an old format. */
export interface SheetExtras {
  /** By `cellKey`, without `=`; the planned value is what was last calculated. */
  readonly formulas?: ReadonlyMap<number, string>;
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
  readonly marks?: readonly Mark[];
  /** The sheet that is in front when the workbook opens. */
  readonly inFront?: boolean;
}

/** The XML of a whole planned sheet. Throws RangeError where a list of choices is longer than Excel allows. */
export function* sheetPart(
  plan: SheetPlan,
  styles: StylesPatch,
  namespace: string,
  extras: SheetExtras = {},
): Generator<Step, Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (const piece of sheetPieces(plan, styles, namespace, extras)) {
    pieces.push(piece);
    yield { doing: '正在写工作表', done: pieces.length, total: 0 };
  }
  const part = yield* joinSteps(pieces);
  if (!extras.marks?.length) return part;
  return applySplices(part, markSplices(part, outline(part, ['sheetData']), extras.marks, styles.markFormat));
}

/** The same in pieces, without its marks. Texts stand in the cells, or in the table of texts where there is one. */
export function* sheetPieces(
  plan: SheetPlan,
  styles: StylesPatch,
  namespace: string,
  extras: SheetExtras = {},
  texts?: SharedTexts,
): Generator<Uint8Array> {
  yield encode(head(plan, namespace, extras));
  const cellOf = cellWriter(plan, styles, extras, texts);
  let written = '<sheetData>';
  for (let at = 0; at < plan.rows.length; at++) {
    const { cells, height } = plan.rows[at];
    const row = at + 1;
    const number = String(row);
    let inside = '';
    for (let index = 0; index < cells.length; index++) inside += cellOf(cells[index], index, row, number);
    const hidden = extras.hiddenRows?.has(row) ? ' hidden="1"' : '';
    const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    if (inside || hidden || tall) written += `<row r="${number}"${tall}${hidden}>${inside}</row>`;
    if (written.length > pieceLength) {
      yield encode(written);
      written = '';
    }
  }
  yield encode(`${written}</sheetData>${tail(plan)}</worksheet>`);
}

/** Writes one cell; what a column's cells share is put together once. */
function cellWriter(plan: SheetPlan, styles: StylesPatch, extras: SheetExtras, texts: SharedTexts | undefined) {
  const formats = new Map(
    Object.entries(plan.styles).map(([name, style]) => {
      const format = styles.planFormat(style);
      return [name, format === 0 ? '' : ` s="${format}"`];
    }),
  );
  const columns: { readonly start: string; style: string | undefined; format: string }[] = [];
  return ({ value, style }: PlanCell, index: number, row: number, number: string): string => {
    const column = (columns[index] ??= { start: `<c r="${columnName(index + 1)}`, style: undefined, format: '' });
    if (column.style !== style) {
      column.style = style;
      column.format = style === undefined ? '' : (formats.get(style) ?? '');
    }
    const formula = extras.formulas?.get(cellKey(row, index + 1));
    if (formula !== undefined) {
      const place = `${column.start.slice(2)}${number}"${column.format}`;
      return withFormula(cellXml('', place, value), formula);
    }
    if (value === null) return column.format === '' ? '' : `${column.start}${number}"${column.format}/>`;
    if (typeof value === 'number' && Number.isFinite(value))
      return `${column.start}${number}"${column.format}><v>${value === 0 ? 0 : value}</v></c>`;
    if (typeof value === 'string' && texts)
      return `${column.start}${number}"${column.format} t="s"><v>${texts.numberOf(value)}</v></c>`;
    return cellXml('', `${column.start.slice(2)}${number}"${column.format}`, value);
  };
}

/** The reference that the defined name of the repeated rows holds. */
export const titleRowsReference = (sheet: string, rows: { readonly from: number; readonly to: number }): string =>
  `'${sheet.replace(/'/g, "''")}'!$${rows.from}:$${rows.to}`;

const pieceLength = 128 * 1024;

function head(plan: SheetPlan, namespace: string, extras: SheetExtras): string {
  const widest = plan.rows.reduce((most, row) => Math.max(most, row.cells.length), 1);
  const area = areaName({ top: 1, left: 1, bottom: Math.max(1, plan.rows.length), right: widest });
  const fit = plan.page?.fitToWidth ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '';
  const front = extras.inFront ? ' tabSelected="1"' : '';
  const pane = paneXml(plan);
  const view = pane
    ? `<sheetView${front} workbookViewId="0">${pane}</sheetView>`
    : `<sheetView${front} workbookViewId="0"/>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">${fit}` +
    `<dimension ref="${area}"/><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/>${columnsXml(plan, extras)}`
  );
}

function paneXml(plan: SheetPlan): string {
  const { rows, columns } = plan.frozen ?? { rows: 0, columns: 0 };
  if (rows === 0 && columns === 0) return '';
  const active = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = `${columns ? ` xSplit="${columns}"` : ''}${rows ? ` ySplit="${rows}"` : ''}`;
  const corner = `${columnName(columns + 1)}${rows + 1}`;
  return `<pane${split} topLeftCell="${corner}" activePane="${active}" state="frozen"/><selection pane="${active}"/>`;
}

function columnsXml(plan: SheetPlan, extras: SheetExtras): string {
  const count = Math.max(plan.columnWidths.length, ...(extras.hiddenColumns ?? []));
  if (count === 0) return '';
  const columns = Array.from({ length: count }, (_, index) => {
    const width = plan.columnWidths[index] ?? 8.43;
    const hidden = extras.hiddenColumns?.has(index + 1) ? ' hidden="1"' : '';
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${hidden} customWidth="1"/>`;
  });
  return `<cols>${columns.join('')}</cols>`;
}

/** What follows the cells, in the order the schema asks for (ECMA-376 Part 1, CT_Worksheet). */
function tail(plan: SheetPlan): string {
  const merges = plan.merges.filter((area) => area.top !== area.bottom || area.left !== area.right);
  const merged = merges.map((area) => `<mergeCell ref="${areaName(area)}"/>`).join('');
  const lists = (plan.lists ?? []).map(({ area, choices }) => listXml(area, choices));
  const breaks = plan.rows.flatMap((row, at) => (row.pageBreakBefore && at > 0 ? [at] : []));
  return [
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merged}</mergeCells>` : '',
    lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '',
    plan.page ? pageXml(plan.page) : '',
    breaks.length > 0
      ? `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks
          .map((id) => `<brk id="${id}" max="16383" man="1"/>`)
          .join('')}</rowBreaks>`
      : '',
  ].join('');
}

function listXml(area: Area, choices: readonly string[]): string {
  const words = choices.join(',');
  if (words.length > 255 || choices.some((choice) => choice.includes(','))) {
    throw new RangeError('a list of choices may have 255 characters and no comma inside a choice');
  }
  return (
    `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${areaName(area)}">` +
    `<formula1>"${escapeText(words.replace(/"/g, '""'))}"</formula1></dataValidation>`
  );
}

function pageXml(page: PageSetup): string {
  const inches = (centimetres: number): string => String(Math.round((centimetres / 2.54) * 10_000) / 10_000);
  const { top, right, bottom, left } = page.margins ?? { top: 1.9, right: 1.8, bottom: 1.9, left: 1.8 };
  const margins = `left="${inches(left)}" right="${inches(right)}" top="${inches(top)}" bottom="${inches(bottom)}"`;
  const fit = page.fitToWidth ? ' fitToHeight="0"' : '';
  const said = (tag: string, words: string | undefined): string =>
    words ? `<${tag}>${escapeText(/^&[LCR]/.test(words) ? words : `&C${words}`)}</${tag}>` : '';
  const edges = said('oddHeader', page.header) + said('oddFooter', page.footer);
  return (
    `<pageMargins ${margins} header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="${page.paper === 'A3' ? 8 : 9}"${fit} orientation="${escapeAttribute(page.orientation)}"/>` +
    (edges ? `<headerFooter>${edges}</headerFooter>` : '')
  );
}

/** Puts the formula before the calculated value; a calculated text is no inline string. */
function withFormula(cell: string, formula: string): string {
  const written = `<f>${escapeText(formula)}</f>`;
  const text = /^(<c[^>]*?) t="inlineStr"><is><t[^>]*>([\s\S]*)<\/t><\/is><\/c>$/.exec(cell);
  if (text) return `${text[1]} t="str">${written}<v>${text[2]}</v></c>`;
  return cell.endsWith('/>') ? `${cell.slice(0, -2)}>${written}</c>` : cell.replace('><v>', `>${written}<v>`);
}
