import type { CellStyle } from '../../core/workbook/snapshot';
import { cellPadding, defaultFontPoints, indentOf } from './sheet-layout';

/** The style declarations that draw a cell's own look; borders are classes, because neighbours share them. */
export function cellLook(style: CellStyle): string {
  const { font, fill, horizontal, vertical } = style;
  const upright = vertical === 'top' ? 'flex-start' : vertical === 'center' ? 'center' : 'flex-end';
  const look = [
    `font-size:${Math.round(((font?.size ?? defaultFontPoints) * 96 * 100) / 72) / 100}px`,
    `align-items:${upright}`,
    // What is too tall for its row shows its beginning; older browsers cut both ends.
    `align-items:safe ${upright}`,
  ];
  if (font?.name) look.push(`font-family:${fontStack(font.name)}`);
  if (font?.bold) look.push('font-weight:600');
  if (font?.italic) look.push('font-style:italic');
  if (font?.underline) look.push('text-decoration:underline');
  if (font?.color) look.push(`color:${safeColour(font.color)}`);
  if (fill) look.push(`background-color:${safeColour(fill)}`, 'border-color:transparent');
  if (horizontal) look.push(`justify-content:${justify[horizontal]}`, `text-align:${horizontal}`);
  const indent = indentOf(style);
  if (indent > 0)
    look.push(`--indent:${indent}px`, `padding-${horizontal === 'right' ? 'right' : 'left'}:${cellPadding + indent}px`);
  if (style.wrap) look.push('white-space:pre-wrap', 'overflow-wrap:anywhere', 'line-height:1.25');
  return look.join(';');
}

const justify = { left: 'flex-start', center: 'center', right: 'flex-end', justify: 'flex-start' } as const;

// A file is a stranger's: nothing from it reaches the style sheet unread.
const safeColour = (colour: string): string => (/^#[0-9a-f]{6}$/i.test(colour) ? colour : 'inherit');

const songti = 'SimSun,"Songti SC","Noto Serif CJK SC",serif';
const heiti = 'SimHei,"Heiti SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** Fonts of Chinese offices by either of their names, with what other systems have in their place. */
function fontStack(name: string): string {
  const own = `"${name.replace(/["'\\;{}<>]/g, '')}"`;
  if (/宋|SimSun|Songti/i.test(name)) return `${own},${songti}`;
  if (/仿宋|FangSong/i.test(name)) return `${own},FangSong,STFangsong,${songti}`;
  if (/楷|KaiTi/i.test(name)) return `${own},KaiTi,STKaiti,${songti}`;
  if (/黑|SimHei/i.test(name)) return `${own},${heiti}`;
  return `${own},var(--cell-font)`;
}
