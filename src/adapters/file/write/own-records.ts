import type { OurBeginning } from './record-list';
import { encode, indexOf, text, type Splice, type XmlElement } from './xml-bytes';

/**
 * What a part says, in a comment behind its root element, of the records of ours in it, by list. There it troubles
 * no program: inside the lists a comment makes a common reader fail. A program that writes the part anew drops it, and
 * our records then stay like anyone's.
 */
export function readOwnRecords(bytes: Uint8Array, root: XmlElement): ReadonlyMap<string, OurBeginning> {
  const comment = findComment(bytes, root);
  if (!comment) return new Map();
  const inside = text(bytes, comment.start + opening.length, comment.end - closing.length);
  const entries = inside.split(' ').flatMap((entry): (readonly [string, OurBeginning])[] => {
    const [name, index, was] = entry.split(':');
    if (!/^\d+$/.test(index ?? '')) return [];
    return [[name, { index: Number(index), ...(was === undefined ? {} : { was: decodeURIComponent(was) }) }]];
  });
  return new Map(entries);
}

/** The splices that make the comment say this; none is left where there is nothing to say. */
export function ownRecordsSplices(
  bytes: Uint8Array,
  root: XmlElement,
  ours: ReadonlyMap<string, OurBeginning>,
): readonly Splice[] {
  const comment = findComment(bytes, root);
  // Percent signs keep the hyphens of a comment's end, blanks and colons out of what is remembered.
  const entries = [...ours].map(([name, { index, was }]) =>
    was === undefined ? `${name}:${index}` : `${name}:${index}:${encodeURIComponent(was).replace(/-/g, '%2D')}`,
  );
  const written = encode(entries.length > 0 ? `${opening}${entries.join(' ')}${closing}` : '');
  if (!comment && written.length === 0) return [];
  return [{ start: comment?.start ?? root.end, end: comment?.end ?? root.end, bytes: written }];
}

function findComment(
  bytes: Uint8Array,
  root: XmlElement,
): { readonly start: number; readonly end: number } | undefined {
  const start = indexOf(bytes, opening, root.end);
  const end = start < 0 ? -1 : indexOf(bytes, closing, start);
  return end < 0 ? undefined : { start, end: end + closing.length };
}

const opening = '<!--relief-ledger ';
const closing = '-->';
