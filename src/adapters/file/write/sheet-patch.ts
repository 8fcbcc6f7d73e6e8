import { areaName, parseArea } from '../../../core/workbook/cell';
import type { Mark } from '../../../core/workbook/change';
import type { Step } from '../../../core/workbook/port';
import { cellSplices, type CellPatches } from './cell-splices';
import { markSplices } from './mark-splices';
import type { StylesPatch } from './styles-patch';
import {
  attribute,
  attributeSplice,
  inUtf8,
  outlineSteps,
  spliceSteps,
  type Splice,
  type XmlElement,
} from './xml-bytes';

/** What is to differ in a sheet. */
export interface SheetPatch {
  readonly cells: CellPatches;
  /** All our marks become these; missing leaves them as they are. */
  readonly marks?: readonly Mark[];
}

/**
 * A sheet part with these cells and marks, every other byte as it was. A part in UTF-16 comes back in UTF-8.
 * Throws `UnpatchableXml`.
 */
export function* patchSheet(part: Uint8Array, patch: SheetPatch, styles: StylesPatch): Generator<Step, Uint8Array> {
  const bytes = inUtf8(part);
  const sheet = yield* outlineSteps(bytes, ['sheetData']);
  const splices: Splice[] = [];
  if (patch.cells.size > 0) {
    // Not push with a spread: there may be more splices than a call may have arguments.
    for (const splice of yield* cellSplices(bytes, sheet, patch.cells, styles.reformat)) splices.push(splice);
    splices.push(...dimensionSplices(bytes, sheet, patch.cells));
  }
  if (patch.marks) splices.push(...markSplices(bytes, sheet, patch.marks, styles.markFormat));
  return yield* spliceSteps(bytes, splices);
}

/** The stated extent of the sheet, widened where a filled cell lies outside it. A wrong or missing one is left alone. */
function dimensionSplices(bytes: Uint8Array, sheet: XmlElement, cells: CellPatches): readonly Splice[] {
  const dimension = sheet.children.find((child) => child.name === 'dimension');
  const area = dimension && parseArea(attribute(bytes, dimension, 'ref') ?? '');
  if (!dimension || !area) return [];
  let { top, left, bottom, right } = area;
  for (const [row, patches] of cells) {
    const filled = patches.filter((patch) => patch.value !== undefined && patch.value !== null);
    if (filled.length === 0) continue;
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, filled[0].column);
    right = Math.max(right, filled[filled.length - 1].column);
  }
  const wider = areaName({ top, left, bottom, right });
  return wider === areaName(area) ? [] : [attributeSplice(bytes, dimension, 'ref', wider)];
}
