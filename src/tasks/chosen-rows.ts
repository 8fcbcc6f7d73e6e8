import type { Household } from '../core/sheets/household';
import type { RowSpan } from '../core/workbook/cell';

/** Rows of a sheet that a person chose. */
export interface ChosenRows {
  /** Missing where the workbook has one ledger. */
  readonly sheet?: string;
  readonly spans: readonly RowSpan[];
}

/** Rows as a person types them, `12-20、25` or `台账!12-20`; `undefined` where it is none of these. */
export function chosenRows(text: string): ChosenRows | undefined {
  const [, sheet, rows = ''] = /^(?:(.+)[!！])?([^!！]*)$/s.exec(text.trim()) ?? [];
  const spans: RowSpan[] = [];
  for (const part of rows
    .normalize('NFKC')
    .split(/[,、，;；\s]+/)
    .filter((one) => one !== '')) {
    const [, from, to = from] = /^第?(\d{1,7})(?:[-—–~到至](\d{1,7}))?行?$/.exec(part) ?? [];
    if (from === undefined) return undefined;
    spans.push({ from: Math.min(Number(from), Number(to)), to: Math.max(Number(from), Number(to)) });
  }
  if (spans.length === 0) return undefined;
  const name = sheet?.trim().replace(/^'(.*)'$/s, '$1');
  return name ? { sheet: name, spans } : { spans };
}

/** Spans as a person reads them: `12-20、25`. */
export const rowWords = (spans: readonly RowSpan[]): string =>
  spans.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join('、');

/** The households in these rows, or in one Chinese sentence why there are none for one of them. */
export function householdsInRows(
  all: readonly Household[],
  { sheet, spans }: ChosenRows,
): readonly Household[] | { readonly refused: string } {
  const sheets = [...new Set(all.map(({ at }) => at.sheet))];
  const [from] = sheet === undefined && sheets.length === 1 ? sheets : [sheet];
  if (from === undefined) {
    return {
      refused: `台账分在 ${sheets.length} 张工作表里，请在行号前写明是哪一张，例如 ${sheets[0] ?? '台账'}!12-20。`,
    };
  }
  const there = all.filter(({ at }) => at.sheet === from);
  if (there.length === 0) return { refused: `工作表“${from}”里没有一户一行的台账，请核对选的是哪一张表。` };
  const isIn = ({ at }: Household, span: RowSpan) => at.row >= span.from && at.row <= span.to;
  const empty = spans.filter((span) => !there.some((household) => isIn(household, span)));
  if (empty.length > 0) {
    const rows = there.map(({ at }) => at.row);
    const [first, last] = [rows.reduce((a, b) => Math.min(a, b)), rows.reduce((a, b) => Math.max(a, b))];
    return { refused: `第 ${rowWords(empty)} 行没有户，“${from}”的户在第 ${first} 至 ${last} 行，请核对行号。` };
  }
  return there.filter((household) => spans.some((span) => isIn(household, span)));
}
