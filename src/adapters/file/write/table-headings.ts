import { parseArea, type CellValue } from '../../../core/workbook/cell';
import type { CellPatch, CellPatches } from './cell-splices';
import { applySplices, attribute, attributeSplice, inUtf8, outline, type Splice } from './xml-bytes';

/**
 * Where headings of a table (Excel's 表格) are among the patched cells: the table part with the new names, and the cells
 * as they must then read, since Excel wants each heading to be a text of its own and the same in both places.
 * `undefined` where no heading is touched.
 */
export function renameTableColumns(
  part: Uint8Array,
  cells: CellPatches,
): { readonly bytes: Uint8Array; readonly cells: CellPatches } | undefined {
  const bytes = inUtf8(part);
  const table = outline(bytes);
  const area = parseArea(attribute(bytes, table, 'ref') ?? '');
  const patches = area && attribute(bytes, table, 'headerRowCount') !== '0' ? cells.get(area.top) : undefined;
  const columns = table.children.find((child) => child.name === 'tableColumns')?.children ?? [];
  if (!area || !patches) return undefined;
  const isHeading = ({ column, value }: CellPatch): boolean =>
    value !== undefined && column >= area.left && column - area.left < columns.length;
  const renamed = new Set(patches.filter(isHeading).map((patch) => patch.column - area.left));
  if (renamed.size === 0) return undefined;
  const nameOf = (index: number): string => attribute(bytes, columns[index], 'name') ?? '';
  const taken = new Set(columns.flatMap((_, index) => (renamed.has(index) ? [] : [nameOf(index).toLowerCase()])));
  const splices: Splice[] = [];
  const row = patches.map((patch): CellPatch => {
    if (!isHeading(patch)) return patch;
    const index = patch.column - area.left;
    const name = freeName(headingText(patch.value ?? null) || `列${index + 1}`, taken);
    splices.push(attributeSplice(bytes, columns[index], 'name', name.replace(/\n/g, '_x000a_')));
    return { ...patch, value: name };
  });
  return { bytes: applySplices(bytes, splices), cells: new Map([...cells, [area.top, row]]) };
}

const headingText = (value: CellValue): string => (value === null || typeof value === 'object' ? '' : String(value));

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
  taken.add(name.toLowerCase());
  return name;
}
