import { finish } from '../core/workbook/port';
import { checkWorkbooks } from '../tasks/check-workbooks';
import { clearMarkChanges, markChanges } from '../tasks/mark-ledger';
import { applyOrStop } from './apply-or-stop';
import { chosenPolicy } from './chosen-policy';
import { CannotRun, type CliHost } from './cli-host';
import type { Command } from './command';
import { decisionFiles } from './decision-files';
import { stopWrongFile } from './expected-file';
import { inputFiles, openInput, readable } from './input-files';
import { outputFor } from './output-for';
import { summaryLine } from './report-text';

/** `mark`: writes a copy with marks over the guilty cells and the sheet 核查记录. Gives the exit code. */
export async function runMark(command: Command, host: CliHost): Promise<0 | 1> {
  const [file] = inputFiles(command.operands, host.cwd);
  const { chosen, today } = chosenPolicy(command, host);
  const opened = await openInput(file, host);
  const output = outputFor(opened, file, command, host);
  const workbook = await readable(file.name, () => opened.read());
  const decisions = await decisionFiles(command.decisions, host);
  const report = finish(checkWorkbooks({ workbooks: [workbook], scheme: chosen, today, decisions }));
  if (report.ledgers.length === 0) {
    throw new CannotRun(`“${file.name}”里没有找到台账，没有可以标记的内容，请确认表头里有户主姓名、身份证号等栏目。`);
  }
  stopWrongFile(report, command);
  await applyOrStop(opened, file.name, markChanges(workbook, report, today, decisions));
  output.write(await readable(file.name, () => opened.save()));
  const written =
    report.findings.length === 0
      ? `没有需要标记的单元格，核查结论写在“${output.name}”的工作表“核查记录”里。`
      : `已写出“${output.name}”，有问题的单元格加了标记，清单在工作表“核查记录”。`;
  host.out(`${summaryLine(report)}\n${written}`);
  return report.summary.error > 0 ? 1 : 0;
}

/** `clear-marks`: writes a copy without our marks, and without 核查记录 unless it holds a person's decision. */
export async function runClearMarks(command: Command, host: CliHost): Promise<0> {
  const [file] = inputFiles(command.operands, host.cwd);
  const opened = await openInput(file, host);
  const output = outputFor(opened, file, command, host);
  const workbook = await readable(file.name, () => opened.read());
  const plan = clearMarkChanges(workbook);
  await applyOrStop(opened, file.name, plan.changes);
  output.write(await readable(file.name, () => opened.save()));
  host.out(
    plan.recordKept
      ? `已清除标记，写出“${output.name}”；工作表“核查记录”里有人工填写的处理意见或报送封签，所以保留。`
      : `已清除标记，写出“${output.name}”。`,
  );
  return 0;
}
