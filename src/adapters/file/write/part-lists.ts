import { attributesOf, applySplices, encode, escapeAttribute, inUtf8, outline } from './xml-bytes';

/** A new child of a list part: an empty element with these attributes. */
export interface ListEntry {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * A relations part or the list of content types with those children taken away whose attribute answers `isGone`, and
 * others put at its end; what stays keeps its bytes.
 */
export function patchList(
  bytes: Uint8Array,
  gone: { readonly attribute: string; readonly isGone: (value: string) => boolean },
  added: readonly ListEntry[],
): Uint8Array {
  const part = inUtf8(bytes);
  const root = outline(part);
  const removed = root.children.filter((child) =>
    attributesOf(part, child.start).some(({ name, value }) => name === gone.attribute && gone.isGone(value)),
  );
  if (removed.length + added.length === 0) return bytes;
  const written = added.map(({ name, attributes }) => {
    const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
    return `<${root.prefix}${name}${pairs.join('')}/>`;
  });
  const at = root.children[root.children.length - 1]?.end ?? root.openEnd;
  return applySplices(part, [
    ...removed.map(({ start, end }) => ({ start, end, bytes: encode('') })),
    ...(written.length > 0 ? [{ start: at, end: at, bytes: encode(written.join('')) }] : []),
  ]);
}
