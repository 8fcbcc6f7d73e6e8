import { attribute, attributeSplice, encode, text, type Splice, type XmlElement } from './xml-bytes';

/** A numbered list of records in a part (`fonts`, `cellXfs`, `dxfs` and the like) that only ever grows and shrinks at its end. */
export interface RecordList {
  readonly name: string;
  readonly count: number;
  /** The source of a record. */
  at(index: number): string;
  /** The number of this record; an equal one is used again. */
  add(record: string): number;
  /** Drops records of ours from the end for as long as nothing uses them. */
  trim(isUsed: (index: number) => boolean): void;
  splices(): readonly Splice[];
  /** What must be known to take our records away again one day; `undefined` where none is left. */
  beginning(): OurBeginning | undefined;
}

/** Where records of ours begin in a list. */
export interface OurBeginning {
  /** The number of our first record. */
  readonly index: number;
  /** How the whole list was written before us, where it held no record; empty where there was no list. */
  readonly was?: string;
}

/**
 * Opens the list `name` under `root`. `before` names the elements that a new list must follow; `ours` is what an earlier
 * save left to know. Taking all records of ours away gives back the very bytes that were there before them.
 */
export function recordList(
  bytes: Uint8Array,
  root: XmlElement,
  name: string,
  before: readonly string[],
  ours?: OurBeginning,
): RecordList {
  const element = root.children.find((child) => child.name === name);
  const originals = element?.children ?? [];
  const firstOurs = Math.min(ours?.index ?? originals.length, originals.length);
  const added: string[] = [];
  let kept = originals.length;
  let known: Map<string, number> | undefined;

  const at = (index: number): string =>
    index < kept ? text(bytes, originals[index].start, originals[index].end) : (added[index - kept] ?? '');

  const beginning = (): OurBeginning | undefined => {
    if (kept + added.length === firstOurs) return undefined;
    if (firstOurs > 0) return { index: firstOurs };
    const was = originals.length > 0 ? ours?.was : element ? text(bytes, element.start, element.end) : '';
    return { index: 0, ...(was === undefined ? {} : { was }) };
  };

  const splices = (): readonly Splice[] => {
    if (added.length === 0 && kept === originals.length) return [];
    const count = kept + added.length;
    const prefix = element?.prefix ?? root.prefix;
    const whole = `<${prefix}${name} count="${count}">${added.join('')}</${prefix}${name}>`;
    if (!element) {
      const place = root.children.filter((child) => before.includes(child.name)).pop()?.end ?? root.openEnd;
      return [{ start: place, end: place, bytes: encode(whole) }];
    }
    const { start, end } = element;
    if (originals.length === 0) return [{ start, end, bytes: encode(whole) }];
    if (count === 0 && ours?.was !== undefined) return [{ start, end, bytes: encode(ours.was) }];
    const stated = attribute(bytes, element, 'count');
    const keptEnd = kept > 0 ? originals[kept - 1].end : originals[0].start;
    return [
      ...(stated === undefined
        ? []
        : [attributeSplice(bytes, element, 'count', String(Number(stated) + count - originals.length))]),
      { start: keptEnd, end: originals[originals.length - 1].end, bytes: encode(added.join('')) },
    ];
  };

  return {
    name,
    get count() {
      return kept + added.length;
    },
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
      while (added.length === 0 && kept > firstOurs && !isUsed(kept - 1)) kept--;
    },
    splices,
    beginning,
  };
}
