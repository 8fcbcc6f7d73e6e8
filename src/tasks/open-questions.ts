import { formatDate } from '../core/ledger/dates';
import { countOf, type Part } from '../core/merge/part';
import { ageFacts } from '../core/merge/pick-versions';
import type { MergeReport } from './merge-returned';

/** Something that the facts do not tell: a person names the files that are to be taken (`Expectation.newer`). */
export interface OpenQuestion {
  /** `which`: one of several returns of a village. `whether`: a file whose people stand in other villages too. */
  readonly ask: 'which' | 'whether';
  readonly village: string;
  readonly entryIs: Part['entryIs'];
  /** Why it could not be told, as the verdict on its first file says it. */
  readonly sentence: string;
  readonly files: readonly FileInQuestion[];
}

export interface FileInQuestion {
  readonly workbook: string;
  readonly entries: number;
  /** What it says of its age, such as 填报日期 2026年1月5日. */
  readonly facts: readonly string[];
}

/** What a person is to decide before the files concerned can be merged, village by village. */
export function openQuestions({ parts }: Pick<MergeReport, 'parts'>): readonly OpenQuestion[] {
  const questions = new Map<string, { -readonly [K in keyof OpenQuestion]: OpenQuestion[K] }>();
  for (const { part, setAside } of parts) {
    if (setAside?.reason !== 'undecided' && setAside?.reason !== 'half-duplicates') continue;
    const ask = setAside.reason === 'undecided' ? 'which' : 'whether';
    const key = [ask, part.entryIs, part.key, ask === 'whether' ? part.file.workbook : ''].join('\n');
    const known = questions.get(key);
    const { village, entryIs } = part;
    questions.set(key, {
      ask,
      village: known?.village ?? village,
      entryIs,
      sentence: known?.sentence ?? setAside.sentence,
      files: [...(known?.files ?? []), inQuestion(part)],
    });
  }
  return [...questions.values()].map((question) => ({
    ...question,
    files: [...question.files].sort((left, right) => (left.workbook < right.workbook ? -1 : 1)),
  }));
}

const inQuestion = (part: Part): FileInQuestion => ({
  workbook: part.file.workbook,
  entries: countOf(part),
  facts: ageFacts(part).flatMap(({ name, day }) => (day === undefined ? [] : [`${name} ${formatDate(day)}`])),
});
