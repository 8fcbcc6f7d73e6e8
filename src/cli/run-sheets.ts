import { finish } from '../core/workbook/port';
import { chosenRows, leftOutSentence, makeSheets, type ChosenRows } from '../tasks/make-sheets';
import { chosenPolicy } from './chosen-policy';
import { CannotRun, type CliHost } from './cli-host';
import type { Command } from './command';
import { inputFiles, openInput, readable } from './input-files';
import { occasionOf } from './occasion-words';
import { outputFile } from './output-file';
import { summaryLine } from './report-text';
import { runBankFile, runBankReturn, withConfirm } from './run-bank';

/** `sheets`: writes a new workbook of printed sheets. Gives the exit code for the ledger they were made from. */
export async function runSheets(command: Command, host: CliHost): Promise<0 | 1> {
  const [file] = inputFiles(command.operands, host.cwd);
  const { chosen, today } = chosenPolicy(command, host);
  const occasion = occasionOf(command.set);
  const { kinds, village } = command;
  const rows = rowsOf(command);
  const bank = kinds.find((kind) => kind === 'bank-file' || kind === 'bank-return');
  if (bank === 'bank-return' && kinds.length > 1) {
    throw new CannotRun('银行回单（bank-return）要单独生成，请去掉其他 --kind。');
  }
  const output = bank && kinds.length === 1 ? undefined : outputFile(command.out ?? '', host.cwd, [file.path], '.xlsx');
  const opened = await openInput(file, host);
  const workbook = await readable(file.name, () => opened.read());
  const request = {
    ...{ workbook, scheme: chosen, today, village, rows, occasion, isConfirmed: command.confirm },
    expected: command.confirmFile ? undefined : command.expected,
  };
  if (!output) return (bank === 'bank-file' ? runBankFile : runBankReturn)(command, host, request, { file, opened });

  const made = finish(makeSheets({ ...request, kinds }));
  if ('refused' in made) throw new CannotRun(withConfirm(made));
  const mixed = made.kinds.some(({ isPublic }) => isPublic) && made.kinds.some(({ isPublic }) => !isPublic);
  if (mixed) {
    const titles = [...new Set(made.kinds.filter(({ isPublic }) => isPublic).map(({ title }) => title))].join('、');
    throw new CannotRun(`${titles}要张贴出去，不能和含身份证号、账号的表存在一个文件里，请分两次生成，各用一个 -o。`);
  }
  output.write(await host.newWorkbook(made.plans));
  host.out(
    [
      ...made.plans.map(({ name }) => `  ${name}`),
      summaryLine(made.report),
      `已写出“${output.name}”，共 ${made.plans.length} 张表、${made.households} 户。${leftOutSentence(made.scope)}`,
    ].join('\n'),
  );
  return made.report.summary.error > 0 ? 1 : 0;
}

function rowsOf({ rows }: Command): ChosenRows | undefined {
  if (rows === undefined) return undefined;
  const chosen = chosenRows(rows);
  if (!chosen) throw new CannotRun(`--rows 后面写的“${rows}”认不出，请写成 12-20,25 这样的行号。`);
  return chosen;
}
