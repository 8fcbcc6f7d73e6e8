import type * as z from 'zod/mini';
import { schemeSchema, type Scheme } from './scheme';
import { placeInScheme, schemeWords } from './scheme-words';

/** One thing wrong with a loaded scheme. */
export interface SchemeProblem {
  readonly path: readonly PropertyKey[];
  /** One Chinese sentence that names the place and says what to do. */
  readonly sentence: string;
  /** The same without the place, to be put behind one. */
  readonly fault: string;
  /** The part is none that this place of a scheme has. */
  readonly isUnused?: true;
}

export type SchemeRead = { readonly scheme: Scheme } | { readonly problems: readonly SchemeProblem[] };

/** Guards a scheme that comes from outside. A figure without a clause is refused like any other fault. */
export function readScheme(given: unknown): SchemeRead {
  const parsed = schemeSchema.safeParse(given, { reportInput: true });
  return parsed.success ? { scheme: parsed.data } : { problems: parsed.error.issues.flatMap(problemsOf) };
}

/** Reads the text of a `.json` scheme file. */
export function readSchemeText(text: string): SchemeRead {
  try {
    return readScheme(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    const fault = '文件读不懂，可能缺了引号、逗号或括号，请用导出的方案文件修改。';
    return { problems: [{ path: [], fault, sentence: `方案${fault}` }] };
  }
}

/** The text of a `.json` scheme file, to be read back by `readSchemeText`. */
export const schemeText = (scheme: Scheme): string => `${JSON.stringify(scheme, null, 2)}\n`;

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue): readonly SchemeProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const fault = `里有用不上的项目“${schemeWords[key] ?? key}”，请删去或改用合适的项目。`;
      return { path: [...issue.path, key], fault, isUnused: true, sentence: named(issue.path) + fault };
    });
  }
  const isSource = issue.path.at(-1) === 'source';
  const fault = isSource ? '没有写条款依据，请写明出自哪份文件的哪一条。' : faultOf(issue);
  return [{ path: issue.path, fault, sentence: named(isSource ? issue.path.slice(0, -1) : issue.path) + fault }];
}

function named(path: readonly PropertyKey[]): string {
  const place = placeInScheme(path);
  return place === '' ? '方案' : `“${place}”`;
}

function faultOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? '没有填写，请补上。'
        : `应填${kinds[issue.expected] ?? '另一种内容'}，请改正。`;
    case 'too_small':
      return issue.origin === 'number' ? `小于 ${issue.minimum}，请核对。` : '没有填写，请补上。';
    case 'too_big':
      return `大于 ${issue.maximum}，请核对。`;
    case 'not_multiple_of':
      return '小数过多，金额最多写到分，请改正。';
    case 'invalid_format':
      return '的写法认不出来，请写成 2025-01-08 或 01-08 的样子。';
    case 'invalid_value':
      return `只能是${issue.values.map((value) => `“${String(value)}”`).join('、')}之一，请改正。`;
    case 'invalid_union':
      return issue.discriminator === 'shape'
        ? '不在已有的标准形式之中，请从中选一种。'
        : '的写法认不出来，请写成 01-20 的样子或“春节前”。';
    case 'custom':
      return `中${issue.message}`;
    default:
      return '的内容认不出来，请核对。';
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '若干条',
  object: '一组项目',
};
