import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { isValidDay, type IsoDate } from '../core/ledger/dates';
import type { Scheme } from '../core/policy/scheme';
import { chosenScheme, loadedScheme } from '../tasks/catalogue';
import { CannotRun, type CliHost } from './cli-host';
import type { Command } from './command';
import { fileTrouble } from './file-trouble';

/** The scheme and the day that the command names, or the defaults. Throws `CannotRun`. */
export function chosenPolicy(command: Command, host: CliHost): { readonly scheme: Scheme; readonly today: IsoDate } {
  const today = command.today ?? host.today();
  if (!isValidDay(today)) {
    throw new CannotRun(`--today 写的“${today}”不是日历上的日期，请写成 2026-01-08 这样。`);
  }
  return { scheme: schemeNamed(command.scheme, host.cwd), today };
}

function schemeNamed(named: string | undefined, cwd: string): Scheme {
  const builtIn = chosenScheme(named);
  if (builtIn) return builtIn;
  if (named === undefined || !named.toLowerCase().endsWith('.json')) {
    throw new CannotRun(`没有“${named}”这个救助方案，请用 relief-ledger schemes 看全部方案，或写出方案的 .json 文件。`);
  }
  const name = basename(named);
  const read = loadedScheme(textOf(resolve(cwd, named), name));
  if ('scheme' in read) return read.scheme;
  throw new CannotRun(`方案文件“${name}”：${read.problems[0].sentence}`);
}

function textOf(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CannotRun(fileTrouble(error, name, 'read'), { cause: error });
  }
}
