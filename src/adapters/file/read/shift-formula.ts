import { columnName, sheetLimits } from '../../../core/workbook/cell';

/** Writes a formula again for another cell, as filling it down or across would. */
export type FormulaShift = (rows: number, columns: number) => string;

/**
 * Prepares a shared formula for its other cells: relative references move along, absolute ones (`$`) stay, texts, sheet
 * names and names of functions are left alone. A reference that leaves the sheet becomes `#REF!`.
 */
export function shiftableFormula(formula: string): FormulaShift {
  const pieces: (string | Reference)[] = [];
  let done = 0;
  for (const match of formula.matchAll(token)) {
    const { cell, columns, rows } = match.groups ?? {};
    const whole = cell ?? columns ?? rows;
    const references = whole?.split(':').map(referenceOf) ?? [];
    // What lies beyond the sheet is somebody's name for something.
    if (whole === undefined || references.some(isBeyond)) continue;
    pieces.push(formula.slice(done, match.index));
    references.forEach((reference, index) => pieces.push(...(index > 0 ? [':'] : []), reference));
    done = match.index + match[0].length;
  }
  pieces.push(formula.slice(done));
  return (downBy, rightBy) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : moved(piece, downBy, rightBy))).join('');
}

/** `column` or `row` is 0 where the reference is a whole row or column. */
interface Reference {
  readonly column: number;
  readonly columnFixed: boolean;
  /** The column as written, `$` included. */
  readonly columnText: string;
  readonly row: number;
  readonly rowFixed: boolean;
}

// Texts, quoted sheet names and brackets come first so that what looks like a reference inside them is passed over.
const token = new RegExp(
  [
    '"(?:[^"]|"")*"',
    "'(?:[^']|'')*'",
    '\\[[^\\]]*\\]',
    '(?<![\\p{L}\\p{N}_.$\\\\?])(?:' +
      '(?<cell>\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6})|' +
      '(?<columns>\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3})|' +
      '(?<rows>\\$?[1-9]\\d{0,6}:\\$?[1-9]\\d{0,6})' +
      ')(?![\\p{L}\\p{N}_.(!\\\\?])',
  ].join('|'),
  'gu',
);

function referenceOf(text: string): Reference {
  const [, columnFixed, letters, rowFixed, digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  let column = 0;
  for (const letter of (letters ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const isRowOnly = column === 0;
  return {
    column,
    columnFixed: columnFixed === '$',
    columnText: isRowOnly ? '' : `${columnFixed ?? ''}${columnName(column)}`,
    row: Number(digits ?? 0),
    rowFixed: isRowOnly ? columnFixed === '$' : rowFixed === '$',
  };
}

const isBeyond = ({ column, row }: Reference): boolean => column > sheetLimits.columns || row > sheetLimits.rows;

function moved({ column, columnFixed, columnText, row, rowFixed }: Reference, downBy: number, rightBy: number): string {
  const toColumn = column === 0 || columnFixed ? column : column + rightBy;
  const toRow = row === 0 || rowFixed ? row : row + downBy;
  if (toColumn < (column && 1) || toColumn > sheetLimits.columns || toRow < (row && 1) || toRow > sheetLimits.rows) {
    return '#REF!';
  }
  const columnPart = toColumn === column ? columnText : `${columnFixed ? '$' : ''}${columnName(toColumn)}`;
  return `${columnPart}${row === 0 ? '' : `${rowFixed ? '$' : ''}${toRow}`}`;
}
