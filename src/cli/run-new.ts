import { newForm } from '../tasks/new-form';
import { CannotRun, type CliHost } from './cli-host';
import type { Command } from './command';
import { outputFile } from './output-file';

/** `new`: writes a blank form. */
export async function runNew(command: Command, host: CliHost): Promise<0> {
  const [id] = command.operands;
  const plans = newForm(id);
  if (!plans) throw new CannotRun(`没有“${id}”这种表样，请用 relief-ledger forms 看全部表样。`);
  const output = outputFile(command.out ?? '', host.cwd, [], '.xlsx');
  output.write(await host.newWorkbook(plans));
  host.out(`已写出空白表“${output.name}”。`);
  return 0;
}
