import { comparableIdNumbers } from '../ledger/same-people';
import { fewestJudged } from './judge-parts';
import type { Part } from './part';
import { inOrder } from './returned-file';
import type { PartVerdict } from './verdict';

/**
 * The parts of which half of the people stand in the returns of other villages: such a file is another village's under a
 * wrong name more likely than a village of its own. Where two are each other's half, neither is taken until a person names
 * one (`chosen`). All parts are looked at against all others at once, so that their order has no say.
 */
export function halfDuplicates(
  parts: readonly Part[],
  chosen: readonly string[],
): ReadonlyMap<Part, PartVerdict['setAside']> {
  const sharing = { household: sharedAmong(parts, 'household'), person: sharedAmong(parts, 'person') };
  const shared = new Map<Part, Map<Part, number>>();
  for (const several of [...sharing.household.values(), ...sharing.person.values()]) {
    for (const part of several) {
      const beside = shared.get(part) ?? new Map<Part, number>();
      shared.set(part, beside);
      for (const other of several) if (other !== part) beside.set(other, (beside.get(other) ?? 0) + 1);
    }
  }
  const setAside = new Map<Part, PartVerdict['setAside']>();
  for (const [part, beside] of shared) {
    if (chosen.includes(part.file.workbook)) continue;
    const own = numbersOf(part);
    const numbers = own.size;
    const twice = [...own].filter((idNumber) => sharing[part.entryIs].has(idNumber)).length;
    if (twice < fewestJudged || twice * 2 < numbers) continue;
    const [most] = [...beside].sort(
      (left, right) => right[1] - left[1] || inOrder(left[0].file.workbook, right[0].file.workbook),
    );
    setAside.set(part, {
      reason: 'half-duplicates',
      sentence: `“${part.village || '（没有写村名）'}”有号码的 ${numbers} 人里有 ${twice} 人也登记在别的村（多在“${most[0].file.workbook}”），请核对是否交错了文件。`,
    });
  }
  return setAside;
}

/** The numbers that stand in several parts, with these parts. */
function sharedAmong(parts: readonly Part[], entryIs: Part['entryIs']): ReadonlyMap<string, readonly Part[]> {
  const holders = new Map<string, Part>();
  const shared = new Map<string, Part[]>();
  for (const part of parts) {
    if (part.entryIs !== entryIs) continue;
    for (const idNumber of numbersOf(part)) {
      const first = holders.get(idNumber);
      if (!first) holders.set(idNumber, part);
      else shared.set(idNumber, [...(shared.get(idNumber) ?? [first]), part]);
    }
  }
  return shared;
}

function numbersOf(part: Part): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const { returned, entries } of part.pieces) {
    const typed = returned.ledger.columns.idNumber?.typed;
    const comparable = typed && comparableIdNumbers(typed);
    for (const entry of entries) {
      const idNumber = comparable?.[entry];
      if (idNumber !== undefined) numbers.add(idNumber);
    }
  }
  return numbers;
}
