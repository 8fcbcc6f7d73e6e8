/**
 * The indexes below `count` for which the answer is yes, rising. The loop stands in a plain function: engines leave loops
 * inside generators slow. A bare `yield` between two stretches lets a page breathe.
 */
export function* entriesWhere(count: number, isWanted: (index: number) => boolean): Generator<undefined, number[]> {
  const found: number[] = [];
  for (let from = 0; from < count; from += atOnce) {
    if (from > 0) yield;
    lookAt(found, isWanted, from, Math.min(from + atOnce, count));
  }
  return found;
}

const atOnce = 4096;

function lookAt(found: number[], isWanted: (index: number) => boolean, from: number, to: number): void {
  for (let index = from; index < to; index++) if (isWanted(index)) found.push(index);
}
