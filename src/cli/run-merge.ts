import { basename, resolve } from 'node:path';
import type { Ledger } from '../core/ledger/ledger';
import { Cancelled, drive, finish, type Step, type Watch } from '../core/workbook/port';
import { catalogue } from '../tasks/catalogue';
import { mergeReturns } from '../tasks/merge-returned';
import { leavesWork, whyNotWritten } from '../tasks/merge-words';
import { readAllReturned, type ReturnReaders } from '../tasks/read-all-returned';
import { readReturned } from '../tasks/read-returned';
import { readerHere } from '../tasks/return-reader';
import { chosenPolicy } from './chosen-policy';
import { CannotRun, type CliHost } from './cli-host';
import { filesTogether } from './files-together';
import { inputFiles, openInput, readable } from './input-files';
import type { MergeCommand } from './merge-command';
import { mergeInputs, type MergeInput } from './merge-inputs';
import { mergeJson, mergeText } from './merge-report';
import { orTrouble, outputFile } from './output-file';
import { returnAll, type ReturnedCopy } from './return-all';

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
  const together = filesTogether();
  let returned: readonly ReturnedCopy[] = [];
  try {
    if (command.returnTo !== undefined)
      returned = await returnAll(command.returnTo, report, inputs.files, today, host, watch, together);
    const bytes = await host.newWorkbook(report.plans, { ...watch, progress: undefined });
    if (watch.cancelled?.()) throw new Cancelled();
    orTrouble(output.name, () => together.add(output.path, bytes));
    orTrouble(output.name, together.stand);
  } catch (error) {
    together.drop();
    throw error;
  }
  host.progress?.('');
  const written = { name: output.name, returned };
  host.out(command.format === 'json' ? mergeJson(report, inputs.remarks) : mergeText(report, inputs.remarks, written));
  return leavesWork(report) ? 1 : 0;
}

const shownStep = ({ doing, done, total }: Step): string => (total > 0 ? `${doing} ${done}/${total}` : doing);

const readersOf = (host: CliHost): ReturnReaders => ({
  here: readerHere(host.openFile),
  ...(host.workers && { beside: host.workers.open, most: host.workers.most, worthFrom: workersWorthFrom }),
  onFault: host.onFault,
});

/**
 * Two workers cost as much again as reading 300 files × 300 rows, 10 MB, takes in one thread (1.4 s against 2.7 s of CPU;
 * `npm run bench`): below twice that they give nothing.
 */
const workersWorthFrom = 20_000_000;

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
