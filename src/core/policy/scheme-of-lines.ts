import { takers } from './line-takers';
import { readScheme, type SchemeProblem } from './read-scheme';
import type { Scheme } from './scheme';
import { nameOf, type Draft, type LineProblem } from './scheme-draft';
import type { SchemeLine } from './scheme-lines';
import { groupColumnWords } from './scheme-parameters';

export type { LineProblem } from './scheme-draft';

export type LinesRead = { readonly scheme: Scheme } | { readonly problems: readonly LineProblem[] };

/** Reads the lines of the sheet 救助标准, as typed, through the same schema as every other scheme. Lines without a word are skipped. */
export function schemeOfLines(lines: readonly SchemeLine[], date1904 = false): LinesRead {
  const draft: Draft = {
    root: { id: 'own', rulings: [] },
    keys: new Map(),
    origins: [],
    problems: [],
    groups: new Map(),
    date1904,
  };
  const seen = new Set<string>();
  lines.forEach((line, index) => {
    const word = line.word.trim();
    if (word === '') return;
    const key = [word, line.subject.trim(), String(line.from).trim()].join('\n');
    const take = takers.get(word);
    if (!take)
      draft.problems.push({ line: index, part: 'word', sentence: `不认识参数“${word}”，请从参数清单中选择。` });
    else if (seen.has(key))
      draft.problems.push({ line: index, part: 'word', sentence: `“${nameOf(line)}”写了两次，请只留一行。` });
    else take(draft, line, index);
    seen.add(key);
  });
  describeGroups(draft);
  const read = readScheme(draft.root);
  const found = 'problems' in read ? read.problems.map((problem) => placed(draft, lines, problem)) : [];
  // Lines that could not be read are not missing.
  const problems = [...draft.problems, ...(draft.problems.length > 0 ? found.filter(({ line }) => line >= 0) : found)];
  const order = ({ line }: LineProblem) => (line < 0 ? lines.length : line);
  return problems.length > 0 || 'problems' in read
    ? { problems: problems.sort((left, right) => order(left) - order(right)) }
    : read;
}

/** Gives every group of the draft its columns and other words; a group that says no columns is looked for in all three. */
function describeGroups(draft: Draft): void {
  const { groups } = draft;
  const rulings = (draft.root.rulings ?? []) as readonly Record<string, unknown>[];
  rulings.forEach((one, index) => {
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const group = node as { name?: string; columns?: unknown; also?: unknown };
      if (typeof group.name === 'string') {
        const key = `rulings/${index}/${group.name}`;
        group.columns = groups.get(`${key}/columns`) ?? Object.keys(groupColumnWords);
        if (groups.has(`${key}/also`)) group.also = groups.get(`${key}/also`);
      } else Object.values(node).forEach(visit);
    };
    visit([one.standard, one.inKind]);
  });
}

/** The line that a problem of the schema came from: the one that wrote the part, one of its parts, or its nearest neighbour. */
function placed(
  { origins }: Draft,
  lines: readonly SchemeLine[],
  { path, fault, isUnused, sentence }: SchemeProblem,
): LineProblem {
  const place = path.join('/');
  const latest = [...origins].reverse();
  const within = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}/`);
  const origin = latest.find((one) => within(place, one.path)) ?? latest.find((one) => within(one.path, place));
  if (!origin) {
    const parent = path.slice(0, -1).join('/');
    const neighbour = path.length > 3 ? latest.find((one) => within(one.path, parent)) : undefined;
    return { line: neighbour?.line ?? -1, part: 'value', sentence };
  }
  const name = `“${nameOf(lines[origin.line])}”`;
  if (isUnused) {
    return {
      line: origin.line,
      part: 'word',
      sentence: `${name}在所选的标准形式里用不上，请删去这一行或改选标准形式。`,
    };
  }
  return { line: origin.line, part: path.at(-1) === 'source' ? 'source' : 'value', sentence: name + fault };
}
