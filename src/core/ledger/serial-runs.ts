import type { CellValue } from '../workbook/cell';
import { tidyText } from './tidy';

/**
 * Runs of three and more neighbouring cells whose digits rise by exactly one, as dragging the fill handle makes them.
 * Only long digits are looked at. A bare `yield` between two pieces of work lets a page breathe.
 */
export function* serialRuns(
  typed: readonly CellValue[],
): Generator<undefined, readonly { readonly from: number; readonly to: number }[]> {
  const runs: { from: number; to: number }[] = [];
  let from = 0;
  for (let index = 1; index <= typed.length; index++) {
    if (index % 4096 === 4095) yield;
    if (index < typed.length && follows(typed[index - 1], typed[index])) continue;
    if (index - from >= 3) runs.push({ from, to: index });
    from = index;
  }
  return runs;
}

/** Told from the last digits first, which rule out nine pairs in ten. */
function follows(before: CellValue, after: CellValue): boolean {
  if (typeof before !== 'string' || typeof after !== 'string' || before.length < 12 || after.length < 12) return false;
  const [low, high] = [before.charCodeAt(before.length - 1), after.charCodeAt(after.length - 1)];
  if (before.length !== after.length || (high - low !== 1 && high - low !== -9)) return false;
  const [left, right] = [tidyText(before), tidyText(after)];
  if (!/^\d{12,}$/.test(left) || !/^\d{12,}$/.test(right) || left.length !== right.length) return false;
  return BigInt(right) - BigInt(left) === BigInt(1);
}
