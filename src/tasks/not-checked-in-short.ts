import { checks } from '../core/checks';
import { referenceKinds } from '../core/checks/reference-kinds';
import type { NotChecked } from '../core/findings/finding';
import type { CheckReport } from './check-workbooks';
import { titleOfCheck } from './title-of-check';

/** What was not checked for one reason. */
export interface NotCheckedGroup {
  readonly reason: string;
  /** Titles of checks, each once. */
  readonly what: readonly string[];
  /** They wait for lists that the person may give. */
  readonly isForLists?: boolean;
}

export interface NotCheckedInShort {
  readonly groups: readonly NotCheckedGroup[];
  /** How many checks did not run somewhere where they mattered. */
  readonly count: number;
}

/**
 * 未检查, each reason once: all missing lists together, and last what a list of persons has no columns for. Where the
 * households of the same workbook were checked for it, that is named but not counted; where they could not be either, their
 * reason stands for both.
 */
export function notCheckedInShort({ ledgers, notChecked }: CheckReport): NotCheckedInShort {
  const groups = new Map<string, Set<string>>();
  const onHouseholds = new Map<string, Set<string>>();
  const counted = new Set<string>();
  const add = (to: Map<string, Set<string>>, reason: string, what: string) =>
    to.set(reason, (to.get(reason) ?? new Set()).add(what));

  for (const item of notChecked) {
    const title = titleOfCheck(item.check) ?? '其他检查';
    const list = missingList(item);
    const households = householdsFor(item, ledgers);
    if (households.length > 0) {
      const isUnchecked = (sheet: string) =>
        notChecked.some(
          (other) => other.check === item.check && other.workbook === item.workbook && other.sheet === sheet,
        );
      if (households.every(isUnchecked)) continue;
      add(onHouseholds, `“${item.sheet}”一人一行，没有这些栏目，只在一户一行的台账上核对`, title);
      continue;
    }
    counted.add(item.check);
    if (list !== undefined) add(groups, withoutLists, `${title}（${list}）`);
    else add(groups, `${item.sheet === undefined ? '' : `“${item.sheet}”：`}${withoutEnd(item.reason)}`, title);
  }
  const all = [...groups, ...onHouseholds];
  return {
    groups: all.map(([reason, what]) => ({
      reason,
      what: [...what],
      ...(reason === withoutLists && { isForLists: true }),
    })),
    count: counted.size,
  };
}

const withoutLists = '没有提供名单';

/** The list that the check was waiting for; `undefined` where it lacked something else. */
function missingList({ check, sheet, reason }: NotChecked): string | undefined {
  if (sheet !== undefined) return undefined;
  const lists = checks.find(({ id }) => id === check)?.lists.map((kind) => referenceKinds[kind]) ?? [];
  const named = lists.filter((list) => reason.includes(`“${list}”`));
  return named.length > 0 ? named.join('、') : undefined;
}

/** For what a list of persons lacks columns for: the sheets of households in the workbook that are asked the same. */
function householdsFor({ check, workbook, sheet }: NotChecked, ledgers: CheckReport['ledgers']): readonly string[] {
  const here = ledgers.filter((ledger) => ledger.workbook === workbook);
  const own = here.filter((ledger) => ledger.sheet === sheet);
  const isOfPersons = own.length > 0 && own.every(({ entryIs }) => entryIs === 'person');
  // A check meant for persons alone asks no household.
  if (!isOfPersons || checks.find(({ id }) => id === check)?.entryIs !== undefined) return [];
  return [...new Set(here.filter(({ entryIs }) => entryIs === 'household').map((ledger) => ledger.sheet))];
}

/** The group says itself that these were not checked. */
const withoutEnd = (reason: string): string => reason.replace(/(，这一项没有核对)?。$/, '');
