import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { isValidDay, type IsoDate } from '../core/ledger/dates';
import type { Scheme } from '../core/policy/scheme';
import { builtInScheme, loadedScheme } from '../tasks/catalogue';
import { CannotRun, type CliHost } from './cli-host';
import type { Command } from './command';
import { fileTrouble } from './file-trouble';

export interface ChosenPolicy {
  /** The scheme that the command names; missing where the workbook's own sheet 救助标准, or the default, is to hold. */
  readonly chosen?: Scheme;
  readonly today: IsoDate;
}

/** What the command says of scheme and day, or today. Throws `CannotRun`. */
export function chosenPolicy(command: Pick<Command, 'scheme' | 'today'>, host: CliHost): ChosenPolicy {
  const today = command.today ?? host.today();
  if (!isValidDay(today)) {
    throw new CannotRun(`--today 写的“${today}”不是日历上的日期，请写成 2026-01-08 这样。`);
  }
  return { ...(command.scheme === undefined ? {} : { chosen: schemeNamed(command.scheme, host.cwd) }), today };
}

function schemeNamed(named: string, cwd: string): Scheme {
  const builtIn = builtInScheme(named);
  if (builtIn) return builtIn;
  if (!named.toLowerCase().endsWith('.json')) {
    throw new CannotRun(`没有“${named}”这个救助方案，请用 relief-ledger schemes 看全部方案，或写出方案的 .json 文件。`);
  }
  const name = basename(named);
  const read = loadedScheme(textOf(resolve(cwd, named), name));
  if ('scheme' in read) return read.scheme;
  const more = read.problems.length > 1 ? `另有 ${read.problems.length - 1} 处，请一并改正。` : '';
  throw new CannotRun(`方案文件“${name}”：${read.problems[0].sentence}${more}`);
}

function textOf(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CannotRun(fileTrouble(error, name, 'read'), { cause: error });
  }
}
