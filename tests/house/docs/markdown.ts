/** A Markdown table; `|` and line breaks within a cell are made harmless. */
export function table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map(cellText).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A table of headings and values as the tests write it, in a fence, so that it is seen as it is run. */
export const fenced = (text: string): string => ['```', text, '```'].join('\n');

export const code = (text: string): string => `\`${text}\``;

const cellText = (cell: string | number): string =>
  String(cell)
    .replace(/\|/g, '\\|')
    .replace(/\s*\n\s*/g, ' ');
