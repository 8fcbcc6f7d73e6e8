import { extname } from 'node:path';
import { formatYuan, type Fen } from '../core/ledger/money';
import { finish } from '../core/workbook/port';
import { makeBankFile, makeBankReturn, type BankRequest } from '../tasks/make-bank-file';
import { CannotRun, type CliHost } from './cli-host';
import type { Command } from './command';
import { orConfirmed } from './expected-file';
import { inputFiles, openInput, readable, type InputFile } from './input-files';
import { outputFile, type OutputFile } from './output-file';
import { summaryLine } from './report-text';

/** `sheets --kind bank-file`: the payments as the bank takes them in, as .xlsx, .csv or .txt, by the name after `-o`. */
export async function runBankFile(
  command: Command,
  host: CliHost,
  request: BankRequest,
  file: InputFile,
): Promise<0 | 1> {
  const output = bankOutput(command, host, file);
  const made = finish(makeBankFile(request));
  if ('refused' in made) throw new CannotRun(withConfirm(made));
  const { batch, report } = made;
  output.write(
    output.format === 'xlsx'
      ? await host.newWorkbook([made.plan])
      : host.encodeText(made.text(output.format), command.encoding),
  );
  const leftOut = batch.withoutAccount.length + batch.withoutAmount.length;
  const { inCash } = batch;
  host.out(
    [
      ...(leftOut > 0 ? [`有 ${leftOut} 户没有账号或没有救助金额，没有列入代发文件。`] : []),
      ...(inCash.length > 0 ? [`有 ${inCash.length} 户领取现金，没有列入代发文件。`] : []),
      summaryLine(report),
      `已写出“${output.name}”，共 ${batch.rows.length} 笔，合计 ${formatYuan(batch.total)} 元，摘要“${batch.memo}”。`,
    ].join('\n'),
  );
  return report.summary.error > 0 ? 1 : 0;
}

/** `sheets --kind bank-return --answer FILE`: what became of each payment, and a second batch of those that failed. */
export async function runBankReturn(
  command: Command,
  host: CliHost,
  request: BankRequest,
  file: InputFile,
): Promise<0 | 1> {
  if (command.answer === undefined) {
    throw new CannotRun('请用 --answer 写明银行回单文件，例如 --kind bank-return --answer 回单.csv。');
  }
  const [, answerFile] = inputFiles([file.path, command.answer], host.cwd);
  const output = outputFile(command.out ?? '', host.cwd, [file.path, answerFile.path], '.xlsx');
  const opened = await openInput(answerFile, host);
  const answer = await readable(answerFile.name, () => opened.read());
  const made = finish(makeBankReturn(request, answer));
  if ('refused' in made) throw new CannotRun(withConfirm(made));
  output.write(await host.newWorkbook(made.plans));
  const sum = (amounts: readonly number[]) => formatYuan(amounts.reduce((all, amount) => all + amount, 0) as Fen);
  host.out(
    [
      `已发放 ${made.paid.length} 笔 ${sum(made.paid.map(({ amount }) => amount))} 元`,
      `失败 ${made.failed.length} 笔 ${sum(made.failed.map(({ row }) => row.amount))} 元，列入“第二批代发”`,
      ...(made.unanswered.length > 0 ? [`银行未回复 ${made.unanswered.length} 笔`] : []),
      ...(made.ambiguous.length > 0 ? [`账号与他户相同 ${made.ambiguous.length} 笔，请核对`] : []),
      ...(made.unknown.length > 0 ? [`回单里有 ${made.unknown.length} 笔的账号不在台账里，请核对`] : []),
      summaryLine(made.report),
      `已写出“${output.name}”。`,
    ].join('\n'),
  );
  return made.report.summary.error > 0 ? 1 : 0;
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
