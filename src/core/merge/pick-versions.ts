import { formatDate, type IsoDate } from '../ledger/dates';
import { valueOf } from '../ledger/ledger';
import { contentOf, countOf, idNumberOf, nameOf, placesOf, type Part } from './part';
import { inOrder } from './returned-file';
import type { PartVerdict } from './verdict';

export interface VersionsPicked {
  readonly verdicts: readonly PartVerdict[];
  /** Each part set aside as older, with the one taken instead. */
  readonly replaced: readonly { readonly older: Part; readonly newer: Part }[];
  /** What should be known of parts that are taken, by part. */
  readonly remarks: ReadonlyMap<Part, readonly string[]>;
}

/**
 * Of the returns of one village: the same content counts once, of two that share half of their households the newer is
 * taken, two that share none are both taken as halves of one village. Which is newer is told by the day of reporting, the
 * day of the check and the day the file was saved; where these disagree or are silent, none is taken until a person names
 * one (`chosen`). The order of the parts has no say.
 */
export function pickVersions(group: readonly Part[], chosen: readonly string[]): VersionsPicked {
  if (group.length === 1) return { verdicts: [{ part: group[0] }], replaced: [], remarks: new Map() };
  const { distinct, again } = collapse(group);
  const verdicts: PartVerdict[] = again.map(({ part, same }) => ({
    part,
    setAside: {
      reason: 'same-again',
      sentence: `“${part.village}”的内容与“${same.file.workbook}”完全相同，只计一次。`,
    },
  }));
  const replaced: VersionsPicked['replaced'][number][] = [];
  const remarks = new Map<Part, readonly string[]>();
  const versions = linksBetween(distinct);
  for (const family of familiesOf(distinct, versions)) {
    const picked = newestOf(family, versions, chosen);
    if ('undecided' in picked) {
      for (const part of family)
        verdicts.push({
          part,
          setAside: { reason: 'undecided', sentence: undecidedSentence(part, family, picked.undecided) },
        });
      continue;
    }
    for (const part of picked.taken) verdicts.push({ part });
    for (const part of family) {
      if (picked.taken.includes(part)) continue;
      const newer = picked.taken.find((each) => versions.has(linkOf(each, part))) ?? picked.taken[0];
      replaced.push({ older: part, newer });
      verdicts.push({ part, setAside: { reason: 'older', sentence: olderSentence(part, newer, chosen) } });
    }
  }
  const taken = verdicts.filter(({ setAside }) => setAside === undefined).map(({ part }) => part);
  if (taken.length > 1) for (const part of taken) remarks.set(part, [besideSentence(part, taken)]);
  return { verdicts, replaced, remarks };
}

/** The facts that tell the age of a part, each with its name; a fact may be missing. */
export const ageFacts = (part: Part): readonly { readonly name: string; readonly day: IsoDate | undefined }[] => [
  { name: '填报日期', day: preparedOn(part) },
  { name: '核查日期', day: part.file.facts.checkedOn },
  { name: '文件保存日期', day: part.file.facts.modifiedOn },
];

function preparedOn(part: Part): IsoDate | undefined {
  let latest: IsoDate | undefined;
  for (const { returned, entry } of placesOf(part)) {
    const day = valueOf(returned.ledger, entry, 'preparedOn');
    if (day !== undefined && (latest === undefined || day > latest)) latest = day;
  }
  return latest ?? part.file.facts.preparedOn;
}

/** Equal parts become one: a sealed file before others, then by the file's name. */
function collapse(group: readonly Part[]) {
  const ranked = [...group].sort(
    (left, right) =>
      Number(right.file.seal !== undefined) - Number(left.file.seal !== undefined) ||
      inOrder(left.file.workbook, right.file.workbook),
  );
  const first = new Map<string, Part>();
  const again: { readonly part: Part; readonly same: Part }[] = [];
  for (const part of ranked) {
    const content = contentOf(part);
    const same = first.get(content);
    if (same) again.push({ part, same });
    else first.set(content, part);
  }
  return {
    distinct: [...first.values()].sort((left, right) => inOrder(left.file.workbook, right.file.workbook)),
    again,
  };
}

const linkOf = (one: Part, other: Part): string => [one.file.workbook, other.file.workbook].sort().join('\n');

/** The pairs that are two versions of one list: half of the shorter one stands in the other, by number or by name. */
function linksBetween(parts: readonly Part[]): ReadonlySet<string> {
  const known = parts.map((part) => ({ part, ids: keysOf(part, idNumberOf), names: keysOf(part, nameOf) }));
  const links = new Set<string>();
  for (const [index, one] of known.entries()) {
    for (const other of known.slice(index + 1)) {
      const shared = Math.max(sharedOf(one.ids, other.ids), sharedOf(one.names, other.names));
      if (shared * 2 >= Math.min(countOf(one.part), countOf(other.part))) links.add(linkOf(one.part, other.part));
    }
  }
  return links;
}

function keysOf(part: Part, keyOf: typeof nameOf | typeof idNumberOf): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const place of placesOf(part)) {
    const key = keyOf(place);
    if (key) keys.add(key);
  }
  return keys;
}

function sharedOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const key of one) if (other.has(key)) shared += 1;
  return shared;
}

/** Parts linked to each other, directly or through others. */
function familiesOf(parts: readonly Part[], links: ReadonlySet<string>): readonly (readonly Part[])[] {
  const left = new Set(parts);
  const families: Part[][] = [];
  for (const part of parts) {
    if (!left.delete(part)) continue;
    const family = [part];
    for (const member of family) {
      for (const other of left) {
        if (!links.has(linkOf(member, other))) continue;
        left.delete(other);
        family.push(other);
      }
    }
    families.push(family);
  }
  return families;
}

type Newest = { readonly taken: readonly Part[] } | { readonly undecided: string };

function newestOf(family: readonly Part[], links: ReadonlySet<string>, chosen: readonly string[]): Newest {
  if (family.length === 1) return { taken: family };
  const named = family.filter((part) => chosen.includes(part.file.workbook));
  if (named.length > 0) return { taken: named };
  const reasons = new Set<string>();
  for (const candidate of family) {
    const beatsAll = family.every((other) => {
      if (other === candidate) return true;
      const { newer, why } = compareAge(candidate, other);
      if (newer === undefined) reasons.add(why);
      return newer === candidate && links.has(linkOf(candidate, other));
    });
    if (beatsAll) return { taken: [candidate] };
  }
  return { undecided: [...reasons].sort().join('，') || '几份之间只有部分户相同' };
}

/** Which of the two is newer by all facts that tell them apart; `why` names the facts, or why they do not tell. */
function compareAge(one: Part, other: Part): { readonly newer?: Part; readonly why: string } {
  const others = ageFacts(other);
  const telling = ageFacts(one).flatMap(({ name, day }, index) => {
    const beside = others[index].day;
    return day === undefined || beside === undefined || day === beside
      ? []
      : [{ name, newer: day > beside ? one : other }];
  });
  if (telling.length === 0) return { why: '填报日期、核查日期和文件保存日期都分不出先后' };
  const [{ newer }] = telling;
  const names = telling.map(({ name }) => name).join('、');
  return telling.every((fact) => fact.newer === newer) ? { newer, why: names } : { why: `${names}说的先后不一致` };
}

function olderSentence(part: Part, newer: Part, chosen: readonly string[]): string {
  const village = part.village || '同一村';
  if (chosen.includes(newer.file.workbook))
    return `“${village}”已按指定采用“${newer.file.workbook}”，这一份不再汇入，改动列在“版本差异”里。`;
  const { why } = compareAge(newer, part);
  const [first] = why.split('、');
  const day = (of: Part) => ageFacts(of).find(({ name }) => name === first)?.day;
  const [before, after] = [day(part), day(newer)];
  const days = before && after ? `（${first}${formatDate(before)}，那一份${formatDate(after)}）` : '';
  return `“${village}”已有更新的一份“${newer.file.workbook}”${days}，这一份不再汇入，改动列在“版本差异”里。`;
}

function undecidedSentence(part: Part, family: readonly Part[], why: string): string {
  const others = family
    .filter((other) => other !== part)
    .map(({ file }) => `“${file.workbook}”`)
    .sort()
    .join('、');
  return `“${part.village || '同一村'}”另有${others}，${why}，请指定以哪一份为准后再汇总。`;
}

function besideSentence(part: Part, taken: readonly Part[]): string {
  const others = taken
    .filter((other) => other !== part)
    .map(({ file }) => `“${file.workbook}”`)
    .sort()
    .join('、');
  return `“${part.village || '同一村'}”还有${others}，各户不相同，按同一村的几部分都已汇入，请核对是否如此。`;
}
