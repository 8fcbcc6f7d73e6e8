import { parseArgs } from 'node:util';
import { CannotRun } from './cli-host';
import { fileOptions, fileWords, type FileWords } from './expected-file';
import { codeOf } from './file-trouble';

/** What a person asked for on one line. */
export interface Command extends FileWords {
  readonly verb: Verb;
  readonly operands: readonly string[];
  readonly out?: string;
  readonly scheme?: string;
  readonly today?: string;
  readonly format: 'text' | 'json';
  readonly help: boolean;
  /** `sheets`: ids of the kinds wanted. */
  readonly kinds: readonly string[];
  readonly village?: string;
  /** `sheets`: only the households of these rows, as typed. */
  readonly rows?: string;
  /** `sheets`: words for the paper, each as `乡镇=尚寨乡`. */
  readonly set: readonly string[];
  /** `sheets`: make them although errors stand. */
  readonly confirm: boolean;
  readonly encoding: 'utf-8' | 'gb18030';
  /** `sheets`: the file that the bank sent back. */
  readonly answer?: string;
  /** `sheets --kind bank-file`: only the payments that have failed before. */
  readonly failed: boolean;
  /** `sheets --kind bank-return`: where the ledger with the bank's answer goes. */
  readonly ledger?: string;
  /** `check`: lists of the office, each as `deceased=名单.xlsx`. */
  readonly references: readonly string[];
  /** `check` and `mark`: workbooks whose 核查记录 is taken over, such as that of the batch before. */
  readonly decisions: readonly string[];
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
  'submit',
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
    return { ...noSheets, verb: 'check', operands: [], format: 'text', help: true };
  }
  if (first === undefined) throw new CannotRun(`请写明要做什么，例如 relief-ledger check 台账.xlsx；${seeHelp}`);
  const verb = verbs.find((known) => known === first);
  if (!verb) throw new CannotRun(`没有“${first}”这个命令；${seeHelp}`);
  if (later[verb]) throw new CannotRun(later[verb]);
  for (const given of Object.keys(values) as (keyof typeof values)[]) {
    if (!accepts[verb].includes(given))
      throw new CannotRun(`“${verb}”不用 ${spelling(given)} 这个选项，请去掉后再试；${seeHelp}`);
  }
  const format = values.format ?? 'text';
  if (format !== 'text' && format !== 'json') throw new CannotRun('--format 只能写 text 或 json，请改正后再试。');
  const encoding = (values.encoding ?? 'gb18030').toLowerCase();
  if (encoding !== 'utf-8' && encoding !== 'gb18030') {
    throw new CannotRun('--encoding 只能写 gb18030 或 utf-8，请改正后再试。');
  }
  // `--kind a b` leaves b among the operands: the workbook comes first.
  const kinds = [...(values.kind ?? []), ...(verb === 'sheets' && values.kind ? operands.splice(1) : [])];
  countOperands(verb, operands);
  if (verb === 'sheets' && kinds.length === 0) {
    throw new CannotRun(
      '请用 --kind 写明要哪种打印表，例如 --kind village-notice；用 relief-ledger --help 看全部种类。',
    );
  }
  if (needsOut.includes(verb) && !values.out) {
    throw new CannotRun(`请用 -o 写明结果存到哪里，例如 relief-ledger ${verb} ${operands[0]} -o 结果.xlsx。`);
  }
  return {
    verb,
    operands,
    format,
    help: false,
    out: values.out,
    scheme: values.scheme,
    today: values.today,
    kinds: kinds.flatMap((kind) => kind.split(/[,，]/)).filter((kind) => kind !== ''),
    village: values.village,
    rows: values.rows,
    set: values.set ?? [],
    confirm: values.confirm ?? false,
    encoding,
    answer: values.answer,
    failed: values.failed ?? false,
    ledger: values.ledger,
    references: values.reference ?? [],
    decisions: values.decisions ?? [],
    ...fileWords(values),
  };
}

const noSheets = {
  references: [],
  decisions: [],
  kinds: [],
  set: [],
  confirm: false,
  failed: false,
  encoding: 'gb18030',
  expected: {},
  confirmFile: false,
} as const;

const options = {
  out: { type: 'string', short: 'o' },
  scheme: { type: 'string' },
  today: { type: 'string' },
  reference: { type: 'string', multiple: true },
  decisions: { type: 'string', multiple: true },
  format: { type: 'string' },
  kind: { type: 'string', multiple: true },
  village: { type: 'string' },
  rows: { type: 'string' },
  set: { type: 'string', multiple: true },
  confirm: { type: 'boolean' },
  encoding: { type: 'string' },
  answer: { type: 'string' },
  failed: { type: 'boolean' },
  ledger: { type: 'string' },
  ...fileOptions,
  help: { type: 'boolean', short: 'h' },
} as const;

const ofFile = ['expect-form', 'expect-village', 'year', 'confirm-file'] as const;

const accepts: Readonly<Record<Verb, readonly (keyof typeof options)[]>> = {
  check: ['scheme', 'today', 'reference', 'decisions', 'format'],
  fill: ['out', 'scheme', 'today', ...ofFile],
  mark: ['out', 'scheme', 'today', 'decisions', ...ofFile],
  'clear-marks': ['out'],
  new: ['out'],
  forms: [],
  schemes: [],
  checks: [],
  sheets: [
    'out',
    'scheme',
    'today',
    'kind',
    'village',
    'rows',
    'set',
    'confirm',
    'encoding',
    'answer',
    'failed',
    'ledger',
    ...ofFile,
  ],
  merge: [],
  submit: [],
};

const needsOut: readonly Verb[] = ['fill', 'mark', 'clear-marks', 'new', 'sheets'];

const later: Readonly<Partial<Record<Verb, string>>> = {
  merge: '请把 merge 写在选项前面，例如 relief-ledger merge 交来的台账 -o 汇总.xlsx。',
  submit: '请把 submit 写在选项前面，例如 relief-ledger submit 台账.xlsx --by 张三 -o 报送.xlsx。',
};

const seeHelp = '用 relief-ledger --help 看全部用法。';
const spelling = (name: string): string => (name === 'out' ? '-o' : `--${name}`);

function countOperands(verb: Verb, operands: readonly string[]): void {
  const none = operands.length === 0;
  switch (verb) {
    case 'check':
      if (none) throw new CannotRun('请写出要检查的工作簿，例如 relief-ledger check 台账.xlsx。');
      return;
    case 'sheets':
      if (none)
        throw new CannotRun('请写出工作簿，例如 relief-ledger sheets 台账.xlsx --kind village-notice -o 公示.xlsx。');
      if (operands.length > 1) throw new CannotRun('“sheets”一次只处理一个工作簿，请只写一个文件。');
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
