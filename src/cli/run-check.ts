import { finish } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import { checkWorkbooks } from '../tasks/check-workbooks';
import { chosenPolicy } from './chosen-policy';
import type { CliHost } from './cli-host';
import type { Command } from './command';
import { decisionFiles } from './decision-files';
import { inputFiles, openInput, readable } from './input-files';
import { referenceFiles } from './reference-files';
import { reportJson } from './report-json';
import { reportText } from './report-text';

/** `check`: reads all workbooks and checks them together. Gives the exit code. */
export async function runCheck(command: Command, host: CliHost): Promise<0 | 1> {
  const files = inputFiles(command.operands, host.cwd);
  const { chosen, today } = chosenPolicy(command, host);
  const workbooks: WorkbookSnapshot[] = [];
  for (const file of files) {
    const opened = await openInput(file, host);
    // A snapshot bears the name without folders; several files of one name must not become one.
    workbooks.push({ ...(await readable(file.name, () => opened.read())), name: file.name });
  }
  const { references, remarks } = await referenceFiles(command.references, host);
  const decisions = await decisionFiles(command.decisions, host);
  const report = finish(checkWorkbooks({ workbooks, scheme: chosen, today, references, decisions }));
  const names = workbooks.map(({ name }) => name);
  host.out(
    command.format === 'json'
      ? reportJson(report)
      : reportText({ ...report, remarks: [...report.remarks, ...remarks] }, names),
  );
  return report.summary.error > 0 ? 1 : 0;
}
