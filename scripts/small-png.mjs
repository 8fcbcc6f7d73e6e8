// Makes the pictures of the pages small: white edges off where asked, 256 colours at most.
import { deflateSync, inflateSync } from 'node:zlib';

/** A PNG with the same picture in at most 256 colours; `trim` takes white edges off down to that many pixels. */
export function smallPng(png, { trim } = {}) {
  const whole = decode(png);
  const image = trim === undefined ? whole : trimmed(whole, trim);
  const { palette, placeOf } = paletteOf(image);
  const { width, height, pixels } = image;
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = placeOf.get(pixels[y * width + x]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** Width, height and one number of 24 bits a pixel. Takes 8 bits a channel, not interlaced, which is what browsers write. */
function decode(png) {
  let at = signature.length;
  let head;
  const data = [];
  while (at < png.length) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') head = body;
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const [width, height, depth, kind, interlaced] = [
    head.readUInt32BE(0),
    head.readUInt32BE(4),
    head[8],
    head[9],
    head[12],
  ];
  const channels = { 0: 1, 2: 3, 6: 4 }[kind];
  if (depth !== 8 || !channels || interlaced) throw new Error('Only plain PNG pictures of 8 bits can be made small.');
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const pixels = new Uint32Array(width * height);
  let before = Buffer.alloc(stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    const line = raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    for (let i = 0; i < stride; i++) {
      const left = i >= channels ? line[i - channels] : 0;
      const corner = i >= channels ? before[i - channels] : 0;
      line[i] += [0, left, before[i], (left + before[i]) >> 1, paeth(left, before[i], corner)][filter];
    }
    for (let x = 0; x < width; x++) {
      const i = x * channels;
      const [red, green, blue] = channels === 1 ? [line[i], line[i], line[i]] : line.subarray(i, i + 3);
      pixels[y * width + x] = (red << 16) | (green << 8) | blue;
    }
    before = line;
  }
  return { width, height, pixels };
}

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

const white = 0xffffff;

function trimmed({ width, height, pixels }, margin) {
  let [top, bottom, left, right] = [height, 0, width, 0];
  pixels.forEach((colour, at) => {
    if (colour === white) return;
    const [x, y] = [at % width, Math.floor(at / width)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
  });
  const [fromX, fromY] = [Math.max(0, left - margin), Math.max(0, top - margin)];
  const [toX, toY] = [Math.min(width, right + margin + 1), Math.min(height, bottom + margin + 1)];
  const kept = new Uint32Array((toX - fromX) * (toY - fromY));
  for (let y = fromY; y < toY; y++)
    kept.set(pixels.subarray(y * width + fromX, y * width + toX), (y - fromY) * (toX - fromX));
  return { width: toX - fromX, height: toY - fromY, pixels: kept };
}

/** The 256 colours met most often; each other colour takes the place of its nearest. */
function paletteOf({ pixels }) {
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const all = [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one));
  const palette = all.slice(0, 256);
  const placeOf = new Map(palette.map((colour, place) => [colour, place]));
  for (const colour of all.slice(256)) placeOf.set(colour, nearest(palette, colour));
  return { palette, placeOf };
}

function nearest(palette, colour) {
  let [best, least] = [0, Infinity];
  palette.forEach((known, place) => {
    const apart = [16, 8, 0].reduce((sum, bits) => sum + (((known >> bits) & 255) - ((colour >> bits) & 255)) ** 2, 0);
    if (apart < least) [best, least] = [place, apart];
  });
  return best;
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(checksum(named), named.length + 4);
  return framed;
}

const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = checksums[(value ^ byte) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
