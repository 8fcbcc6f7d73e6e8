import { Cancelled } from '../core/workbook/port';
import { CannotRun, type CliHost } from './cli-host';
import { parseCommand, type Command } from './command';
import { help } from './help';
import { runCheck } from './run-check';
import { runFill } from './run-fill';
import { parseMerge, parseSubmit } from './merge-command';
import { runList } from './run-list';
import { runClearMarks, runMark } from './run-mark';
import { runMerge } from './run-merge';
import { runNew } from './run-new';
import { runSheets } from './run-sheets';
import { runSubmit } from './run-submit';

/** Runs one command line (without the program's own name). Gives the exit code; where it is 2, one Chinese line went to `err`. */
export async function run(argv: readonly string[], host: CliHost): Promise<0 | 1 | 2> {
  try {
    return await runLine(argv, host);
  } catch (error) {
    host.progress?.('');
    if (error instanceof CannotRun) host.err(oneLine(error.message));
    else if (error instanceof Cancelled) host.err('已按要求停止，没有写出任何文件。');
    else {
      host.err('程序内部出错，没有写出任何文件，请把用到的命令和文件类型告诉维护人员。');
      host.onFault?.(error);
    }
    return 2;
  }
}

/** `merge` and `submit` have many words of their own, read apart from all others. */
async function runLine(argv: readonly string[], host: CliHost): Promise<0 | 1> {
  if (argv[0] === 'merge') {
    const command = parseMerge(argv);
    if (command) return runMerge(command, host);
  } else if (argv[0] === 'submit') {
    const command = parseSubmit(argv);
    if (command) return runSubmit(command, host);
  } else {
    const command = parseCommand(argv);
    if (!command.help) return runVerb(command, host);
  }
  host.out(help.trimEnd());
  return 0;
}

function runVerb(command: Command, host: CliHost): Promise<0 | 1> | 0 {
  switch (command.verb) {
    case 'check':
      return runCheck(command, host);
    case 'fill':
      return runFill(command, host);
    case 'mark':
      return runMark(command, host);
    case 'clear-marks':
      return runClearMarks(command, host);
    case 'new':
      return runNew(command, host);
    case 'forms':
    case 'schemes':
    case 'checks':
      return runList(command.verb, host);
    case 'sheets':
      return runSheets(command, host);
    case 'merge':
    case 'submit':
      throw new Error(`${command.verb} is refused while the command is read`);
  }
}

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
