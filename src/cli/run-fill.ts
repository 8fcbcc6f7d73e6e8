import type { CellEdit } from '../core/workbook/change';
import { a1, isCellError } from '../core/workbook/cell';
import { finish } from '../core/workbook/port';
import { checkWorkbooks } from '../tasks/check-workbooks';
import { previewFill } from '../tasks/fill-amounts';
import { ledgerTotals, totalInWords } from '../tasks/ledger-totals';
import { titleOfFill } from '../tasks/title-of-check';
import { applyOrStop, refusalWords } from './apply-or-stop';
import { chosenPolicy } from './chosen-policy';
import { CannotRun, type CliHost } from './cli-host';
import type { Command } from './command';
import { stopWrongFile } from './expected-file';
import { inputFiles, openInput, readable } from './input-files';
import { outputFor } from './output-for';
import { notCheckedLines, summaryLine } from './report-text';

/** `fill`: writes a copy with the empty amounts filled in. Gives the exit code for the ledger as it then stands. */
export async function runFill(command: Command, host: CliHost): Promise<0 | 1> {
  const [file] = inputFiles(command.operands, host.cwd);
  const { chosen, today } = chosenPolicy(command, host);
  const opened = await openInput(file, host);
  const output = outputFor(opened, file, command, host);
  const workbook = await readable(file.name, () => opened.read());
  const preview = finish(previewFill({ workbook, scheme: chosen, today }));
  stopWrongFile(preview, command);
  const receipt = await applyOrStop(opened, file.name, [
    { kind: 'edit-cells', edits: preview.edits.map(({ edit }) => edit) },
  ]);
  const filled = await readable(file.name, () => opened.read());
  const report = finish(checkWorkbooks({ workbooks: [filled], scheme: chosen, today }));
  if (report.ledgers.length === 0) {
    throw new CannotRun(`“${file.name}”里没有找到台账，没有可以填列的内容，请确认表头里有户主姓名、身份证号等栏目。`);
  }
  output.write(await readable(file.name, () => opened.save()));
  const workings = new Map(preview.edits.map(({ edit, working }) => [placeOf(edit), working.formula]));
  host.out(
    [
      ...(receipt.applied.length === 0 ? ['没有可以填列的空格，已填的内容没有改动。'] : []),
      ...list(
        '已填列',
        '处',
        receipt.applied.map((edit) => `${placeOf(edit)}\u3000${edit.to}\u3000${workings.get(placeOf(edit)) ?? ''}`),
      ),
      ...list(
        '没有写入',
        '处',
        receipt.refused.map(
          ({ edit, reason, found }) => `${placeOf(edit)}\u3000${refusalWords[reason]}${foundWords(found)}`,
        ),
      ),
      ...list(
        '不能计算',
        '处',
        preview.notFilled.map(({ at, reason }) => `${placeOf({ at })}\u3000${reason}`),
      ),
      ...list('没有填列', '项', notCheckedLines(preview.notChecked, titleOfFill), preview.notChecked.length),
      ...ledgerTotals(report.ledgers).flatMap(({ title, rows }) => [
        title,
        ...rows.map((row) => `  ${totalInWords(row)}`),
      ]),
      summaryLine(report),
      `已写出“${output.name}”。`,
    ].join('\n'),
  );
  return report.summary.error > 0 ? 1 : 0;
}

const placeOf = ({ at }: Pick<CellEdit, 'at'>): string => `“${at.sheet}”${a1(at.row, at.column)}`;

/** What stands there now, where it is short enough to say and no longer number that may be personal. */
const foundWords = (found: CellEdit['from']): string =>
  found === null || isCellError(found) || String(found).length > 8 ? '' : `（现在是 ${found}）`;

const list = (title: string, unit: string, lines: readonly string[], count = lines.length): string[] =>
  lines.length === 0 ? [] : [`${title} ${count} ${unit}`, ...lines.map((line) => `  ${line}`)];
