/** How wide a text is in the column unit of a sheet (one digit of 宋体 11), at a size in points. Its longest line counts. */
export const textWidth = (text: string, size: number): number =>
  Math.max(...text.split('\n').map((line) => (unitsOf(line) * size) / 12));

/** How many lines a text takes in a column of that width; line breaks in it count. An empty text takes one. */
export function lineCount(text: string, width: number, size: number): number {
  // A cell keeps a little room at both edges, and LibreOffice makes columns a twelfth narrower than Excel.
  const room = Math.max(1, (width - 0.6) * 0.91);
  return text.split('\n').reduce((lines, part) => lines + linesOf(part, (room * 12) / size), 0);
}

/** Sign by sign: a line holds whole signs, and none begins with a closing one, which takes the sign before it along. */
function linesOf(part: string, room: number): number {
  let lines = 1;
  let used = 0;
  let before = 0;
  for (const sign of part) {
    const units = unitsOfSign(sign);
    if (used + units > room && used > 0) {
      lines += 1;
      used = closing.has(sign) ? before : 0;
    }
    used += units;
    before = units;
  }
  return lines;
}

const closing = new Set('，。、；：？！）》”’·…,.;:?!)');

/** The height in points that so many lines of a size need, with room above and below. */
export const heightOfLines = (lines: number, size: number): number => Math.ceil(lines * size * 1.36 + 6);

function unitsOf(line: string): number {
  let units = 0;
  for (const sign of line) units += unitsOfSign(sign);
  return units;
}

/** Half-width signs count 1.1, for programs that draw digits a little wider; all others 2. */
const unitsOfSign = (sign: string): number => ((sign.codePointAt(0) ?? 0) < 0x2e80 && !wideSigns.has(sign) ? 1.1 : 2);

const wideSigns = new Set('—…“”‘’·×√□■①②③④⑤⑥⑦⑧⑨⑩');
