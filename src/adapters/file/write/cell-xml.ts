import { isCellError, sheetLimits, type CellValue } from '../../../core/workbook/cell';
import { escapeText } from './xml-bytes';

/**
 * One cell of a sheet part. `attributes` begin with a blank and hold place and style; text goes in as an inline string,
 * so that no other part changes and nothing typed can become a formula. Throws RangeError for numbers no cell can hold.
 */
export function cellXml(prefix: string, attributes: string, value: CellValue): string {
  const tag = `${prefix}c`;
  if (value === null) return `<${tag}${attributes}/>`;
  if (typeof value === 'string') {
    return `<${tag}${attributes} t="inlineStr"><${prefix}is>${textXml(prefix, value)}</${prefix}is></${tag}>`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('a cell cannot hold this number');
  const [kind, content] = isCellError(value)
    ? [' t="e"', escapeText(value.error)]
    : typeof value === 'boolean'
      ? [' t="b"', value ? '1' : '0']
      : ['', String(value === 0 ? 0 : value)];
  return `<${tag}${attributes}${kind}><${prefix}v>${content}</${prefix}v></${tag}>`;
}

/** The text as a cell can hold it: signs that XML cannot carry are gone, line ends are `\n`, no more than 32,767 characters. */
export function cellText(value: string): string {
  const clean = hasOddSigns.test(value) ? value.replace(/\r\n?/g, '\n').replace(unwritable, '') : value;
  if (clean.length <= sheetLimits.characters) return clean;
  const half = /[\uD800-\uDBFF]$/.test(clean.slice(0, sheetLimits.characters)) ? 1 : 0;
  return clean.slice(0, sheetLimits.characters - half);
}

/** A text as the element `t`. */
export function textXml(prefix: string, value: string): string {
  const written = escapeText(cellText(value)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  const keep = /^\s|\s$|[\n\t]|\s\s/.test(written) ? ' xml:space="preserve"' : '';
  return `<${prefix}t${keep}>${written}</${prefix}t>`;
}

const hasOddSigns = /[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

const unwritable =
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
