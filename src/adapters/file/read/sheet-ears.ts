import type { CellValue } from '../../../core/workbook/cell';
import { parseA1, sheetLimits } from '../../../core/workbook/cell';
import { severityOfMarkFormula } from '../../../core/workbook/mark-tag';
import { unreadable } from '../package/unreadable';
import { truth, type XmlEars } from '../package/xml';
import { bounded, cellText, tidied, valueOf } from './cell-content';
import type { SheetDraft } from './sheet-draft';

/** Ears that hear a sheet part into a draft; `heard` tells whether there was any sheet data. */
export interface SheetEars extends Required<XmlEars> {
  readonly heard: () => boolean;
}

/** Hears a sheet: everything around the rows, and the rows too where they come. */
export function createSheetEars(draft: SheetDraft, strings: readonly string[], date1904: boolean): SheetEars {
  // Names of the open elements, '' for any that is not the sheet's own.
  const open: string[] = [''];
  let prefix: string | undefined;
  let heard = false;
  let views = 0;

  let expectedRow = 0;
  let pendingRow: { style: number; height: number | undefined; isHidden: boolean } | undefined;
  let type = '';
  let column = 0;
  let style = 0;
  let value: CellValue = null;
  let text = '';
  let rich = '';
  let preserved = false;
  let formula: Readonly<Record<string, string>> = {};
  let markAreas = '';

  /** A row without a number takes it from its first cell, so it starts only then. */
  const startPending = (row: number) => {
    if (!pendingRow) return;
    draft.startRow(row, pendingRow.style, pendingRow.height, pendingRow.isHidden);
    expectedRow = draft.row();
    pendingRow = undefined;
  };

  const opened = (name: string, attributes: Readonly<Record<string, string>>): void => {
    switch (name) {
      case 'sheetView':
        views++;
        break;
      case 'pane':
        if (views === 1 && /^frozen/.test(attributes.state ?? '')) {
          draft.freeze(splitOf(attributes.ySplit, sheetLimits.rows), splitOf(attributes.xSplit, sheetLimits.columns));
        }
        break;
      case 'sheetFormatPr': {
        const base = measure(attributes.baseColWidth);
        draft.defaults(
          measure(attributes.defaultColWidth) ?? (base === undefined ? undefined : base + 0.71),
          measure(attributes.defaultRowHeight),
          truth(attributes.zeroHeight),
        );
        break;
      }
      case 'col':
        draft.columns(
          whole(attributes.min),
          whole(attributes.max),
          attributes.style === undefined ? 0 : whole(attributes.style),
          measure(attributes.width),
          truth(attributes.hidden),
        );
        break;
      case 'sheetData':
        heard = true;
        break;
      case 'row': {
        const hasStyle = attributes.s !== undefined && truth(attributes.customFormat);
        pendingRow = {
          style: hasStyle ? whole(attributes.s) : -1,
          height: measure(attributes.ht),
          isHidden: truth(attributes.hidden),
        };
        if (attributes.r !== undefined) {
          const row = whole(attributes.r);
          // To the draft, row 0 would be the next one.
          if (row === 0) throw unreadable('beyondSheet');
          startPending(row);
        }
        break;
      }
      case 'c': {
        const place = attributes.r === undefined ? undefined : parseA1(attributes.r);
        if (attributes.r !== undefined && !place) throw unreadable('beyondSheet');
        startPending(place?.row ?? 0);
        if (place && place.row !== expectedRow) throw unreadable('damaged');
        column = place?.column ?? 0;
        style = attributes.s === undefined ? 0 : whole(attributes.s);
        type = attributes.t ?? 'n';
        value = null;
        break;
      }
      case 'is':
        rich = '';
        break;
      case 'f':
        formula = attributes;
        break;
      case 'sheetProtection':
        if (truth(attributes.sheet)) draft.protect();
        break;
      case 'mergeCell':
        draft.merge(attributes.ref ?? '');
        break;
      case 'conditionalFormatting':
        markAreas = attributes.sqref ?? '';
        break;
    }
    if (name === 't') preserved = attributes['xml:space'] === 'preserve';
    text = '';
  };

  const closed = (name: string): void => {
    switch (name) {
      case 't':
        rich += cellText(tidied(text, preserved));
        break;
      case 'is':
        rich = bounded(rich);
        if (type === 'inlineStr') value = rich;
        break;
      case 'v':
        value = valueOf(type, text, strings, date1904);
        break;
      case 'f':
        draft.formula(column, { text, type: formula.t ?? '', shared: formula.si, area: formula.ref });
        break;
      case 'c':
        draft.cell(column, style, value);
        break;
      case 'row':
        startPending(0);
        draft.endRow();
        break;
      case 'formula': {
        const severity = severityOfMarkFormula(text);
        if (severity) draft.mark(severity, markAreas.trim());
        break;
      }
    }
    text = '';
  };

  return {
    heard: () => heard,
    open(name, attributes) {
      prefix ??= name.slice(0, name.indexOf(':') + 1);
      const own = name.startsWith(prefix) ? name.slice(prefix.length) : '';
      const known = inside[open[open.length - 1]]?.includes(own) ? own : '';
      if (open.length === 1 && known === '') throw unreadable('noSheet');
      open.push(known === '' ? foreign : known);
      if (known !== '') opened(known, attributes);
    },
    text(more) {
      if (keepsText.has(open[open.length - 1])) text += more;
    },
    close() {
      const name = open.pop() ?? foreign;
      if (name !== foreign) closed(name);
    },
  };
}

const foreign = '?';

/** Which elements are heard inside which; all others, with all they hold, are passed over. */
const inside: Readonly<Record<string, readonly string[] | undefined>> = {
  '': ['worksheet'],
  worksheet: [
    'sheetViews',
    'sheetFormatPr',
    'cols',
    'sheetData',
    'sheetProtection',
    'mergeCells',
    'conditionalFormatting',
  ],
  sheetViews: ['sheetView'],
  sheetView: ['pane'],
  cols: ['col'],
  sheetData: ['row'],
  row: ['c'],
  c: ['v', 'f', 'is'],
  is: ['t', 'r'],
  r: ['t'],
  mergeCells: ['mergeCell'],
  conditionalFormatting: ['cfRule'],
  cfRule: ['formula'],
};

const keepsText = new Set(['v', 'f', 't', 'formula']);

/** A count from 0; what is no count is beyond any sheet. */
function whole(text: string | undefined): number {
  if (text === undefined || !/^\d{1,10}$/.test(text.trim())) throw unreadable('beyondSheet');
  return Number(text);
}

function measure(text: string | undefined): number | undefined {
  const number = text === undefined ? NaN : Number(text);
  return Number.isFinite(number) && text?.trim() !== '' ? number : undefined;
}

const splitOf = (text: string | undefined, most: number): number =>
  Math.min(most, Math.max(0, Math.trunc(measure(text) ?? 0)));
