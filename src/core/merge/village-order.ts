import type { Ledger } from '../ledger/ledger';
import type { VillageOf } from './conservation';
import { groupVillages } from './group-villages';
import type { TownshipParts } from './merged-sheet';
import type { Part } from './part';
import { inOrder } from './returned-file';
import type { PartVerdict } from './verdict';

/** The group each part belongs to: its name as printed and its township. */
export function villageGroups(
  parts: readonly Part[],
): ReadonlyMap<Part, { readonly village: string; readonly township?: string; readonly code?: string }> {
  const found = new Map<Part, { readonly village: string; readonly township?: string; readonly code?: string }>();
  for (const group of groupVillages(parts)) {
    const village =
      group
        .map((part) => part.village)
        .filter((name) => name !== '')
        .sort(inOrder)
        .at(-1) ?? '';
    const township = group.map((part) => part.township).find((each) => each !== undefined);
    const code = group.map((part) => part.code).find((each) => each !== undefined);
    for (const part of group)
      found.set(part, { village, ...(township !== undefined && { township }), ...(code !== undefined && { code }) });
  }
  return found;
}

/** Townships by name, villages by code and name, the parts of a village by file. */
export function inTownships(
  parts: readonly Part[],
  groups: ReturnType<typeof villageGroups>,
): readonly TownshipParts[] {
  const townships = new Map<string, Map<string, Part[]>>();
  const keyOf = (part: Part) => {
    const group = groups.get(part);
    return [group?.code ?? '~', group?.village ?? ''].join('\n');
  };
  for (const part of parts) {
    const township = groups.get(part)?.township ?? '';
    const villages = townships.get(township) ?? new Map<string, Part[]>();
    townships.set(township, villages);
    villages.set(keyOf(part), [...(villages.get(keyOf(part)) ?? []), part]);
  }
  return [...townships]
    .sort(([left], [right]) => inOrder(left, right))
    .map(([township, villages]) => ({
      township: township === '' ? undefined : township,
      villages: [...villages]
        .sort(([left], [right]) => inOrder(left, right))
        .map(([, own]) => ({
          village: groups.get(own[0])?.village ?? '',
          parts: own.sort((left, right) => inOrder(left.file.workbook, right.file.workbook)),
        })),
    }));
}

/** Under which village an entry is counted, told by the part it fell to. */
export function villageOfEntries(verdicts: readonly PartVerdict[]): VillageOf {
  const owners = new Map<Ledger, ({ readonly village: string; readonly township?: string } | undefined)[]>();
  const groups = villageGroups(verdicts.map(({ part }) => part));
  for (const { part } of verdicts) {
    const { village, township } = groups.get(part) ?? { village: part.village };
    const owner = { village: village || '（没有写村名）', ...(township !== undefined && { township }) };
    for (const { returned, entries } of part.pieces) {
      const list = owners.get(returned.ledger) ?? [];
      owners.set(returned.ledger, list);
      for (const entry of entries) list[entry] = owner;
    }
  }
  return (ledger, entry) => owners.get(ledger)?.[entry] ?? { village: '（没有写村名）' };
}
