import { cellKey, type Area } from '../workbook/cell';
import { valueAt, type SheetSnapshot } from '../workbook/snapshot';
import { headingKey, isUnitAlone, tidyText, unitOfHeading } from '../ledger/tidy';
import { labelsColumns } from './column-labels';

/** The heading rows of a ledger, read. */
export interface HeadingBand {
  readonly top: number;
  readonly bottom: number;
  readonly headings: readonly Heading[];
}

/** One column's heading, over one to three rows. */
export interface Heading {
  readonly column: number;
  /** As printed, from the top row down, without blanks and line breaks. */
  readonly parts: readonly string[];
  /** `headingKey` of the parts that say more than a unit. */
  readonly keys: readonly string[];
  readonly unit: string | undefined;
}

/**
 * Looks for heading rows from the row `from` on, by their words alone: at least two known ones, one of them a name or an
 * identity number. Tries one, two and three rows together; gives the first place, at its best depth.
 */
export function findHeadings(
  sheet: SheetSnapshot,
  words: ReadonlySet<string>,
  identityWords: ReadonlySet<string>,
  from: number,
): HeadingBand | undefined {
  const last = Math.min(sheet.rowCount, from + searchRows);
  const covered = coveredCells(sheet, from, last + deepest);
  let best: { readonly score: number; readonly band: HeadingBand } | undefined;
  for (let bottom = from; bottom <= (best ? Math.min(last, best.band.top + deepest - 1) : last); bottom += 1) {
    for (let top = bottom; top >= Math.max(from, bottom - deepest + 1); top -= 1) {
      if (isRowOfFigures(sheet, top)) break;
      if (top < bottom && !mayStandAbove(sheet, top)) break;
      const band = { top, bottom, headings: headingsOf(sheet, covered, top, bottom) };
      const score = scoreOf(sheet, band, words, identityWords);
      if (score > (best?.score ?? 0)) best = { score, band };
    }
  }
  return (
    best && withUnitsBelow(sheet, withGroupsAbove(sheet, covered, withLeavesBelow(sheet, covered, best.band), from))
  );
}

/** True where most cells of the row are heading words: a heading come again, or that of another ledger below. */
export function isHeadingRow(sheet: SheetSnapshot, row: number, words: ReadonlySet<string>): boolean {
  const texts = (sheet.rows[row - 1] ?? []).filter((value) => value !== null && value !== '');
  const known = texts.filter(
    (value) => typeof value === 'string' && value.length <= longestHeading && words.has(headingKey(value)),
  );
  return known.length >= 2 && known.length * 2 >= texts.length;
}

const searchRows = 60;
const deepest = 3;
const longestHeading = 40;
/** So many known words are a heading, however many columns of its own an office has added. */
const enoughWords = 8;
const widest = 400;

/** For cells that a merge covers: the cell that holds the text. Only for the given rows and a sensible width. */
function coveredCells(sheet: SheetSnapshot, top: number, bottom: number): ReadonlyMap<number, Area> {
  const covered = new Map<number, Area>();
  for (const area of sheet.merges) {
    if (area.bottom < top || area.top > bottom) continue;
    for (let row = Math.max(area.top, top); row <= Math.min(area.bottom, bottom); row += 1) {
      for (let column = area.left; column <= Math.min(area.right, widest); column += 1)
        covered.set(cellKey(row, column), area);
    }
  }
  return covered;
}

function headingsOf(
  sheet: SheetSnapshot,
  covered: ReadonlyMap<number, Area>,
  top: number,
  bottom: number,
): readonly Heading[] {
  const headings: Heading[] = [];
  for (let column = 1; column <= Math.min(sheet.columnCount, widest); column += 1) {
    const parts: string[] = [];
    let lastArea: Area | undefined;
    for (let row = top; row <= bottom; row += 1) {
      const area = covered.get(cellKey(row, column));
      if (area && (area === lastArea || area.top < top)) continue;
      lastArea = area;
      const value = area ? valueAt(sheet, area.top, area.left) : valueAt(sheet, row, column);
      const text =
        typeof value === 'string' && value.length <= 4 * longestHeading ? value.replace(/[\s\u200b]+/g, '') : '';
      if (text !== '') parts.push(text);
    }
    if (parts.length === 0) continue;
    const unit = [...parts]
      .reverse()
      .map((part) => unitOfHeading(isUnitAlone(part) ? `(${tidyText(part).replace(/[()]/g, '')})` : part))
      .find((each) => each !== undefined);
    const keys = parts
      .filter((part) => parts.length === 1 || !isUnitAlone(part))
      .map(headingKey)
      .filter((key) => key !== '');
    headings.push({ column, parts, keys, unit });
  }
  return headings;
}

/** How many columns say something we know; 0 where this cannot be a ledger's heading. */
function scoreOf(
  sheet: SheetSnapshot,
  band: HeadingBand,
  words: ReadonlySet<string>,
  identityWords: ReadonlySet<string>,
): number {
  const said = new Set<string>();
  const knownColumns: number[] = [];
  let identified = false;
  for (const { column, keys } of band.headings) {
    const key = [keys.join(''), keys[keys.length - 1] ?? ''].find((each) => words.has(each));
    if (key === undefined) continue;
    knownColumns.push(column);
    said.add(key);
    identified ||= identityWords.has(key);
  }
  if (band.bottom > band.top && standsOverWords(sheet, band, words)) return 0;
  if (!identified || said.size < Math.max(2, Math.min(band.headings.length / 3, enoughWords))) return 0;
  for (let row = band.top; row <= band.bottom && said.size < 3; row += 1) {
    if (sheet.rows[row - 1]?.some((value) => typeof value === 'number')) return 0;
  }
  // 户主姓名 □ 身份证号 □ 联系电话 □ : a sheet about one household, with the answers beside the words.
  const filled = new Set(band.headings.map((heading) => heading.column));
  if (
    band.top === band.bottom &&
    (knownColumns.every((column) => !filled.has(column + 1) && !isCovered(sheet, band.top, column)) ||
      asksInTheNextRow(sheet, band.top, knownColumns, words))
  )
    return 0;
  return said.size;
}

/** 户主姓名 张三 身份证号 … over 家庭人口 3 联系电话 …: answers between the words, and the next row asks on. */
function asksInTheNextRow(
  sheet: SheetSnapshot,
  row: number,
  knownColumns: readonly number[],
  words: ReadonlySet<string>,
): boolean {
  if (knownColumns.some((column) => knownColumns.includes(column + 1))) return false;
  const asked = knownColumns.filter((column) => {
    const below = valueAt(sheet, row + 1, column);
    return typeof below === 'string' && below.length <= longestHeading && words.has(headingKey(below));
  });
  return asked.length * 2 > knownColumns.length;
}

/** Known words right over known words without any merge: two lines of a sheet of questions, not a heading of two rows. */
function standsOverWords(sheet: SheetSnapshot, band: HeadingBand, words: ReadonlySet<string>): boolean {
  const stacked = band.headings.filter(({ keys }) => keys.length > 1);
  const clash = stacked.filter(({ column, keys }) => {
    const over = sheet.merges.some(
      (area) => area.top <= band.top && area.bottom >= band.top && area.left <= column && area.right >= column,
    );
    return !over && !words.has(keys.join('')) && words.has(keys[0]) && words.has(keys[keys.length - 1]);
  });
  return clash.length * 2 > stacked.length;
}

/** A household, whatever else its row says: a long number, or two. A year may stand in a heading as a number. */
function isRowOfFigures(sheet: SheetSnapshot, row: number): boolean {
  const values = sheet.rows[row - 1] ?? [];
  let numbers = 0;
  for (const value of values) if (typeof value === 'number' && ++numbers > 1) return true;
  return values.some((value) => typeof value === 'string' && value.length >= 11 && /\d{11}/.test(value));
}

const isCovered = (sheet: SheetSnapshot, row: number, column: number): boolean =>
  sheet.columnCount <= column ||
  sheet.merges.some((area) => area.top <= row && area.bottom >= row && area.left <= column && area.right > column);

const titleWords = /(台账|名册|名单|公示|表)$/;
const isMergedAlmostAcross = (sheet: SheetSnapshot, row: number): boolean =>
  sheet.merges.some(
    (area) => area.top <= row && area.bottom >= row && (area.right - area.left + 1) * 5 >= sheet.columnCount * 4,
  );

/** A row with a colon, a date or a long text is a line above the table, not an upper heading. */
function mayStandAbove(sheet: SheetSnapshot, row: number): boolean {
  const texts = (sheet.rows[row - 1] ?? []).filter((value) => value !== null && value !== '');
  const alone = texts.length === 1 && typeof texts[0] === 'string';
  if (alone && (titleWords.test(tidyText(String(texts[0]))) || isMergedAlmostAcross(sheet, row))) return false;
  return (
    texts.length > 0 &&
    texts.every((value) => {
      const text = typeof value === 'string' ? tidyText(value) : '';
      return text !== '' && text.length <= 20 && !/:|\d年|\d月|^年月日?$|第.*页/.test(text);
    })
  );
}

/** Takes in lower heading rows whose words are all unknown: a heading merged downwards shows that they belong to it. */
function withLeavesBelow(sheet: SheetSnapshot, covered: ReadonlyMap<number, Area>, band: HeadingBand): HeadingBand {
  let bottom = band.bottom;
  for (const { column } of band.headings) {
    const area = covered.get(cellKey(band.bottom, column));
    if (area && area.bottom < band.top + deepest) bottom = Math.max(bottom, area.bottom);
  }
  return bottom === band.bottom
    ? band
    : { top: band.top, bottom, headings: headingsOf(sheet, covered, band.top, bottom) };
}

/** Reads the units that stand in rows of their own right under the headings: 人, 元, between codes and column numbers. */
function withUnitsBelow(sheet: SheetSnapshot, band: HeadingBand): HeadingBand {
  const units = new Map<number, string>();
  for (let row = band.bottom + 1; row <= band.bottom + deepest; row += 1) {
    const values = (sheet.rows[row - 1] ?? []).slice(0, widest);
    const filled = values.flatMap((value) => (value === null || value === '' ? [] : [tidyText(String(value))]));
    if (!labelsColumns(filled)) break;
    values.forEach((value, index) => {
      if (typeof value === 'string' && isUnitAlone(value)) units.set(index + 1, value);
    });
  }
  if (units.size === 0) return band;
  const headings = band.headings.map((heading) => {
    const unit = heading.unit ?? unitOfHeading(`(${tidyText(units.get(heading.column) ?? '').replace(/[()]/g, '')})`);
    return { ...heading, unit };
  });
  return { ...band, headings };
}

/** Takes in upper heading rows that name groups without making any column better known. */
function withGroupsAbove(
  sheet: SheetSnapshot,
  covered: ReadonlyMap<number, Area>,
  band: HeadingBand,
  from: number,
): HeadingBand {
  let top = band.top;
  while (top > from && band.bottom - top + 1 < deepest && namesGroups(sheet, covered, top - 1, band)) top -= 1;
  return top === band.top ? band : { top, bottom: band.bottom, headings: headingsOf(sheet, covered, top, band.bottom) };
}

function namesGroups(
  sheet: SheetSnapshot,
  covered: ReadonlyMap<number, Area>,
  row: number,
  band: HeadingBand,
): boolean {
  if (!mayStandAbove(sheet, row)) return false;
  const areas = new Set<Area>();
  let cells = 0;
  for (let column = 1; column <= Math.min(sheet.columnCount, widest); column += 1) {
    const area = covered.get(cellKey(row, column));
    if (area) areas.add(area);
    if (valueAt(sheet, row, column) !== null) cells += 1;
  }
  if ([...areas].some((area) => area.top <= row && area.bottom > row && area.bottom <= band.bottom)) return true;
  const wide = [...areas].filter((area) => area.right > area.left);
  // One merged text alone above the table is its title.
  return (
    cells >= 2 && wide.length >= 1 && wide.every((area) => (area.right - area.left + 1) * 10 < band.headings.length * 8)
  );
}
