import { child, type XmlNode } from '../package/xml';

/** Turns a colour of the file (plain, of the theme, of the palette; perhaps lightened) into `#rrggbb`. */
export type ColorReader = (node: XmlNode | undefined) => string | undefined;

/** A reader of colours for a workbook. `theme` and `styles` are the roots of those parts, where there are any. */
export function createColorReader(styles: XmlNode | undefined, theme: XmlNode | undefined): ColorReader {
  const themeColors = themeColorsOf(theme);
  const own = child(child(styles, 'colors'), 'indexedColors')?.children.map(({ attributes }) => hexOf(attributes.rgb));
  return (node) => {
    if (!node) return undefined;
    const { rgb, theme: place, indexed, tint } = node.attributes;
    let color: string | undefined;
    if (rgb !== undefined) color = hexOf(rgb);
    else if (place !== undefined) color = themeColors[Number(place)];
    else if (indexed !== undefined) color = own?.[Number(indexed)] ?? palette[Number(indexed)];
    const amount = Number(tint ?? 0);
    return color !== undefined && amount !== 0 && Number.isFinite(amount) ? tinted(color, amount) : color;
  };
}

/** `FFRRGGBB` or `RRGGBB` → `#rrggbb`; transparency is not drawn. */
function hexOf(argb: string | undefined): string | undefined {
  const match = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(argb ?? '');
  return match ? `#${match[1].toLowerCase()}` : undefined;
}

/** In the order in which cells count them: light and dark change places against the theme's own order. */
const themeOrder = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** The colours of Office's usual theme, for workbooks that do not carry one. */
const usualTheme = 'ffffff 000000 e7e6e6 44546a 4472c4 ed7d31 a5a5a5 ffc000 5b9bd5 70ad47 0563c1 954f72'.split(' ');

function themeColorsOf(theme: XmlNode | undefined): readonly (string | undefined)[] {
  const scheme = child(child(theme, 'themeElements'), 'clrScheme');
  return themeOrder.map((name, index) => {
    const color = child(scheme, name)?.children[0]?.attributes;
    return hexOf(color?.lastClr ?? color?.val) ?? `#${usualTheme[index]}`;
  });
}

/** ECMA-376 part 1, 18.8.3: the palette that files of the 1990s point into; its first eight come twice. */
const palette = (
  '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff ' +
  '800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff ' +
  '000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 ' +
  '3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
)
  .split(' ')
  .map((hex) => `#${hex}`);

/** Lightens (above 0) or darkens (below 0) by moving the lightness only. */
function tinted(color: string, tint: number): string {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const spread = most - least;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  let hue = 0;
  if (spread > 0) {
    if (most === red) hue = ((green - blue) / spread + 6) % 6;
    else if (most === green) hue = (blue - red) / spread + 2;
    else hue = (red - green) / spread + 4;
  }
  const amount = Math.max(-1, Math.min(1, tint));
  const moved = amount < 0 ? lightness * (1 + amount) : lightness + (1 - lightness) * amount;
  const chroma = (1 - Math.abs(2 * moved - 1)) * saturation;
  const channel = (shift: number) => {
    const place = (hue + shift) % 6;
    const strength = Math.max(0, Math.min(1, Math.abs(place - 3) - 1));
    return Math.round((moved - chroma / 2 + chroma * strength) * 255)
      .toString(16)
      .padStart(2, '0');
  };
  // Red peaks where the hue is 0, green at 2, blue at 4.
  return `#${channel(0)}${channel(4)}${channel(2)}`;
}
