/** How wide a text is in the column unit of a sheet (one digit of 宋体 11), at a size in points. Its longest line counts. */
export const textWidth = (text: string, size: number): number =>
  Math.max(...text.split('\n').map((line) => (unitsOf(line) * size) / 12));

/** How many lines a text takes in a column of that width; line breaks in it count. An empty text takes one. */
export function lineCount(text: string, width: number, size: number): number {
  // A cell keeps a little room at both edges, and not every program draws as narrow as the next.
  const room = Math.max(1, (width - 0.6) * 0.93);
  return text
    .split('\n')
    .reduce((lines, part) => lines + Math.max(1, Math.ceil((unitsOf(part) * size) / 12 / room)), 0);
}

/** The height in points that so many lines of a size need, with room above and below. */
export const heightOfLines = (lines: number, size: number): number => Math.ceil(lines * size * 1.36 + 6);

/** Half-width signs count 1.1, for programs that draw digits a little wider; all others 2. */
function unitsOf(line: string): number {
  let units = 0;
  for (const sign of line) units += (sign.codePointAt(0) ?? 0) < 0x2e80 && !wideSigns.has(sign) ? 1.1 : 2;
  return units;
}

const wideSigns = new Set('—…“”‘’·×√□■①②③④⑤⑥⑦⑧⑨⑩');
