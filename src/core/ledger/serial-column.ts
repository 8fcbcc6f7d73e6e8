/** The serial numbers of a column as figures, `NaN` where there is none; told once per column. */
export function serialNumbers(values: readonly (string | undefined)[]): Float64Array {
  let known = byColumn.get(values);
  if (!known) {
    known = new Float64Array(values.length);
    for (let entry = 0; entry < values.length; entry++) known[entry] = numberOf(values[entry]);
    byColumn.set(values, known);
  }
  return known;
}

/** What is known of the column before goes over to the one in which the cells of these entries were changed. */
export function carrySerials(
  before: readonly unknown[],
  changed: readonly (string | undefined)[],
  entries: readonly number[],
): void {
  const known = byColumn.get(before);
  if (!known) return;
  byColumn.delete(before);
  for (const entry of entries) known[entry] = numberOf(changed[entry]);
  byColumn.set(changed, known);
}

const byColumn = new WeakMap<readonly unknown[], Float64Array>();

const numberOf = (value: string | undefined): number => Number(value ?? Number.NaN);
