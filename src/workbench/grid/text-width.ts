/** About how wide a text is drawn, in pixels, at a font size in pixels; for line counts and for numbers that do not fit. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (let at = 0; at < text.length; at++) ems += text.charCodeAt(at) > 0x2e7f ? 1 : 0.56;
  return ems * fontSize;
}

/** How many lines a wrapped text takes in a width. Line breaks in the text count. */
export function lineCount(text: string, fontSize: number, width: number): number {
  // A sheet has millions of cells: one pass, no pieces of text made.
  const room = Math.max(width, fontSize) / fontSize;
  let lines = 1;
  let ems = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const next = ems + (code > 0x2e7f ? 1 : 0.56);
    if (code === 10) {
      lines++;
      ems = 0;
    } else if (next > room) {
      lines++;
      ems = next - ems;
    } else ems = next;
  }
  return lines;
}
