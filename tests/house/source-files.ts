import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The folder that holds `src` and `tests`. */
export const root = join(__dirname, '..', '..');

/** Paths under a folder of the repository, with `/`, without what is built or installed. */
export function filesUnder(folder: string): readonly string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (['node_modules', 'dist', 'build', '.git'].includes(entry.name)) continue;
      const full = join(path, entry.name);
      if (entry.isDirectory()) walk(full);
      else if (entry.isFile()) found.push(relative(root, full).split(sep).join('/'));
    }
  };
  walk(join(root, folder));
  return found.sort();
}

export const sourceFiles = (folder: string): readonly string[] =>
  filesUnder(folder).filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The code alone: comments and the content of strings are blanked out, line by line as before. */
export function codeOf(source: string): string {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
  return source.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g,
    (part) => (part.startsWith('/') ? blank(part) : part[0] + blank(part.slice(1, -1)) + part[0]),
  );
}

export interface Import {
  readonly line: number;
  /** As written: `../ledger/fields` or a package's name. */
  readonly from: string;
  /** True for `import type`, which leaves nothing behind in the program. */
  readonly typeOnly: boolean;
}

/** Static and dynamic imports, and `export … from`. */
export function importsOf(source: string): readonly Import[] {
  const pattern =
    /(?:^|\n)[ \t]*(import|export)\s+(type\s+)?(?:[\w*{][^'";]*?\sfrom\s*)?'([^'\n]+)'|\bimport\(\s*(?:\/\*[\s\S]*?\*\/\s*)?'([^'\n]+)'\s*\)/g;
  return [...source.matchAll(pattern)].map((match) => ({
    line: source.slice(0, match.index + match[0].search(/import|export/)).split('\n').length,
    from: match[3] ?? match[4],
    typeOnly: match[2] !== undefined || isListOfTypes(match[0]),
  }));
}

/** `import { type A, type B } from` */
const isListOfTypes = (statement: string): boolean => {
  const names = /^\s*(?:import|export)\s*\{([^}]*)\}/.exec(statement)?.[1];
  return names !== undefined && names.split(',').every((name) => name.trim() === '' || /^\s*type\s/.test(name));
};
