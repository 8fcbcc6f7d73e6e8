import { tidyText } from '../ledger/tidy';
import { inGroup, type GroupWords } from './group-of';
import type { Policy } from './policy';
import type { Group } from './scheme';

/** Every word by which the scheme knows a group of households, tidied. */
export function groupWords(policy: Policy): ReadonlySet<string> {
  let known = wordsByPolicy.get(policy);
  if (!known) {
    known = new Set(groupsOf(policy).flatMap(({ name, also = [] }) => [name, ...also].map(tidyText)));
    wordsByPolicy.set(policy, known);
  }
  return known;
}

const wordsByPolicy = new WeakMap<Policy, ReadonlySet<string>>();

function groupsOf({ standard, inKind = [] }: Policy): readonly Group[] {
  const classes = standard && 'classes' in standard ? standard.classes : [];
  const topUp = standard?.shape === 'base-plus-top-up' ? standard.topUp.value : [];
  return [...[...classes, ...inKind].flatMap(({ group }) => group ?? []), ...topUp];
}

/** The name of the first of the scheme's groups that the household belongs to. */
export const groupOf = (policy: Policy, household: GroupWords): string | undefined =>
  groupsOf(policy).find((group) => inGroup(group, household))?.name;
