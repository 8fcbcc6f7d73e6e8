import { finish } from '../core/workbook/port';
import { checkWorkbooks } from '../tasks/check-workbooks';
import { submitLedger } from '../tasks/submit-ledger';
import { applyOrStop } from './apply-or-stop';
import { chosenPolicy } from './chosen-policy';
import { CannotRun, type CliHost } from './cli-host';
import { stopWrongFile } from './expected-file';
import { inputFiles, openInput, readable } from './input-files';
import type { SubmitCommand } from './merge-command';
import { outputFor } from './output-for';
import { summaryLine } from './report-text';

/** `submit`: writes a copy whose 核查记录 says who checked it and seals its contents. Gives the exit code. */
export async function runSubmit(command: SubmitCommand, host: CliHost): Promise<0 | 1> {
  const [file] = inputFiles(command.operands, host.cwd);
  const { chosen, today } = chosenPolicy(command, host);
  const opened = await openInput(file, host);
  const output = outputFor(opened, file, command, host);
  const workbook = await readable(file.name, () => opened.read());
  const report = finish(checkWorkbooks({ workbooks: [workbook], scheme: chosen, today }));
  if (report.ledgers.length === 0) {
    throw new CannotRun(`“${file.name}”里没有找到台账，没有可以报送的内容，请确认表头里有户主姓名、身份证号等栏目。`);
  }
  stopWrongFile(report, command);
  const { changes, found, explained } = submitLedger(workbook, report, command.by, today);
  await applyOrStop(opened, file.name, changes);
  output.write(await readable(file.name, () => opened.save()));
  const left = found - explained;
  host.out(
    [
      summaryLine(report),
      ...(left > 0 ? [`还有 ${left} 处没有处理意见，报送前请在“核查记录”里写明，再报送一次。`] : []),
      `已写出“${output.name}”，核查人和封签在工作表“核查记录”里；此后台账有改动，汇总时会指出来。`,
    ].join('\n'),
  );
  return report.summary.error > 0 ? 1 : 0;
}
