import { areaName, type Area } from '../../../core/workbook/cell';
import type { Mark, MarkSeverity } from '../../../core/workbook/change';
import { markFormula, markSeverities, severityOfMarkFormula } from '../../../core/workbook/mark-tag';
import { attribute, encode, escapeText, text, unescapeXml, type Splice, type XmlElement } from './xml-bytes';

/**
 * The splices of a sheet part that take away the marks of ours it has and put these in: for each severity a conditional
 * format that is always true, ranked behind all rules of others. `format` gives the differential format of a severity.
 */
export function markSplices(
  bytes: Uint8Array,
  sheet: XmlElement,
  marks: readonly Mark[],
  format: (severity: MarkSeverity) => number,
): Splice[] {
  const splices: Splice[] = [];
  const gone = new Set<XmlElement>();
  for (const formatting of sheet.children.filter((child) => child.name === 'conditionalFormatting')) {
    const rules = formatting.children.filter((child) => child.name === 'cfRule');
    const ours = rules.filter((rule) => isOurs(bytes, rule));
    for (const rule of ours) gone.add(rule);
    const removed = ours.length === rules.length && ours.length > 0 ? [formatting] : ours;
    splices.push(...removed.map(({ start, end }) => ({ start, end, bytes: encode('') })));
  }
  if (marks.length === 0) return splices;
  let priority = highestPriority(bytes, sheet, gone);
  const at = placeAfter(sheet, beforeFormatting);
  const p = sheet.prefix;
  let written = '';
  for (const [severity, areas] of areasBySeverity(marks)) {
    for (const reference of references(areas)) {
      const rule = `<${p}cfRule type="expression" dxfId="${format(severity)}" priority="${++priority}">`;
      const formula = `<${p}formula>${escapeText(markFormula(severity))}</${p}formula>`;
      written += `<${p}conditionalFormatting sqref="${reference}">${rule}${formula}</${p}cfRule></${p}conditionalFormatting>`;
    }
  }
  return [...splices, { start: at, end: at, bytes: encode(written) }];
}

/** Where a new child of the sheet goes: behind the last of those that must come before it. */
export const placeAfter = (sheet: XmlElement, before: readonly string[]): number =>
  sheet.children.filter((child) => before.includes(child.name)).pop()?.end ?? sheet.openEnd;

/** The rectangles of each severity, worst first; a cell marked more than once counts for its worst mark. */
export function areasBySeverity(marks: readonly Mark[]): readonly (readonly [MarkSeverity, readonly Area[]])[] {
  const taken = new Map<number, Set<number>>();
  return markSeverities.flatMap((severity) => {
    const columns = new Map<number, number[]>();
    for (const mark of marks) {
      if (mark.severity !== severity) continue;
      const rows = taken.get(mark.column) ?? new Set();
      taken.set(mark.column, rows);
      if (rows.has(mark.row)) continue;
      rows.add(mark.row);
      const list = columns.get(mark.column);
      if (list) list.push(mark.row);
      else columns.set(mark.column, [mark.row]);
    }
    return columns.size > 0 ? [[severity, rectangles(columns)] as const] : [];
  });
}

/** Runs of rows in each column, runs that stand alike in neighbouring columns joined. */
function rectangles(columns: ReadonlyMap<number, readonly number[]>): readonly Area[] {
  const areas: Area[] = [];
  let open = new Map<string, Area>();
  for (const column of [...columns.keys()].sort((left, right) => left - right)) {
    const grown = new Map<string, Area>();
    for (const [top, bottom] of runs(columns.get(column) ?? [])) {
      const key = `${top} ${bottom}`;
      const left = open.get(key);
      const joined = left?.right === column - 1;
      grown.set(key, { top, bottom, left: joined ? left.left : column, right: column });
      if (joined) open.delete(key);
    }
    areas.push(...open.values());
    open = grown;
  }
  return [...areas, ...open.values()].sort((a, b) => a.top - b.top || a.left - b.left);
}

function runs(rows: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const row of rows.slice().sort((left, right) => left - right)) {
    const last = found[found.length - 1];
    if (last && last[1] === row - 1) last[1] = row;
    else found.push([row, row]);
  }
  return found;
}

/** Lists of places, none much longer than what programs are known to take in one attribute. */
function references(areas: readonly Area[]): readonly string[] {
  const found: string[] = [];
  let current = '';
  for (const area of areas) {
    const name = areaName(area);
    if (current.length + name.length > longestReference) {
      found.push(current);
      current = '';
    }
    current += current ? ` ${name}` : name;
  }
  return current ? [...found, current] : found;
}

const longestReference = 8000;

function isOurs(bytes: Uint8Array, rule: XmlElement): boolean {
  const formula = rule.children.find((child) => child.name === 'formula');
  if (!formula) return false;
  return severityOfMarkFormula(unescapeXml(text(bytes, formula.openEnd, formula.closeStart))) !== undefined;
}

function highestPriority(bytes: Uint8Array, element: XmlElement, gone: ReadonlySet<XmlElement>): number {
  let highest = 0;
  for (const child of element.children) {
    if (child.name === 'cfRule' && !gone.has(child)) {
      highest = Math.max(highest, Number(attribute(bytes, child, 'priority')) || 0);
    } else if (child.children.length > 0) highest = Math.max(highest, highestPriority(bytes, child, gone));
  }
  return highest;
}

/** What the schema puts before conditional formats (ECMA-376 Part 1, CT_Worksheet), and the formats already there. */
const beforeFormatting = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
];
