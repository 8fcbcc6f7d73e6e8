import type { Decision } from '../core/decisions/decisions';
import { decisionsIn } from '../tasks/settled-report';
import { CannotRun, type CliHost } from './cli-host';
import { inputFiles, openInput, readable } from './input-files';

/** What was decided in the workbooks that `--decisions FILE` names. Throws `CannotRun`. */
export async function decisionFiles(named: readonly string[], host: CliHost): Promise<readonly Decision[]> {
  const decisions: Decision[] = [];
  for (const file of inputFiles(named, host.cwd)) {
    const opened = await openInput(file, host);
    const found = decisionsIn(await readable(file.name, () => opened.read()));
    if (found.length === 0) {
      throw new CannotRun(
        `“${file.name}”里没有写过处理意见的“核查记录”，没有可以沿用的，请核对 --decisions 写的文件。`,
      );
    }
    decisions.push(...found);
  }
  return decisions;
}
