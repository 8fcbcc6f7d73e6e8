import { indexOfBytes } from './byte-text';

/** Whether a part is UTF-8 with an unprefixed root of that name and nothing unusual before it: fit for the quick way. */
export function isPlainPart(bytes: Uint8Array, root: string): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const skipBlanks = () => {
    while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++;
  };
  const head = String.fromCharCode(...bytes.subarray(at, at + headLength));
  const declaration = /^<\?xml\s[^?]*\?>/.exec(head)?.[0];
  if (declaration) {
    const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1];
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) return false;
    at += declaration.length;
  }
  skipBlanks();
  const after = bytes[at + 1 + root.length];
  return indexOfBytes(bytes, `<${root}`, at, at + 1 + root.length) === at && (after === 0x3e || after <= 0x20);
}

const headLength = 200;
