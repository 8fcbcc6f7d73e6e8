import { extname } from 'node:path';
import { finish } from '../core/workbook/port';
import {
  bankFileWords,
  bankReturnWords,
  makeBankFile,
  makeBankReturn,
  type BankRequest,
} from '../tasks/make-bank-file';
import { recordBankReturn } from '../tasks/record-bank-return';
import { applyOrStop } from './apply-or-stop';
import { CannotRun, type CliHost, type OpenedFile } from './cli-host';
import type { Command } from './command';
import { orConfirmed } from './expected-file';
import { inputFiles, openInput, readable, type InputFile } from './input-files';
import { outputFile, type OutputFile } from './output-file';
import { outputFor } from './output-for';
import { summaryLine } from './report-text';

/** `sheets --kind bank-file`: the payments as the bank takes them in, as .xlsx, .csv or .txt, by the name after `-o`. */
export async function runBankFile(
  command: Command,
  host: CliHost,
  request: BankRequest,
  { file }: OpenedLedger,
): Promise<0 | 1> {
  const output = bankOutput(command, host, file);
  const made = finish(makeBankFile({ ...request, onlyFailed: command.failed }));
  if ('refused' in made) throw new CannotRun(withConfirm(made));
  const { report } = made;
  output.write(
    output.format === 'xlsx'
      ? await host.newWorkbook([made.plan])
      : host.encodeText(made.text(output.format), command.encoding),
  );
  host.out([summaryLine(report), `已写出“${output.name}”，${bankFileWords(made)}`].join('\n'));
  return report.summary.error > 0 ? 1 : 0;
}

/**
 * `sheets --kind bank-return --answer FILE`: what became of each payment, and a second batch of those that failed; with
 * `--ledger` also a copy of the ledger in which it is registered.
 */
export async function runBankReturn(
  command: Command,
  host: CliHost,
  request: BankRequest,
  { file, opened: ledger }: OpenedLedger,
): Promise<0 | 1> {
  if (command.answer === undefined) {
    throw new CannotRun('请用 --answer 写明银行回单文件，例如 --kind bank-return --answer 回单.csv。');
  }
  const [, answerFile] = inputFiles([file.path, command.answer], host.cwd);
  const output = outputFile(command.out ?? '', host.cwd, [file.path, answerFile.path], '.xlsx');
  const marked = command.ledger === undefined ? undefined : outputFor(ledger, file, { out: command.ledger }, host);
  if (marked?.name === output.name) throw new CannotRun('-o 和 --ledger 写的是同一个文件，请各用一个文件名。');
  const opened = await openInput(answerFile, host);
  const answer = await readable(answerFile.name, () => opened.read());
  const made = finish(makeBankReturn(request, answer));
  if ('refused' in made) throw new CannotRun(withConfirm(made));
  const written = [`已写出“${output.name}”。`];
  if (marked) {
    const { changes, keptCells } = finish(recordBankReturn(request.workbook, made, request.today));
    const { refused } = await applyOrStop(ledger, file.name, changes);
    const left = keptCells + refused.length;
    marked.write(await readable(file.name, () => ledger.save()));
    written.push(
      `已写出“${marked.name}”，登记了代发结果${left > 0 ? `，有 ${left} 户的发放情况已有人填写或不能写，没有改动` : ''}。`,
    );
  }
  output.write(await host.newWorkbook(made.plans));
  host.out(
    [
      bankReturnWords(made),
      ...(made.failed.length > 0 ? ['没有发成的列入“第二批代发”。'] : []),
      summaryLine(made.report),
      ...written,
    ].join('\n'),
  );
  return made.report.summary.error > 0 ? 1 : 0;
}

/** The ledger that was named, opened. */
export interface OpenedLedger {
  readonly file: InputFile;
  readonly opened: OpenedFile;
}

/** The sentence of a refusal, with the word that lets it through where there is one. */
export function withConfirm({ refused, because }: { readonly refused: string; readonly because: string }): string {
  if (because === 'wrong-file') return orConfirmed(refused);
  return because === 'errors' ? `${refused.slice(0, -1)}（加上 --confirm）。` : refused;
}

function bankOutput(
  command: Command,
  host: CliHost,
  file: InputFile,
): OutputFile & { readonly format: 'xlsx' | 'csv' | 'txt' } {
  const extension = extname(command.out ?? '').toLowerCase();
  const format = extension === '.csv' ? 'csv' : extension === '.txt' ? 'txt' : 'xlsx';
  return { ...outputFile(command.out ?? '', host.cwd, [file.path], `.${format}`), format };
}
