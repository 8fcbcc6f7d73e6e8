/** About how wide a text is drawn, in pixels, at a font size in pixels; for line counts and for numbers that do not fit. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (let at = 0; at < text.length; at++) ems += text.charCodeAt(at) > 0x2e7f ? 1 : 0.56;
  return ems * fontSize;
}

/** How many lines a wrapped text takes in a width. Line breaks in the text count. */
export function lineCount(text: string, fontSize: number, width: number): number {
  if (text.length * fontSize <= width && text.indexOf('\n') < 0) return 1;
  let lines = 0;
  for (const part of text.split('\n'))
    lines += Math.max(1, Math.ceil(textWidth(part, fontSize) / Math.max(width, fontSize)));
  return lines;
}
