/**
 * 128 bits of a text as 32 hexadecimal digits, in four lanes of multiplied and rotated code units. It tells the same content
 * from another; it keeps no secret and stops no forger: a seal uses `sha256`.
 */
export function contentHash(text: string): string {
  let [a, b, c, d] = [0x243f6a88, 0x85a308d3 | 0, 0x13198a2e, 0x03707344];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x9e3779b1);
    a = (a << 15) | (a >>> 17);
    b = Math.imul(b ^ code, 0x85ebca77) + a;
    b = (b << 13) | (b >>> 19);
    c = Math.imul(c ^ code, 0xc2b2ae3d) ^ b;
    c = (c << 17) | (c >>> 15);
    d = Math.imul(d ^ code, 0x27d4eb2f) + c;
    d = (d << 11) | (d >>> 21);
  }
  for (let round = 0; round < 2; round += 1) {
    a = mixed(a ^ d ^ text.length);
    b = mixed(b + a);
    c = mixed(c ^ b);
    d = mixed(d + c);
  }
  return hex(a) + hex(b) + hex(c) + hex(d);
}

function mixed(lane: number): number {
  let mixing = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  mixing = Math.imul(mixing ^ (mixing >>> 13), 0xc2b2ae35);
  return mixing ^ (mixing >>> 16);
}

const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
