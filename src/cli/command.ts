import { parseArgs } from 'node:util';
import { CannotRun } from './cli-host';
import { codeOf } from './file-trouble';

/** What a person asked for on one line. */
export interface Command {
  readonly verb: Verb;
  readonly operands: readonly string[];
  readonly out?: string;
  readonly scheme?: string;
  readonly today?: string;
  readonly format: 'text' | 'json';
  readonly help: boolean;
}

export const verbs = [
  'check',
  'fill',
  'mark',
  'clear-marks',
  'new',
  'forms',
  'schemes',
  'checks',
  'sheets',
  'merge',
] as const;
export type Verb = (typeof verbs)[number];

/** Reads the words of the command line. Throws `CannotRun` where they make no command. */
export function parseCommand(argv: readonly string[]): Command {
  // These will take options that nothing here knows yet.
  const notYet = later[argv[0] as Verb];
  if (notYet && !argv.includes('--help') && !argv.includes('-h')) throw new CannotRun(notYet);
  const { values, positionals } = parsed(argv);
  const [first, ...operands] = positionals;
  if (values.help || first === 'help') {
    return { verb: 'check', operands: [], format: 'text', help: true };
  }
  if (first === undefined) throw new CannotRun(`请写明要做什么，例如 relief-ledger check 台账.xlsx；${seeHelp}`);
  const verb = verbs.find((known) => known === first);
  if (!verb) throw new CannotRun(`没有“${first}”这个命令；${seeHelp}`);
  if (later[verb]) throw new CannotRun(later[verb]);
  for (const given of Object.keys(values) as (keyof typeof values)[]) {
    if (!accepts[verb].includes(given))
      throw new CannotRun(`“${verb}”不用 ${spelling(given)} 这个选项，请去掉后再试；${seeHelp}`);
  }
  if (values.reference) throw new CannotRun('目前还不能读取参照名单，请先去掉 --reference 再检查。');
  const format = values.format ?? 'text';
  if (format !== 'text' && format !== 'json') throw new CannotRun('--format 只能写 text 或 json，请改正后再试。');
  countOperands(verb, operands);
  if (needsOut.includes(verb) && !values.out) {
    throw new CannotRun(`请用 -o 写明结果存到哪里，例如 relief-ledger ${verb} ${operands[0]} -o 结果.xlsx。`);
  }
  return { verb, operands, format, help: false, out: values.out, scheme: values.scheme, today: values.today };
}

const options = {
  out: { type: 'string', short: 'o' },
  scheme: { type: 'string' },
  today: { type: 'string' },
  reference: { type: 'string', multiple: true },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const accepts: Readonly<Record<Verb, readonly (keyof typeof options)[]>> = {
  check: ['scheme', 'today', 'reference', 'format'],
  fill: ['out', 'scheme', 'today'],
  mark: ['out', 'scheme', 'today'],
  'clear-marks': ['out'],
  new: ['out'],
  forms: [],
  schemes: [],
  checks: [],
  sheets: [],
  merge: [],
};

const needsOut: readonly Verb[] = ['fill', 'mark', 'clear-marks', 'new'];

const later: Readonly<Partial<Record<Verb, string>>> = {
  sheets: '目前还不能生成打印表，请先用 check 检查、用 fill 填列，打印表将在以后的版本提供。',
  merge: '目前还不能汇总多个工作簿，请先用 check 一起检查这些文件，汇总将在以后的版本提供。',
};

const seeHelp = '用 relief-ledger --help 看全部用法。';
const spelling = (name: string): string => (name === 'out' ? '-o' : `--${name}`);

function countOperands(verb: Verb, operands: readonly string[]): void {
  const none = operands.length === 0;
  switch (verb) {
    case 'check':
      if (none) throw new CannotRun('请写出要检查的工作簿，例如 relief-ledger check 台账.xlsx。');
      return;
    case 'new':
      if (none)
        throw new CannotRun(
          '请写出要新建的表样，例如 relief-ledger new village-ledger -o 台账.xlsx；用 relief-ledger forms 看全部表样。',
        );
      if (operands.length > 1) throw new CannotRun('一次只能新建一种表样，请只写一个表样编号。');
      return;
    case 'forms':
    case 'schemes':
    case 'checks':
      if (!none) throw new CannotRun(`“${verb}”后面不用写别的内容，请去掉后再试。`);
      return;
    default:
      if (none) throw new CannotRun(`请写出工作簿，例如 relief-ledger ${verb} 台账.xlsx -o 结果.xlsx。`);
      if (operands.length > 1) throw new CannotRun(`“${verb}”一次只处理一个工作簿，请只写一个文件。`);
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const word = argv.find((arg) => arg.startsWith('-') && !isKnown(arg));
    if (codeOf(error) === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && word) {
      throw new CannotRun(`没有 ${word.split('=')[0]} 这个选项；${seeHelp}`, { cause: error });
    }
    throw new CannotRun(`有一个选项后面缺少内容或多写了内容，请核对后再试；${seeHelp}`, { cause: error });
  }
}

const isKnown = (arg: string): boolean =>
  arg.startsWith('--') ? arg.slice(2).split('=')[0] in options : arg.startsWith('-o') || arg === '-h';
