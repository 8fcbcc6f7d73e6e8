/** Reads what a spreadsheet puts on the clipboard: tabs between cells, any line ending, quotes around cells with line breaks. */
export function parseTabSeparated(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let at = 0;
  const endCell = (): void => {
    rows[rows.length - 1].push(cell);
    cell = '';
  };
  while (at < text.length) {
    const sign = text[at];
    if (sign === '"' && cell === '') {
      const quoted = readQuoted(text, at);
      if (quoted) {
        cell = quoted.cell;
        at = quoted.end;
        continue;
      }
    }
    if (sign === '\t') endCell();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at++;
      endCell();
      rows.push([]);
    } else cell += sign;
    at++;
  }
  endCell();
  // The clipboard ends with a line ending that begins no row.
  const last = rows[rows.length - 1];
  if (rows.length > 1 && last.length === 1 && last[0] === '') rows.pop();
  return rows;
}

/** Writes rows as a spreadsheet expects them on the clipboard. */
export const writeTabSeparated = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/["\t\n\r]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t'))
    .join('\r\n');

// A quote that is never closed, or closed in mid-cell, is an ordinary character: 5" and "甲"村 are real entries.
function readQuoted(text: string, start: number): { readonly cell: string; readonly end: number } | undefined {
  let cell = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at++;
    } else {
      const after = text[at + 1];
      return after === undefined || after === '\t' || after === '\n' || after === '\r'
        ? { cell, end: at + 1 }
        : undefined;
    }
  }
  return undefined;
}
