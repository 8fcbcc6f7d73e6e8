import type { CellValue } from '../workbook/cell';
import { isPlainHan, remarkInName } from './names';

/** The entries whose name is more than ordinary Han characters of a name, rising; told once per column. */
export function unusualNames(typed: readonly CellValue[]): readonly number[] {
  let known = byColumn.get(typed);
  if (!known) {
    const found: number[] = [];
    for (let entry = 0; entry < typed.length; entry++) {
      const name = typed[entry];
      if (name === null) continue;
      if (typeof name !== 'string' || !isPlainHan(name) || remarkInName(name) !== undefined) found.push(entry);
    }
    byColumn.set(typed, (known = found));
  }
  return known;
}

const byColumn = new WeakMap<readonly CellValue[], readonly number[]>();
