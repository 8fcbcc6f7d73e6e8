import { isDigits } from './accounts';
import { entriesWhere } from './entries-where';
import type { CellValue } from '../workbook/cell';
import { tidyText } from './tidy';

/**
 * Runs of three and more neighbouring cells whose digits rise by exactly one, as dragging the fill handle makes them.
 * Only long digits are looked at. A bare `yield` between two pieces of work lets a page breathe.
 */
export function* serialRuns(
  typed: readonly CellValue[],
): Generator<undefined, readonly { readonly from: number; readonly to: number }[]> {
  const following = yield* entriesWhere(typed.length, (entry) => entry > 0 && follows(typed[entry - 1], typed[entry]));
  const runs: { from: number; to: number }[] = [];
  for (const [index, entry] of following.entries()) {
    const last = runs[runs.length - 1];
    if (index > 0 && following[index - 1] === entry - 1) last.to = entry + 1;
    else runs.push({ from: entry - 1, to: entry + 1 });
  }
  return runs.filter(({ from, to }) => to - from >= 3);
}

/** Told from the last digits first, which rule out nine pairs in ten. */
export function follows(before: CellValue, after: CellValue): boolean {
  if (typeof before !== 'string' || typeof after !== 'string' || before.length < 12 || after.length < 12) return false;
  const [low, high] = [before.charCodeAt(before.length - 1), after.charCodeAt(after.length - 1)];
  if (before.length !== after.length || (high - low !== 1 && high - low !== -9)) return false;
  const [left, right] = [tidyText(before), tidyText(after)];
  return left.length === right.length && left.length >= 12 && isDigits(right) && isOneMore(left, right);
}

/** Whether the digits on the right are one more than as many on the left. */
function isOneMore(left: string, right: string): boolean {
  let place = left.length - 1;
  while (place >= 0 && left.charCodeAt(place) === nine && right.charCodeAt(place) === nought) place -= 1;
  if (place < 0 || right.charCodeAt(place) - left.charCodeAt(place) !== 1) return false;
  for (place -= 1; place >= 0; place -= 1) if (left.charCodeAt(place) !== right.charCodeAt(place)) return false;
  return isDigits(left);
}

const [nought, nine] = [48, 57];
