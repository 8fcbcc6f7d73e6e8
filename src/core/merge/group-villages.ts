import type { Part } from './part';

/**
 * The parts that speak of one village and the same kind of row. Two townships may each have a 新华村: where townships or
 * village codes differ they are two, and a part that states neither joins the only one there is.
 */
export function groupVillages(parts: readonly Part[]): readonly (readonly Part[])[] {
  const byName = new Map<string, Part[]>();
  const groups: (readonly Part[])[] = [];
  for (const part of parts) {
    if (part.key === '') groups.push([part]);
    else {
      const id = `${part.entryIs}\n${part.key}`;
      byName.set(id, [...(byName.get(id) ?? []), part]);
    }
  }
  for (const namesakes of byName.values())
    for (const ofTownship of splitBy(namesakes, ({ township }) => township))
      groups.push(...splitBy(ofTownship, ({ code }) => code));
  return groups;
}

function splitBy(parts: readonly Part[], markOf: (part: Part) => string | undefined): readonly (readonly Part[])[] {
  const marks = [...new Set(parts.map(markOf).filter((mark) => mark !== undefined))].sort();
  if (marks.length <= 1) return [parts];
  const without = parts.filter((part) => markOf(part) === undefined);
  return [
    ...marks.map((mark) => parts.filter((part) => markOf(part) === mark)),
    ...(without.length > 0 ? [without] : []),
  ];
}
