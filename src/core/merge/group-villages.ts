import { contentOf, type Part } from './part';

/**
 * The parts that speak of one village and the same kind of row. Two townships may each have a 新华村: where townships or
 * village codes differ they are two, and a part that states neither joins the only one there is. Equal contents are one
 * wherever they lie; parts without a village are compared by their contents alone.
 */
export function groupVillages(parts: readonly Part[]): readonly (readonly Part[])[] {
  const byName = new Map<string, Part[]>();
  for (const part of parts) {
    const id = `${part.entryIs}\n${part.key === '' ? contentOf(part) : part.key}`;
    const namesakes = byName.get(id);
    if (namesakes) namesakes.push(part);
    else byName.set(id, [part]);
  }
  return [...byName.values()].flatMap((namesakes) =>
    splitBy(namesakes, ({ township }) => township).flatMap((ofTownship) => splitBy(ofTownship, ({ code }) => code)),
  );
}

function splitBy(parts: readonly Part[], markOf: (part: Part) => string | undefined): readonly (readonly Part[])[] {
  if (new Set(parts.map(markOf).filter((mark) => mark !== undefined)).size <= 1) return [parts];
  const markOfContent = new Map<string, string>();
  const split = new Map<string, Part[]>();
  for (const part of parts) {
    const content = contentOf(part);
    const mark = markOfContent.get(content) ?? markOf(part) ?? '';
    markOfContent.set(content, mark);
    split.set(mark, [...(split.get(mark) ?? []), part]);
  }
  return [...split].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, own]) => own);
}
