import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { IsoDate } from '../core/ledger/dates';
import type { Ledger } from '../core/ledger/ledger';
import { drive, finish, type Step, type Watch } from '../core/workbook/port';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';
import { catalogue } from '../tasks/catalogue';
import { mergeReturns, type MergeReport } from '../tasks/merge-returned';
import { leavesWork, whyNotWritten } from '../tasks/merge-words';
import { readAllReturned, type ReturnReaders } from '../tasks/read-all-returned';
import { readReturned } from '../tasks/read-returned';
import { readerHere } from '../tasks/return-reader';
import { returnToVillage } from '../tasks/return-to-village';
import { applyOrStop } from './apply-or-stop';
import { chosenPolicy } from './chosen-policy';
import { CannotRun, type CliHost, type OpenedFile } from './cli-host';
import { fileTrouble } from './file-trouble';
import { inputFiles, openInput, readable } from './input-files';
import type { MergeCommand } from './merge-command';
import { mergeInputs, type MergeInput } from './merge-inputs';
import { mergeJson, mergeText } from './merge-report';
import { outputFile, type OutputFile } from './output-file';

/** `merge`: one workbook out of many, with a verdict on each and the proof that nothing was lost. Gives the exit code. */
export async function runMerge(command: MergeCommand, host: CliHost): Promise<0 | 1> {
  const { chosen: scheme, today } = chosenPolicy(command, host);
  const form = formNamed(command.form);
  for (const id of command.expectForms) formNamed(id);
  const inputs = mergeInputs(command.operands, host.cwd, command.out);
  const paths = inputs.files.map(({ path }) => path);
  const output = outputFile(command.out, host.cwd, paths, '.xlsx');
  const newer = command.newer.map((named) => inputNamed(named, inputs.files, host.cwd).name);
  const watch: Watch = { ...host.listenForStop?.(), progress: (step) => host.progress?.(shownStep(step)) };
  const need = await needLedgers(command.need, host);
  const returns = await readAllReturned(inputs.files, readersOf(host), watch);
  const expected = {
    ...(command.season !== undefined && { season: command.season }),
    ...(command.villages.length > 0 && { villages: command.villages }),
    ...(command.expectForms.length > 0 && { forms: command.expectForms }),
    newer,
  };
  const report = await drive(mergeReturns(returns, { scheme, today, expected, form, ...(need && { need }) }), watch);
  const cannotWrite = whyNotWritten(report);
  if (cannotWrite !== undefined) throw new CannotRun(cannotWrite);
  const bytes = await host.newWorkbook(report.plans, { ...watch, progress: undefined });
  const returned =
    command.returnTo === undefined ? [] : await returnAll(command.returnTo, report, inputs.files, today, host);
  host.progress?.('');
  for (const { file, bytes: own } of returned) file.write(own);
  output.write(bytes);
  const written = { name: output.name, returned: returned.map(({ file, items }) => ({ name: file.name, items })) };
  host.out(command.format === 'json' ? mergeJson(report, inputs.remarks) : mergeText(report, inputs.remarks, written));
  return leavesWork(report) ? 1 : 0;
}

const shownStep = ({ doing, done, total }: Step): string => (total > 0 ? `${doing} ${done}/${total}` : doing);

const readersOf = (host: CliHost): ReturnReaders => ({
  here: readerHere(host.openFile),
  ...(host.workers && { beside: host.workers.open, most: host.workers.most, worthFrom: workersWorthFrom }),
  onFault: host.onFault,
});

/** A worker costs about as much as reading so many bytes of workbooks (`npm run bench`). */
const workersWorthFrom = 2_000_000;

function formNamed(id: string) {
  const form = catalogue().forms.find((each) => each.id === id);
  if (!form) throw new CannotRun(`没有“${id}”这种表样，请用 relief-ledger forms 看全部表样。`);
  if (form.entryIs === 'person') throw new CannotRun(`“${id}”一行是一个人，汇总台账一行是一户，请换一种表样。`);
  return form;
}

/** The input that a person names by its path or by the name it goes under. */
function inputNamed(named: string, files: readonly MergeInput[], cwd: string): MergeInput {
  const path = resolve(cwd, named);
  const found = files.find((file) => file.path === path || file.name === named);
  if (!found) throw new CannotRun(`--newer 写的“${basename(named)}”不在要汇总的文件里，请核对文件名。`);
  return found;
}

async function needLedgers(named: readonly string[], host: CliHost): Promise<readonly Ledger[] | undefined> {
  if (named.length === 0) return undefined;
  const ledgers: Ledger[] = [];
  for (const file of inputFiles(named, host.cwd)) {
    const opened = await openInput(file, host);
    const workbook = { ...(await readable(file.name, () => opened.read())), name: file.name };
    const { file: read } = finish(readReturned(workbook));
    if ('unread' in read || read.ledgers.length === 0) {
      throw new CannotRun(`需救助名单“${file.name}”里没有找到台账，请确认表头里有户主姓名、身份证号等栏目。`);
    }
    ledgers.push(...read.ledgers.map(({ ledger }) => ledger));
  }
  return ledgers;
}

async function openReturned(
  file: MergeInput,
  host: CliHost,
): Promise<{ readonly opened: OpenedFile; readonly workbook: WorkbookSnapshot }> {
  const opened = await readable(file.name, async () => host.openFile(await file.bytes(), file.name));
  return { opened, workbook: { ...(await readable(file.name, () => opened.read())), name: file.name } };
}

/** The workbooks that go back, each its own file with marks and a list, made one after the other. Nothing is written yet. */
async function returnAll(
  folder: string,
  report: MergeReport,
  files: readonly MergeInput[],
  today: IsoDate,
  host: CliHost,
) {
  try {
    mkdirSync(resolve(host.cwd, folder), { recursive: true });
  } catch (error) {
    throw new CannotRun(fileTrouble(error, basename(folder), 'write'), { cause: error });
  }
  const made: { readonly file: OutputFile; readonly bytes: Uint8Array; readonly items: number }[] = [];
  const concerned = new Set(
    report.findings.filter(({ decision }) => !decision).map(({ finding }) => finding.at[0].workbook),
  );
  for (const [index, file] of files.filter(({ name }) => concerned.has(name)).entries()) {
    host.progress?.(`退回 ${index + 1}/${concerned.size}`);
    const { opened, workbook } = await openReturned(file, host);
    const plan = returnToVillage(workbook, report.findings, today);
    await applyOrStop(opened, file.name, plan.changes);
    const extension = /\.[^.]+$/.exec(opened.saveName)?.[0].toLowerCase() ?? '.xlsx';
    const name = `${file.name.replace(/\.[^./]+$/, '').replace(/[\\/:]+/g, '_')}${extension}`;
    const output = outputFile(
      join(folder, name),
      host.cwd,
      files.map(({ path }) => path),
      extension,
    );
    made.push({ file: output, bytes: await readable(file.name, () => opened.save()), items: plan.items });
  }
  return made;
}
