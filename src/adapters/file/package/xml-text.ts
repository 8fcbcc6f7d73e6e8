import { unreadable } from './unreadable';

/** These are the characters that XML 1.0 forbids. */
export const forbiddenInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** The text with its entities resolved. Throws `UnreadableWorkbook` for one that XML does not know. */
export const withEntities = (text: string): string =>
  text.includes('&') ? text.replace(/&([^;&]*)(;?)/g, entity) : text;

function entity(_whole: string, name: string, end: string): string {
  const known = entities[name];
  if (end && known !== undefined) return known;
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
  if (!end || !digits) throw unreadable('damaged');
  const code = digits[1] === undefined ? Number(digits[2]) : parseInt(digits[1], 16);
  if (
    code === 0 ||
    code > 0x10ffff ||
    (code >= 0xd800 && code <= 0xdfff) ||
    forbiddenInXml.test(String.fromCodePoint(code))
  ) {
    throw unreadable('damaged');
  }
  return String.fromCodePoint(code);
}

const entities: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
});
