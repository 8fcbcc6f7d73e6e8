import { bankCells, bankHeadings, type BankBatch } from './bank-rows';

/**
 * The batch as the text of a file: `csv` parted by commas, `txt` by tabs, a line each ending with carriage return and line
 * feed, headings first and no total. Nothing in it can be taken for a formula by a spreadsheet program.
 */
export function bankText(batch: BankBatch, format: 'csv' | 'txt'): string {
  const lines = [bankHeadings, ...batch.rows.map(bankCells)];
  return lines
    .map(
      (cells) =>
        `${cells.map((cell) => (format === 'csv' ? csvCell(cell) : tabCell(cell))).join(format === 'csv' ? ',' : '\t')}\r\n`,
    )
    .join('');
}

const csvCell = (text: string): string => {
  const safe = harmless(text.replace(/[\r\n]+/g, ' '));
  return /[",]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};

const tabCell = (text: string): string => harmless(text.replace(/[\r\n\t]+/g, ' '));

/** A text that begins like a formula gets an apostrophe in front, as a person would type it. */
export const harmless = (text: string): string =>
  /^\s*[=+\-@＝＋－＠]/.test(text) || text.startsWith('\t') ? `'${text}` : text;
