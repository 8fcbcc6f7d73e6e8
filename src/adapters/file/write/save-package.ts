import { drive, UnreadableWorkbook, type Watch } from '../../../core/workbook/port';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../core/workbook/snapshot';
import { fflateCodec, type Codec } from '../package/codec';
import { relationsOf } from '../package/relations';
import { inflateNamed } from '../package/workbook-parts';
import { keyOf, writePackage, type ZipPackage } from '../package/zip-package';
import type { CellPatches } from './cell-splices';
import { dropCalculationChain, finishLists, finishStyles } from './finish-package';
import { beginDraft, besideWorkbook, newRelation, override, removeRelated, slashed, type Draft } from './package-draft';
import { planAsEdited } from './plan-of-snapshot';
import { patchSheet } from './sheet-patch';
import { sheetPart } from './sheet-part';
import { differenceOf, type WorkbookDifference } from './snapshot-difference';
import { renameTableColumns } from './table-headings';
import type { NewSheet } from './workbook-patch';
import { UnpatchableXml } from './xml-bytes';

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
  let doing = '';
  try {
    const draft = await beginDraft(pkg, watch);
    for (const { sheet, patch } of patched) {
      doing = sheet.name;
      const part = partOf(draft, sheet);
      const cells = await renameHeadings(draft, part, patch.cells, watch);
      const source = await inflateNamed(pkg, part, watch);
      const bytes = await drive(patchSheet(source, { ...patch, cells }, draft.styles), watch);
      draft.replaced.set(part, bytes);
    }
    for (const { was, sheet } of redrawn) {
      doing = sheet.name;
      const part = partOf(draft, was);
      draft.replaced.set(part, await draw(draft, current, sheet, watch));
      await removeRelated(draft, part, watch);
    }
    doing = '';
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
    return await writePackage(pkg, draft, codec, watch);
  } catch (error) {
    throw error instanceof UnpatchableXml ? new UnreadableWorkbook(sentenceFor(doing)) : error;
  }
}

const sentenceFor = (sheet: string): string =>
  sheet
    ? `工作表“${sheet}”的内部写法少见，无法只改动所需的单元格，请用 Excel 或 WPS 打开原文件并另存为 .xlsx 后再试。`
    : '这个文件的内部写法少见，无法在不改动其他内容的前提下保存，请用 Excel 或 WPS 打开原文件并另存为 .xlsx 后再试。';

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
