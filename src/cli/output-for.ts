import { extname } from 'node:path';
import { CannotRun, type CliHost, type OpenedFile } from './cli-host';
import type { Command } from './command';
import type { InputFile } from './input-files';
import { outputFile, type OutputFile } from './output-file';

/** Where the copy of an opened workbook goes: the file that `-o` names. Throws `CannotRun` where it cannot be saved there. */
export function outputFor(
  opened: OpenedFile,
  file: InputFile,
  command: Pick<Command, 'out'>,
  host: CliHost,
): OutputFile {
  if (!opened.canSave) throw new CannotRun(opened.cannotSaveBecause ?? `“${file.name}”只能读取，不能另存。`);
  return outputFile(command.out ?? '', host.cwd, [file.path], extname(opened.saveName).toLowerCase());
}
