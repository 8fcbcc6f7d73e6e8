import type { Watch } from '../../../core/workbook/port';
import { pause } from '../package/pause';
import { unreadable } from '../package/unreadable';
import { plainTree } from '../package/plain-xml';
import { streamXml, type XmlNode } from '../package/xml';
import { indexOfBytes, lastIndexOfBytes } from './byte-text';
import { isPlainPart } from './plain-part';
import { createRowScanner, type ScanState } from './scan-rows';
import { createSheetDraft, type Budget, type SheetDraft } from './sheet-draft';
import { createSheetEars, type SheetEars } from './sheet-ears';

/** What the cells of a sheet lean on, and what they may use up. */
export interface SheetSurroundings {
  readonly strings: readonly string[];
  readonly date1904: boolean;
  readonly budget: Budget;
  /** Told how many bytes have been read. */
  readonly onBytes?: (done: number) => void;
}

/** Hears a sheet part into a draft: quickly where the XML is plain, thoroughly otherwise. Throws `UnreadableWorkbook`. */
export async function readSheet(bytes: Uint8Array, around: SheetSurroundings, watch?: Watch): Promise<SheetDraft> {
  const before = { ...around.budget };
  const quick = await scanSheet(bytes, around, watch);
  if (quick) return quick;
  Object.assign(around.budget, before);
  return streamSheet(bytes, around, watch);
}

/** The quick way. Gives `undefined` where the part is not of the plain kind. */
export async function scanSheet(
  bytes: Uint8Array,
  { strings, date1904, budget, onBytes }: SheetSurroundings,
  watch?: Watch,
): Promise<SheetDraft | undefined> {
  if (!isPlainPart(bytes, 'worksheet')) return undefined;
  const opening = indexOfBytes(bytes, '<sheetData>');
  const closing = lastIndexOfBytes(bytes, '</sheetData>');
  // A comment or CDATA before the rows could hold what only looks like their beginning.
  if (opening < 0 || closing < opening || indexOfBytes(bytes, '<!', 0, opening) >= 0) return undefined;

  const from = opening + '<sheetData>'.length;
  const root = await plainTree([bytes.subarray(0, from), bytes.subarray(closing)], watch);
  const data = root?.children.find(({ tag }) => tag === 'sheetData');
  if (!root || !data) return undefined;

  const draft = createSheetDraft(budget);
  const ears = createSheetEars(draft, strings, date1904);
  ears.open(root.tag, root.attributes);
  for (const node of root.children) {
    if (node !== data) {
      hear(node, ears);
      await pause(watch);
      continue;
    }
    ears.open(node.tag, node.attributes);
    const scanner = createRowScanner(bytes, from, closing, draft, strings, date1904);
    for (let state: ScanState = 'more'; state !== 'done'; state = scanner.advance(scanner.at() + pieceSize)) {
      if (state === 'unusual') return undefined;
      onBytes?.(scanner.at());
      await pause(watch);
    }
    ears.close(node.tag);
  }
  return draft;
}

/** The thorough way: any prefix, any encoding, CDATA, comments, either dialect. */
export async function streamSheet(
  bytes: Uint8Array,
  { strings, date1904, budget, onBytes }: SheetSurroundings,
  watch?: Watch,
): Promise<SheetDraft> {
  const draft = createSheetDraft(budget);
  const ears = createSheetEars(draft, strings, date1904);
  await streamXml(bytes, ears, watch);
  if (!ears.heard()) throw unreadable('noSheet');
  onBytes?.(bytes.length);
  return draft;
}

/** Some five milliseconds of scanning. */
const pieceSize = 128 * 1024;

function hear(node: XmlNode, ears: SheetEars): void {
  ears.open(node.tag, node.attributes);
  ears.text(node.text);
  for (const child of node.children) hear(child, ears);
  ears.close(node.tag);
}
