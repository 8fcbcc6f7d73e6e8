import type { Finding } from '../core/findings/finding';
import type { Scheme } from '../core/policy/scheme';
import { isSchemeSheet, readSchemeSheet } from '../core/sheets/scheme-sheet';
import type { SheetSnapshot, WorkbookSnapshot } from '../core/workbook/snapshot';
import { schemes } from '../schemes';
import { entryFindings, sheetsDifferFinding } from './scheme-findings';

/** The scheme that holds for the workbooks, and where it came from. */
export interface SchemeInForce {
  /** Sets nothing where the sheet 救助标准 has wrong entries: then no amount may be judged by another place's figures. */
  readonly scheme: Scheme;
  readonly origin: 'chosen' | 'sheet' | 'default';
  /** The sheet it was read from. */
  readonly sheet?: { readonly workbook: string; readonly sheet: string };
  /** Wrong entries of the sheet, at their cells, and sheets that say something else. */
  readonly findings: readonly Finding[];
  readonly remarks: readonly string[];
}

/** What is chosen goes first, then the sheet 救助标准 of the first workbook that has one, then the default. */
export function schemeInForce(workbooks: readonly WorkbookSnapshot[], chosen?: Scheme): SchemeInForce {
  const carried = workbooks.flatMap((workbook) => {
    const sheet = workbook.sheets.find(isSchemeSheet);
    return sheet ? [{ workbook, sheet, read: readSchemeSheet(workbook) }] : [];
  });
  if (chosen) {
    const remarks = carried.length > 0 ? [`本次按选定的“${chosen.title}”检查，没有用工作簿里的救助标准表。`] : [];
    return { scheme: chosen, origin: 'chosen', findings: [], remarks };
  }
  const [first, ...others] = carried;
  if (!first?.read) return { scheme: schemes[0], origin: 'default', findings: [], remarks: [] };
  const place = { workbook: first.workbook.name, sheet: first.sheet.name };
  const wrong = carried.flatMap(({ workbook, read }) =>
    read && 'problems' in read ? entryFindings(workbook.name, read.problems) : [],
  );
  if ('problems' in first.read) {
    const remark = `工作表“${place.sheet}”有填错的地方，用到标准的检查和填列没有进行，请改正后再检查。`;
    return { scheme: nothingSet, origin: 'sheet', sheet: place, findings: wrong, remarks: [remark] };
  }
  const { scheme } = first.read;
  const figures = figuresOf(scheme);
  const different = others.flatMap(({ workbook, sheet, read }) =>
    read && 'scheme' in read && figuresOf(read.scheme) !== figures
      ? [sheetsDifferFinding(workbook.name, sheet.name, place.workbook)]
      : [],
  );
  return { scheme, origin: 'sheet', sheet: place, findings: [...wrong, ...different], remarks: [] };
}

/** Why the sheet is no ledger; `undefined` for any other sheet. */
export const whySchemeSheet = (sheet: SheetSnapshot | undefined): string | undefined =>
  sheet && isSchemeSheet(sheet) ? '这是救助标准，不是台账。' : undefined;

const nothingSet: Scheme = { id: 'own', title: '本工作簿的救助标准（有误）', document: '本工作簿', rulings: [{}] };

/** What two schemes must have in common to count as one: all but their names. */
const figuresOf = ({ rulings, holidays }: Scheme): string => JSON.stringify({ rulings, holidays });
