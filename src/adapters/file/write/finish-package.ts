import { drive, type Watch } from '../../../core/workbook/port';
import { pause } from '../package/pause';
import { relationsName } from '../package/relations';
import { inflateNamed } from '../package/workbook-parts';
import { keyOf } from '../package/zip-package';
import { contentTypes, isBareStyles, newRelation, override, slashed, type Draft } from './package-draft';
import { patchList } from './part-lists';
import type { WorkbookDifference } from './snapshot-difference';
import { addStyleUse, styleUse } from './style-use';
import { patchWorkbook, type NewSheet } from './workbook-patch';

/** Takes away formats of ours that nothing uses any more, and the style part itself where we had made it. */
export async function finishStyles(draft: Draft, difference: WorkbookDifference, watch?: Watch): Promise<void> {
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
    if (!isBareStyles(bytes, draft.namespace)) draft.replaced.set(draft.stylesPart, bytes);
    else {
      draft.removed.add(draft.stylesPart);
      draft.goneRelations.add(draft.relations.find(({ kind }) => kind === 'styles')?.id ?? '');
    }
  } else if (!isBareStyles(bytes, draft.namespace)) {
    draft.added.push({ name: draft.stylesPart, bytes });
    const type = draft.relations.find((relation) => relation.kind === 'worksheet')?.type ?? '';
    newRelation(draft, type.replace(/worksheet$/, 'styles'), 'styles.xml');
    draft.newTypes.push(override(draft.stylesPart, 'styles'));
  }
}

/** Puts right what counts sheets and parts: content types, relations, the workbook part. */
export async function finishLists(
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

/** The order of calculation names cells by sheet; Excel makes it anew where it is missing. */
export async function dropCalculationChain(draft: Draft, { removed, redrawn }: WorkbookDifference): Promise<void> {
  const gone = [...removed, ...redrawn.map(({ was }) => was)];
  if (!gone.some((sheet) => sheet.formulas.size > 0)) return;
  const relation = draft.relations.find(({ kind }) => kind === 'calcChain');
  const part = relation && draft.pkg.part(relation.target);
  if (!relation || !part) return;
  draft.removed.add(slashed(part.name));
  draft.goneRelations.add(relation.id);
}
