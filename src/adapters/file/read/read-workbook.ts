import type { Watch } from '../../../core/workbook/port';
import type { SheetSnapshot } from '../../../core/workbook/snapshot';
import type { Codec } from '../package/codec';
import { unreadable } from '../package/unreadable';
import { findWorkbookParts, inflateNamed, partNamed, type WorkbookParts } from '../package/workbook-parts';
import { rememberedTree } from '../package/remembered-trees';
import { openPackage, type ZipPackage } from '../package/zip-package';
import type { FileContent } from './read-file';
import { readNotes } from './read-notes';
import { readSheet } from './read-sheet';
import { readStyles } from './read-styles';
import { readSharedStrings } from './shared-strings';
import { freshBudget } from './sheet-draft';

/** Reads an .xlsx or .xlsm. Throws `UnreadableWorkbook`. */
export async function readWorkbook(
  bytes: Uint8Array,
  name: string,
  codec?: Codec,
  watch?: Watch,
): Promise<FileContent> {
  const pkg = openPackage(bytes, codec);
  const parts = await findWorkbookParts(pkg, watch);
  // One part behind many tabs would be read as many times.
  if (new Set(parts.sheets.map(({ part }) => part.toLowerCase())).size < parts.sheets.length)
    throw unreadable('damaged');

  const sizeOf = (part: string | undefined) => (part === undefined ? 0 : (pkg.part(part)?.size ?? 0));
  const total = parts.sheets.reduce((sum, { part }) => sum + sizeOf(part), sizeOf(parts.sharedStrings));
  let done = 0;
  const tell = (doing: string, more = 0) => watch?.progress?.({ doing, done: done + more, total });

  tell('读取文字');
  const strings =
    parts.sharedStrings === undefined
      ? []
      : await readSharedStrings(await inflateNamed(pkg, parts.sharedStrings, watch), watch);
  done += sizeOf(parts.sharedStrings);

  const styles = readStyles(await treeOf(pkg, parts.styles, watch), await treeOf(pkg, parts.theme, watch));
  const budget = freshBudget();
  const sheets: SheetSnapshot[] = [];
  for (const { name: sheetName, visibility, part } of parts.sheets) {
    const doing = `读取“${sheetName}”`;
    tell(doing);
    const around = { strings, date1904: parts.date1904, budget, onBytes: (more: number) => tell(doing, more) };
    const draft = await readSheet(await inflateNamed(pkg, part, watch), around, watch);
    await readNotes(pkg, part, draft, watch);
    sheets.push(draft.finish(sheetName, visibility));
    done += sizeOf(part);
  }
  return {
    snapshot: { name, date1904: parts.date1904, styles, sheets, remarks: remarksOn(parts) },
    package: pkg,
    parts: {
      workbook: parts.workbook,
      styles: parts.styles,
      sharedStrings: parts.sharedStrings,
      sheets: parts.sheets.map(({ part }) => part),
    },
  };
}

const treeOf = async (pkg: ZipPackage, part: string | undefined, watch?: Watch) =>
  part === undefined ? undefined : rememberedTree(pkg, partNamed(pkg, part), watch);

const remarksOn = ({ otherSheets }: WorkbookParts): readonly string[] =>
  otherSheets.map((name) => `“${name}”是图表页或宏表，没有可核对的单元格，未读取。`);
