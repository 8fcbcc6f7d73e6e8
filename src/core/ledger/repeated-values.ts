/**
 * Which of so many values stand more than once: each with its indexes in rising order; `undefined` is nobody's value.
 * Nearly all values of a ledger stand alone, so nothing is made for those: two tables of bare bits tell most of them by
 * their hashes. `hashOf` may be given where it is known cheaper than from the value itself; equal values must have equal
 * hashes, and 0 is the hash of none. A bare `yield` between two pieces of work lets a page breathe.
 */
export function* repeatedValues<K extends string | number>(
  count: number,
  valueOf: (index: number) => K | undefined,
  hashOf: (index: number) => number = (index) => hashOfValue(valueOf(index)),
): Generator<undefined, readonly (readonly [K, readonly number[]])[]> {
  const hashes = new Int32Array(count);
  const bits = tableSize(count);
  const [once, again] = [new Int32Array(bits >> 5), new Int32Array(bits >> 5)];
  for (let from = 0; from < count; from += atOnce) {
    noteHashes(hashes, hashOf, from, Math.min(from + atOnce, count), once, again);
    yield;
  }
  const groups = new Map<K, number[]>();
  for (let from = 0; from < count; from += atOnce) {
    gather(groups, hashes, valueOf, from, Math.min(from + atOnce, count), again);
    yield;
  }
  return [...groups].filter(([, indexes]) => indexes.length > 1);
}

/** A number of 32 bits, never 0, whose low bits depend on all bits of the number given. */
export function mixed(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return hash ^ (hash >>> 16) || 1;
}

const atOnce = 4096;

function noteHashes(
  hashes: Int32Array,
  hashOf: (index: number) => number,
  from: number,
  to: number,
  once: Int32Array,
  again: Int32Array,
): void {
  const mask = once.length - 1;
  for (let index = from; index < to; index++) {
    const hash = hashOf(index);
    hashes[index] = hash;
    if (hash === 0) continue;
    const [word, bit] = [(hash >>> 5) & mask, 1 << (hash & 31)];
    if ((once[word] & bit) !== 0) again[word] |= bit;
    else once[word] |= bit;
  }
}

function gather<K>(
  groups: Map<K, number[]>,
  hashes: Int32Array,
  valueOf: (index: number) => K | undefined,
  from: number,
  to: number,
  again: Int32Array,
): void {
  const mask = again.length - 1;
  for (let index = from; index < to; index++) {
    const hash = hashes[index];
    if ((again[(hash >>> 5) & mask] & (1 << (hash & 31))) === 0) continue;
    const value = hash === 0 ? undefined : valueOf(index);
    if (value === undefined) continue;
    const group = groups.get(value);
    if (group) group.push(index);
    else groups.set(value, [index]);
  }
}

/** A number of 32 bits for a text, never 0. */
export function hashOfText(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return mixed(hash);
}

const hashOfValue = (value: string | number | undefined): number =>
  value === undefined ? 0 : typeof value === 'number' ? mixed(value) : hashOfText(value);

/** Sixteen bits for each value, as a power of two: of values that stand alone one in sixteen is looked at again. */
function tableSize(count: number): number {
  let size = 1024;
  while (size < count * 16) size *= 2;
  return size;
}
