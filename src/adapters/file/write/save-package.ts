import { drive, UnreadableWorkbook, type Watch } from '../../../core/workbook/port';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../core/workbook/snapshot';
import { fflateCodec, type Codec } from '../package/codec';
import { pause } from '../package/pause';
import { relationsName, relationsOf, type Relation } from '../package/relations';
import { findWorkbookParts, inflateNamed, type WorkbookParts } from '../package/workbook-parts';
import { keyOf, writePackage, type ZipPackage } from '../package/zip-package';
import { patchList, type ListEntry } from './part-lists';
import { planAsEdited } from './plan-of-snapshot';
import { patchSheet } from './sheet-patch';
import { sheetPart } from './sheet-part';
import { differenceOf, type WorkbookDifference } from './snapshot-difference';
import type { CellPatches } from './cell-splices';
import { renameTableColumns } from './table-headings';
import { addStyleUse, styleUse } from './style-use';
import { blankStyles, patchStyles, type StylesPatch } from './styles-patch';
import { patchWorkbook, type NewSheet } from './workbook-patch';
import { attributesOf, inUtf8, nextTag, outline, UnpatchableXml } from './xml-bytes';

/**
 * The package with what became of the workbook between the two snapshots, and nothing else, written into it; `undefined`
 * where nothing did. Throws `UnreadableWorkbook` where a part is written so oddly that it cannot be kept as it is.
 */
export async function savePackage(
  pkg: ZipPackage,
  original: WorkbookSnapshot,
  current: WorkbookSnapshot,
  codec: Codec = fflateCodec,
  watch?: Watch,
): Promise<Uint8Array | undefined> {
  const difference = differenceOf(original, current);
  const { removed, added, redrawn, patched } = difference;
  if (removed.length + added.length + redrawn.length + patched.length === 0) return undefined;
  const draft = await beginDraft(pkg, watch);
  try {
    for (const { sheet, patch } of patched) {
      draft.doing = sheet.name;
      const part = partOf(draft, sheet);
      const cells = await renameHeadings(draft, part, patch.cells, watch);
      const source = await inflateNamed(pkg, part, watch);
      const bytes = await drive(patchSheet(source, { ...patch, cells }, draft.styles), watch);
      draft.replaced.set(part, bytes);
    }
    for (const { was, sheet } of redrawn) {
      draft.doing = sheet.name;
      const part = partOf(draft, was);
      draft.replaced.set(part, await draw(draft, current, sheet, watch));
      await removeRelated(draft, part, watch);
    }
    draft.doing = '';
    for (const sheet of removed) {
      const part = partOf(draft, sheet);
      await removeRelated(draft, part, watch);
      draft.removed.add(part);
      draft.goneRelations.add(draft.parts.sheets.find((one) => one.name === sheet.name)?.relationId ?? '');
    }
    const newSheets: NewSheet[] = [];
    for (const sheet of added) newSheets.push(await addSheet(draft, current, sheet, watch));
    await dropCalculationChain(draft, difference);
    await finishStyles(draft, difference, watch);
    await finishLists(draft, difference, newSheets, recalculates(original, difference), watch);
  } catch (error) {
    throw error instanceof UnpatchableXml ? new UnreadableWorkbook(sentenceFor(draft.doing)) : error;
  }
  return writePackage(pkg, draft, codec, watch);
}

interface Draft {
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
  /** The sheet that is being written, for the sentence where that fails. */
  doing: string;
}

const sentenceFor = (sheet: string): string =>
  sheet
    ? `工作表“${sheet}”的内部写法少见，无法只改动所需的单元格，请用 Excel 或 WPS 打开原文件并另存为 .xlsx 后再试。`
    : '这个文件的内部写法少见，无法在不改动其他内容的前提下保存，请用 Excel 或 WPS 打开原文件并另存为 .xlsx 后再试。';

async function beginDraft(pkg: ZipPackage, watch?: Watch): Promise<Draft> {
  const parts = await findWorkbookParts(pkg, watch);
  const workbookPart = await inflateNamed(pkg, parts.workbook, watch);
  const stylesPart = parts.styles && (await inflateNamed(pkg, parts.styles, watch));
  try {
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
      doing: '',
    };
  } catch (error) {
    throw error instanceof UnpatchableXml ? new UnreadableWorkbook(sentenceFor('')) : error;
  }
}

const contentTypes = '[Content_Types].xml';

/** Some writers name parts with backslashes. */
const slashed = (name: string): string => name.replace(/\\/g, '/');

const besideWorkbook = (parts: WorkbookParts, name: string): string =>
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

function partOf(draft: Draft, sheet: SheetSnapshot): string {
  const found = draft.parts.sheets.find((candidate) => candidate.name === sheet.name);
  if (!found) throw new UnpatchableXml('a sheet without part');
  return found.part;
}

/** Puts the tables of a sheet right whose headings are among the cells. */
async function renameHeadings(draft: Draft, sheet: string, cells: CellPatches, watch?: Watch): Promise<CellPatches> {
  let now = cells;
  if (cells.size === 0) return now;
  for (const { kind, target } of await relationsOf(draft.pkg, sheet, watch)) {
    const part = kind === 'table' ? draft.pkg.part(target) : undefined;
    const renamed = part && renameTableColumns(await draft.pkg.inflate(part, watch), now);
    if (!part || !renamed) continue;
    draft.replaced.set(slashed(part.name), renamed.bytes);
    now = renamed.cells;
  }
  return now;
}

async function draw(draft: Draft, current: WorkbookSnapshot, sheet: SheetSnapshot, watch?: Watch): Promise<Uint8Array> {
  if (!sheet.plan) throw new RangeError('a new sheet without a plan');
  const plan = planAsEdited(current, sheet, sheet.plan);
  return drive(sheetPart(plan, draft.styles, draft.namespace, { marks: sheet.marks }), watch);
}

async function addSheet(
  draft: Draft,
  current: WorkbookSnapshot,
  sheet: SheetSnapshot,
  watch?: Watch,
): Promise<NewSheet> {
  const bytes = await draw(draft, current, sheet, watch);
  const taken = (name: string): boolean =>
    draft.pkg.part(name) !== undefined || draft.added.some((part) => keyOf(part.name) === keyOf(name));
  let number = 1;
  while (taken(besideWorkbook(draft.parts, `worksheets/sheet${number}.xml`))) number++;
  const target = `worksheets/sheet${number}.xml`;
  const name = besideWorkbook(draft.parts, target);
  draft.added.push({ name, bytes });
  const type = draft.relations.find((relation) => relation.kind === 'worksheet')?.type ?? '';
  const relation = newRelation(draft, type, target);
  draft.newTypes.push(override(name, 'worksheet'));
  const plan = sheet.plan;
  return {
    name: sheet.name,
    relation,
    hidden: plan?.visibility === 'hidden',
    ...(plan?.page?.titleRows ? { titleRows: plan.page.titleRows } : {}),
  };
}

function newRelation(draft: Draft, type: string, target: string): string {
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

const override = (part: string, kind: string): ListEntry => ({
  name: 'Override',
  attributes: {
    PartName: `/${part}`,
    ContentType: `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`,
  },
});

/** Takes away the relations of a part that goes or is drawn anew, and the parts that nothing else leads to. */
async function removeRelated(draft: Draft, part: string, watch?: Watch): Promise<void> {
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

/** The order of calculation names cells by sheet; Excel makes it anew where it is missing. */
async function dropCalculationChain(draft: Draft, { removed, redrawn }: WorkbookDifference): Promise<void> {
  const gone = [...removed, ...redrawn.map(({ was }) => was)];
  if (!gone.some((sheet) => sheet.formulas.size > 0)) return;
  const relation = draft.relations.find(({ kind }) => kind === 'calcChain');
  const part = relation && draft.pkg.part(relation.target);
  if (!relation || !part) return;
  draft.removed.add(slashed(part.name));
  draft.goneRelations.add(relation.id);
}

/** A changed input makes every calculated value on file doubtful. */
function recalculates(original: WorkbookSnapshot, { patched, removed, redrawn }: WorkbookDifference): boolean {
  const typed = patched.some(({ patch }) =>
    [...patch.cells.values()].some((row) => row.some((cell) => cell.value !== undefined)),
  );
  const names = [...removed, ...redrawn.map(({ was }) => was)].map((sheet) => sheet.name);
  return original.sheets.some(({ formulas }) =>
    typed ? formulas.size > 0 : [...formulas.values()].some((formula) => names.some((name) => formula.includes(name))),
  );
}

/** Takes away formats of ours that nothing uses any more, and the style part itself where we had made it. */
async function finishStyles(draft: Draft, difference: WorkbookDifference, watch?: Watch): Promise<void> {
  const { styles, pkg } = draft;
  const shrinks =
    difference.removed.length + difference.redrawn.length > 0 || difference.patched.some(({ patch }) => patch.marks);
  if (styles.hasOurs && shrinks) {
    const used = styleUse();
    for (const part of pkg.parts) {
      const name = slashed(part.name);
      if (!/\.xml$/i.test(name) || draft.removed.has(name)) continue;
      if (name === draft.parts.sharedStrings || name === draft.stylesPart) continue;
      await pause(watch);
      const bytes = draft.replaced.get(name) ?? (await pkg.inflate(part, watch));
      await drive(addStyleUse(bytes, used), watch);
    }
    for (const { bytes } of draft.added) await drive(addStyleUse(bytes, used), watch);
    styles.trim(used);
  }
  const bytes = styles.bytes();
  if (draft.hadStyles) {
    if (bytes === draft.stylesSource) return;
    if (!isBare(bytes, draft.namespace)) draft.replaced.set(draft.stylesPart, bytes);
    else {
      draft.removed.add(draft.stylesPart);
      draft.goneRelations.add(draft.relations.find(({ kind }) => kind === 'styles')?.id ?? '');
    }
  } else if (!isBare(bytes, draft.namespace)) {
    draft.added.push({ name: draft.stylesPart, bytes });
    const type = draft.relations.find((relation) => relation.kind === 'worksheet')?.type ?? '';
    newRelation(draft, type.replace(/worksheet$/, 'styles'), 'styles.xml');
    draft.newTypes.push(override(draft.stylesPart, 'styles'));
  }
}

/** The style part for a workbook that came without one; the comment behind its root tells it from anyone else's. */
const ownStyles = (namespace: string): Uint8Array => {
  const blank = new TextDecoder().decode(blankStyles(namespace));
  return new TextEncoder().encode(`${blank}<!--relief-ledger-->`);
};

function isBare(bytes: Uint8Array, namespace: string): boolean {
  const bare = ownStyles(namespace);
  return bytes.length === bare.length && bytes.every((byte, at) => byte === bare[at]);
}

async function finishLists(
  draft: Draft,
  { removed, redrawn }: WorkbookDifference,
  added: readonly NewSheet[],
  recalculate: boolean,
  watch?: Watch,
): Promise<void> {
  const { parts, pkg, replaced } = draft;
  const gone = new Set([...draft.removed].map(keyOf));
  const lists = [
    [contentTypes, 'PartName', (name: string) => gone.has(keyOf(name)), draft.newTypes],
    [relationsName(parts.workbook), 'Id', (id: string) => draft.goneRelations.has(id), draft.newRelations],
  ] as const;
  for (const [name, attribute, isGone, entries] of lists) {
    const source = await inflateNamed(pkg, name, watch);
    const bytes = patchList(source, { attribute, isGone }, entries);
    if (bytes !== source) replaced.set(name, bytes);
  }
  const workbook = patchWorkbook(draft.workbook, {
    removed: new Set(removed.map((sheet) => sheet.name)),
    added,
    redrawn: redrawn.map(({ sheet }) => ({
      name: sheet.name,
      hidden: sheet.plan?.visibility === 'hidden',
      ...(sheet.plan?.page?.titleRows ? { titleRows: sheet.plan.page.titleRows } : {}),
    })),
    recalculate,
  });
  if (workbook !== draft.workbook) replaced.set(parts.workbook, workbook);
}
