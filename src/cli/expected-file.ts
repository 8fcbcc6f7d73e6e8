import { catalogue } from '../tasks/catalogue';
import { looksLikeWrongFile, type ExpectedFile, type ReadFile } from '../tasks/looks-like-wrong-file';
import { CannotRun } from './cli-host';

/** What a command says of the file it is given. */
export interface FileWords {
  readonly expected: ExpectedFile;
  /** The person knows what looks odd about the file, and it is the one. */
  readonly confirmFile: boolean;
}

/** The options behind `FileWords`, for the verbs that write. */
export const fileOptions = {
  'expect-form': { type: 'string' },
  'expect-village': { type: 'string' },
  year: { type: 'string' },
  'confirm-file': { type: 'boolean' },
} as const;

/** What the options say. Throws `CannotRun` where a form or a year cannot be understood. */
export function fileWords(values: {
  readonly 'expect-form'?: string;
  readonly 'expect-village'?: string;
  readonly year?: string;
  readonly 'confirm-file'?: boolean;
}): FileWords {
  const { 'expect-form': form, 'expect-village': village, year } = values;
  if (form !== undefined && !catalogue().forms.some(({ id }) => id === form))
    throw new CannotRun(`没有“${form}”这种表样，请用 relief-ledger forms 看全部表样。`);
  return {
    expected: {
      ...(form !== undefined && { form }),
      ...(village !== undefined && { village }),
      ...(year !== undefined && { season: seasonOf(year) }),
    },
    confirmFile: values['confirm-file'] ?? false,
  };
}

/** 2025, 2025-2026 or 2025—2026 is the winter that begins in 2025. */
export function seasonOf(text: string): number {
  const year = /^(20\d\d)(?:[-—/](?:20)?\d\d)?(?:年度?)?$/.exec(text.trim())?.[1];
  if (year === undefined) throw new CannotRun(`--year 写的“${text}”看不出是哪一年度，请写成 2025 或 2025-2026。`);
  return Number(year);
}

/** Throws `CannotRun` where the file looks like another one than it was taken for, unless that is confirmed. */
export function stopWrongFile(read: ReadFile, { expected, confirmFile }: FileWords): void {
  if (confirmFile) return;
  const [first, ...more] = looksLikeWrongFile(read, expected);
  if (first) throw new CannotRun(orConfirmed(first.sentence + (more.length > 0 ? `另有 ${more.length} 处不像。` : '')));
}

/** The sentence with the word that lets it through. */
export const orConfirmed = (sentence: string): string =>
  `${sentence}没有写出文件；确实是这份文件的，请加上 --confirm-file 再运行。`;
