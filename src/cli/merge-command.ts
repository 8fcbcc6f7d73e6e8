import { parseArgs } from 'node:util';
import { CannotRun } from './cli-host';
import { fileOptions, fileWords, seasonOf, type FileWords } from './expected-file';
import { codeOf } from './file-trouble';

/** `merge` and `submit` as asked for on one line. */
export interface MergeCommand {
  readonly operands: readonly string[];
  readonly out: string;
  readonly scheme?: string;
  readonly today?: string;
  readonly format: 'text' | 'json';
  /** The id of the form that the merged ledger is written in. */
  readonly form: string;
  /** Ids of the forms that may come back; empty means any. */
  readonly expectForms: readonly string[];
  readonly season?: number;
  readonly villages: readonly string[];
  /** Files that a person chose where it could not be told which is newer. */
  readonly newer: readonly string[];
  readonly need: readonly string[];
  /** The folder for the workbooks that go back to their villages. */
  readonly returnTo?: string;
}

export interface SubmitCommand extends FileWords {
  readonly operands: readonly string[];
  readonly out: string;
  readonly scheme?: string;
  readonly today?: string;
  readonly by: string;
}

/** Reads the words behind `merge`; `undefined` where help is asked for. Throws `CannotRun` where they make no command. */
export function parseMerge(argv: readonly string[]): MergeCommand | undefined {
  const { values, positionals } = wordsOf(argv, mergeOptions);
  if (values.help) return undefined;
  const operands = positionals.slice(1);
  if (operands.length === 0)
    throw new CannotRun('请写出要汇总的工作簿或文件夹，例如 relief-ledger merge 交来的台账 -o 汇总.xlsx。');
  if (!values.out)
    throw new CannotRun('请用 -o 写明汇总结果存到哪里，例如 relief-ledger merge 交来的台账 -o 汇总.xlsx。');
  const format = values.format ?? 'text';
  if (format !== 'text' && format !== 'json') throw new CannotRun('--format 只能写 text 或 json，请改正后再试。');
  return {
    operands,
    out: values.out,
    scheme: values.scheme,
    today: values.today,
    format,
    form: values.form ?? 'village-ledger',
    expectForms: values['expect-form'] ?? [],
    ...(values.year !== undefined && { season: seasonOf(values.year) }),
    villages: (values.village ?? []).flatMap((names) => names.split(/[,，、]/)).filter((name) => name !== ''),
    newer: values.newer ?? [],
    need: values.need ?? [],
    returnTo: values['return-to'],
  };
}

/** Reads the words behind `submit`; `undefined` where help is asked for. Throws `CannotRun` where they make no command. */
export function parseSubmit(argv: readonly string[]): SubmitCommand | undefined {
  const { values, positionals } = wordsOf(argv, submitOptions);
  if (values.help) return undefined;
  const operands = positionals.slice(1);
  const usage = '例如 relief-ledger submit 台账.xlsx --by 张三 -o 报送.xlsx。';
  if (operands.length === 0) throw new CannotRun(`请写出要报送的工作簿，${usage}`);
  if (operands.length > 1) throw new CannotRun('“submit”一次只处理一个工作簿，请只写一个文件。');
  if (!values.out) throw new CannotRun(`请用 -o 写明结果存到哪里，${usage}`);
  if (!values.by?.trim()) throw new CannotRun(`请用 --by 写明核查人的姓名，${usage}`);
  return {
    operands,
    out: values.out,
    scheme: values.scheme,
    today: values.today,
    by: values.by.trim(),
    ...fileWords(values),
  };
}

const shared = {
  out: { type: 'string', short: 'o' },
  scheme: { type: 'string' },
  today: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const mergeOptions = {
  ...shared,
  format: { type: 'string' },
  form: { type: 'string' },
  'expect-form': { type: 'string', multiple: true },
  year: { type: 'string' },
  village: { type: 'string', multiple: true },
  newer: { type: 'string', multiple: true },
  need: { type: 'string', multiple: true },
  'return-to': { type: 'string' },
} as const;

const submitOptions = { ...shared, ...fileOptions, by: { type: 'string' } } as const;

const seeHelp = '用 relief-ledger --help 看全部用法。';

function wordsOf<O extends typeof mergeOptions | typeof submitOptions>(argv: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const word = argv.find((arg) => arg.startsWith('-') && !isKnown(arg, options));
    if (codeOf(error) === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && word) {
      throw new CannotRun(`“${argv[0]}”没有 ${word.split('=')[0]} 这个选项；${seeHelp}`, { cause: error });
    }
    throw new CannotRun(`有一个选项后面缺少内容或多写了内容，请核对后再试；${seeHelp}`, { cause: error });
  }
}

const isKnown = (arg: string, options: object): boolean =>
  arg.startsWith('--') ? arg.slice(2).split('=')[0] in options : arg.startsWith('-o') || arg === '-h';
