import { plainStyle, type CellStyle } from '../../../core/workbook/snapshot';
import { child, childrenNamed, truth, type XmlNode } from '../package/xml';
import { createColorReader, type ColorReader } from './colors';
import { builtInNumberFormats } from './number-formats';

/**
 * The workbook's cell formats, in the order in which cells count them: style `n` of the snapshot is `xf` number `n` of
 * `cellXfs`. `styles` and `theme` are the roots of those parts, where there are any.
 */
export function readStyles(styles: XmlNode | undefined, theme: XmlNode | undefined): readonly CellStyle[] {
  const known = styles && readBefore.get(styles);
  if (known && known.theme === theme) return known.styles;
  const read = freshStyles(styles, theme);
  if (styles) readBefore.set(styles, { theme, styles: read });
  return read;
}

/** Trees are kept for parts that come again, and so is what was made of them. */
const readBefore = new WeakMap<
  XmlNode,
  { readonly theme: XmlNode | undefined; readonly styles: readonly CellStyle[] }
>();

function freshStyles(styles: XmlNode | undefined, theme: XmlNode | undefined): readonly CellStyle[] {
  const colorOf = createColorReader(styles, theme);
  const formats = new Map(builtInNumberFormats);
  for (const { attributes } of childrenNamed(child(styles, 'numFmts'), 'numFmt')) {
    if (attributes.formatCode) formats.set(Number(attributes.numFmtId), attributes.formatCode);
  }
  const fonts = childrenNamed(child(styles, 'fonts'), 'font').map((node) => fontOf(node, colorOf));
  const fills = childrenNamed(child(styles, 'fills'), 'fill').map((node) => fillOf(node, colorOf));
  const borders = childrenNamed(child(styles, 'borders'), 'border').map(borderOf);

  const read = childrenNamed(child(styles, 'cellXfs'), 'xf').map((xf): CellStyle => {
    const alignment = child(xf, 'alignment')?.attributes ?? {};
    const style: CellStyle = {
      numberFormat: formats.get(Number(xf.attributes.numFmtId ?? 0)) ?? 'General',
      font: fonts[Number(xf.attributes.fontId ?? 0)],
      fill: fills[Number(xf.attributes.fillId ?? 0)],
      border: borders[Number(xf.attributes.borderId ?? 0)],
      horizontal: horizontals[alignment.horizontal ?? ''],
      vertical: verticals[alignment.vertical ?? ''],
      wrap: truth(alignment.wrapText) || undefined,
      indent: indentOf(alignment.indent),
      locked: truth(child(xf, 'protection')?.attributes.locked, true),
    };
    return withoutGaps(style);
  });
  return read.length > 0 ? read : [plainStyle];
}

/** Excel knows 0 to 250 steps; nothing else is drawn. */
const indentOf = (written: string | undefined): number | undefined => {
  const steps = Number(written ?? 0);
  return Number.isInteger(steps) && steps > 0 ? Math.min(steps, 250) : undefined;
};

/** Leaves out what is not set, so that equal styles look equal. */
function withoutGaps<T extends object>(whole: T): T {
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as T;
}

function fontOf(node: XmlNode, colorOf: ColorReader): CellStyle['font'] {
  const isOn = (name: string) => {
    const found = child(node, name);
    return found ? truth(found.attributes.val, true) || undefined : undefined;
  };
  const underline = child(node, 'u');
  const size = Number(child(node, 'sz')?.attributes.val);
  return withoutGaps({
    name: (child(node, 'name') ?? child(node, 'rFont'))?.attributes.val,
    size: size > 0 ? size : undefined,
    bold: isOn('b'),
    italic: isOn('i'),
    underline: underline && underline.attributes.val !== 'none' ? true : undefined,
    color: colorOf(child(node, 'color')),
  });
}

function fillOf(node: XmlNode, colorOf: ColorReader): string | undefined {
  const stop = child(child(child(node, 'gradientFill'), 'stop'), 'color');
  if (stop) return colorOf(stop);
  const pattern = child(node, 'patternFill');
  const kind = pattern?.attributes.patternType ?? 'none';
  if (kind === 'none') return undefined;
  if (kind === 'solid') return colorOf(child(pattern, 'fgColor')) ?? colorOf(child(pattern, 'bgColor'));
  // Hatching is drawn as its ground.
  return colorOf(child(pattern, 'bgColor'));
}

function borderOf(node: XmlNode): CellStyle['border'] {
  const isDrawn = (...names: string[]) =>
    names.some((name) => (child(node, name)?.attributes.style ?? 'none') !== 'none') || undefined;
  const border = withoutGaps({
    top: isDrawn('top'),
    right: isDrawn('right', 'end'),
    bottom: isDrawn('bottom'),
    left: isDrawn('left', 'start'),
  });
  return Object.keys(border).length > 0 ? border : undefined;
}

const horizontals: Readonly<Record<string, CellStyle['horizontal']>> = Object.assign(Object.create(null), {
  left: 'left',
  center: 'center',
  centerContinuous: 'center',
  right: 'right',
  justify: 'justify',
  distributed: 'justify',
});

const verticals: Readonly<Record<string, CellStyle['vertical']>> = Object.assign(Object.create(null), {
  top: 'top',
  center: 'center',
  justify: 'center',
  distributed: 'center',
  bottom: 'bottom',
});
