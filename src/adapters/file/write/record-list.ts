import { attribute, attributeSplice, encode, indexOf, text, type Splice, type XmlElement } from './xml-bytes';

/** A numbered list of records in a part (`fonts`, `cellXfs`, `dxfs` and the like) that only ever grows and shrinks at its end. */
export interface RecordList {
  readonly count: number;
  /** True where records of ours from an earlier save stand at the end. */
  readonly hasOurs: boolean;
  /** The source of a record. */
  at(index: number): string;
  /** The number of this record; an equal one is used again. */
  add(record: string): number;
  /** Drops records of ours from the end for as long as nothing uses them. */
  trim(isUsed: (index: number) => boolean): void;
  splices(): readonly Splice[];
}

/**
 * Opens the list `name` under `root`. Before our first record goes a comment, the fence: whatever stands behind it may
 * be taken away again, and it keeps how the list was written where the list was empty or absent, so that taking
 * everything away gives back the very bytes. `before` names the elements that a new list must follow.
 */
export function recordList(
  bytes: Uint8Array,
  root: XmlElement,
  name: string,
  before: readonly string[],
  fenced = true,
): RecordList {
  const element = root.children.find((child) => child.name === name);
  const originals = element?.children ?? [];
  const fence = element ? findFence(bytes, element) : undefined;
  const fenceIndex = fence ? originals.filter((record) => record.start < fence.start).length : originals.length;
  const added: string[] = [];
  let kept = originals.length;
  let known: Map<string, number> | undefined;

  const at = (index: number): string =>
    index < kept ? text(bytes, originals[index].start, originals[index].end) : (added[index - kept] ?? '');

  const splices = (): readonly Splice[] => {
    if (added.length === 0 && kept === originals.length) return [];
    const records = added.join('');
    const delta = kept + added.length - originals.length;
    if (!element) {
      const place = root.children.filter((child) => before.includes(child.name)).pop()?.end ?? root.openEnd;
      return [{ start: place, end: place, bytes: encode(whole(`<${root.prefix}${name} count="${delta}">`, '')) }];
    }
    if (kept === 0 && added.length === 0 && fence?.was !== undefined) {
      return [{ start: element.start, end: element.end, bytes: encode(fence.was) }];
    }
    const counted =
      attribute(bytes, element, 'count') === undefined
        ? []
        : [attributeSplice(bytes, element, 'count', String(Number(attribute(bytes, element, 'count')) + delta))];
    if (originals.length === 0 && !fence) {
      const source = text(bytes, element.start, element.end);
      const open = `<${element.prefix}${name} count="${delta}">`;
      return [{ start: element.start, end: element.end, bytes: encode(whole(open, source)) }];
    }
    const lastEnd = originals[originals.length - 1]?.end ?? fence?.end ?? element.openEnd;
    if (kept === fenceIndex && fence && added.length === 0) {
      return [...counted, { start: fence.start, end: lastEnd, bytes: encode('') }];
    }
    const keptEnd = kept > fenceIndex || !fence ? originals[kept - 1].end : fence.end;
    const opened = fence || !fenced ? '' : fenceOf();
    return [...counted, { start: keptEnd, end: lastEnd, bytes: encode(opened + records) }];
  };

  const whole = (open: string, was: string): string =>
    `${open}${fenced ? fenceOf(was) : ''}${added.join('')}</${element?.prefix ?? root.prefix}${name}>`;

  return {
    get count() {
      return kept + added.length;
    },
    hasOurs: fence !== undefined,
    at,
    add(record) {
      known ??= new Map(Array.from({ length: kept }, (_, index) => [at(kept - 1 - index), kept - 1 - index]));
      const index = known.get(record) ?? kept + added.push(record) - 1;
      known.set(record, index);
      return index;
    },
    trim(isUsed) {
      known = undefined;
      while (added.length > 0 && !isUsed(kept + added.length - 1)) added.pop();
      while (added.length === 0 && kept > fenceIndex && !isUsed(kept - 1)) kept--;
    },
    splices,
  };
}

export interface Fence {
  readonly start: number;
  readonly end: number;
  /** How the whole list was written before us, where it held no record; empty where there was none. */
  readonly was?: string;
}

/** The fence inside an element, if one stands there. */
export function findFence(bytes: Uint8Array, element: XmlElement): Fence | undefined {
  const start = indexOf(bytes, opening, element.openEnd);
  if (start < 0 || start >= element.closeStart) return undefined;
  const end = indexOf(bytes, closing, start) + closing.length;
  const inside = text(bytes, start + opening.length, end - closing.length);
  return { start, end, ...(inside.startsWith(':') ? { was: decodeURIComponent(inside.slice(1)) } : {}) };
}

const opening = '<!--relief-ledger';
const closing = '-->';

// Percent signs keep the two hyphens of a comment's end, and anything else of moment, out of it.
/** The comment before our first record; `was` is how the list was written where it held none. */
export const fenceOf = (was?: string): string =>
  `${opening}${was === undefined ? '' : `:${encodeURIComponent(was).replace(/-/g, '%2D')}`}${closing}`;
