import type { Watch } from '../../../core/workbook/port';
import { relationsName, relationsOf, type Relation } from '../package/relations';
import { findWorkbookParts, inflateNamed, type WorkbookParts } from '../package/workbook-parts';
import { keyOf, type ZipPackage } from '../package/zip-package';
import type { ListEntry } from './part-lists';
import { blankStyles, patchStyles, type StylesPatch } from './styles-patch';
import { attributesOf, inUtf8, nextTag, outline } from './xml-bytes';

/** A package being changed: what was there and what becomes of it, gathered until it is written. */
export interface Draft {
  readonly pkg: ZipPackage;
  readonly parts: WorkbookParts;
  readonly relations: readonly Relation[];
  /** The workbook part in UTF-8. */
  readonly workbook: Uint8Array;
  readonly namespace: string;
  readonly styles: StylesPatch;
  readonly stylesPart: string;
  readonly hadStyles: boolean;
  /** The style part in UTF-8; where there is none, one that we would make. */
  readonly stylesSource: Uint8Array;
  readonly replaced: Map<string, Uint8Array>;
  readonly removed: Set<string>;
  readonly added: { readonly name: string; readonly bytes: Uint8Array }[];
  readonly goneRelations: Set<string>;
  readonly newRelations: ListEntry[];
  readonly newTypes: ListEntry[];
}

/** Begins a draft that changes nothing yet. Throws `UnreadableWorkbook` and `UnpatchableXml`. */
export async function beginDraft(pkg: ZipPackage, watch?: Watch): Promise<Draft> {
  const parts = await findWorkbookParts(pkg, watch);
  const workbookPart = await inflateNamed(pkg, parts.workbook, watch);
  const stylesPart = parts.styles && (await inflateNamed(pkg, parts.styles, watch));
  const workbook = inUtf8(workbookPart);
  const namespace = namespaceOf(workbook);
  const styles = stylesPart ? inUtf8(stylesPart) : ownStyles(namespace);
  return {
    pkg,
    parts,
    relations: await relationsOf(pkg, parts.workbook, watch),
    workbook,
    namespace,
    styles: patchStyles(styles),
    stylesSource: styles,
    stylesPart: parts.styles ?? besideWorkbook(parts, 'styles.xml'),
    hadStyles: parts.styles !== undefined,
    replaced: new Map(),
    removed: new Set(),
    added: [],
    goneRelations: new Set(),
    newRelations: [],
    newTypes: [],
  };
}

/** The part that lists what kind each part is. */
export const contentTypes = '[Content_Types].xml';

/** Some writers name parts with backslashes. */
export const slashed = (name: string): string => name.replace(/\\/g, '/');

/** The name of a part in the workbook's own folder. */
export const besideWorkbook = (parts: WorkbookParts, name: string): string =>
  `${parts.workbook.slice(0, parts.workbook.lastIndexOf('/') + 1)}${name}`;

/** The dialect's name for its main vocabulary, read off the workbook part. */
function namespaceOf(workbook: Uint8Array): string {
  const root = outline(workbook, ['sheets', 'definedNames']);
  const wanted = root.prefix.slice(0, -1) || 'xmlns';
  const found = attributesOf(workbook, nextTag(workbook, 0)).find(
    ({ name, prefix }) => name === wanted && prefix === (root.prefix ? 'xmlns:' : ''),
  );
  return found?.value ?? 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
}

/** Has the workbook lead to one more part; answers the id of the relation. `target` is seen from the workbook. */
export function newRelation(draft: Draft, type: string, target: string): string {
  const ids = new Set([
    ...draft.relations.map((relation) => relation.id),
    ...draft.newRelations.map((entry) => entry.attributes.Id),
  ]);
  let number = 1;
  while (ids.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  draft.newRelations.push({ name: 'Relationship', attributes: { Id: id, Type: type, Target: target } });
  return id;
}

/** The entry that says what kind a part of the workbook is: `worksheet`, `styles`. */
export const override = (part: string, kind: string): ListEntry => ({
  name: 'Override',
  attributes: {
    PartName: `/${part}`,
    ContentType: `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`,
  },
});

/** Takes away the relations of a part that goes or is drawn anew, and the parts that nothing else leads to. */
export async function removeRelated(draft: Draft, part: string, watch?: Watch): Promise<void> {
  const list = draft.pkg.part(relationsName(part));
  if (!list) return;
  draft.removed.add(slashed(list.name));
  const targets = (await relationsOf(draft.pkg, part, watch)).filter((relation) => !relation.isExternal);
  for (const { target } of targets) {
    const part = draft.pkg.part(target);
    const found = part && slashed(part.name);
    if (!found || draft.removed.has(found) || (await isReferredTo(draft, found, watch))) continue;
    draft.removed.add(found);
    await removeRelated(draft, found, watch);
  }
}

async function isReferredTo(draft: Draft, wanted: string, watch?: Watch): Promise<boolean> {
  for (const part of draft.pkg.parts) {
    const name = slashed(part.name);
    if (draft.removed.has(name) || !/(^|\/)_rels\/[^/]*\.rels$/i.test(name)) continue;
    const from = name.replace(/_rels\/([^/]*)\.rels$/i, '$1');
    const relations = await relationsOf(draft.pkg, from, watch);
    if (relations.some(({ target, isExternal }) => !isExternal && keyOf(target) === keyOf(wanted))) return true;
  }
  return false;
}

/** The style part for a workbook that came without one; the comment behind its root tells it from anyone else's. */
const ownStyles = (namespace: string): Uint8Array => {
  const blank = new TextDecoder().decode(blankStyles(namespace));
  return new TextEncoder().encode(`${blank}<!--relief-ledger-->`);
};

/** Whether a style part is the one we make, with nothing added to it. */
export function isBareStyles(bytes: Uint8Array, namespace: string): boolean {
  const bare = ownStyles(namespace);
  return bytes.length === bare.length && bytes.every((byte, at) => byte === bare[at]);
}
