import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(__dirname, '../../..');
const folder = path.join(root, 'src/adapters/excel');
const base = 9;

/** Members above the base, each with the question in `capabilities.ts` that must stand in the same file. */
const guarded: Readonly<Record<string, string>> = { getMergedAreasOrNullObject: 'canAskForMerges()' };

test('nothing above ExcelApi 1.9 is used without its guard', () => {
  const used = membersUsed();
  expect(used.length).toBeGreaterThan(50);
  const above = used.filter(({ set }) => set > base);
  expect(above.filter(({ member }) => !(member in guarded))).toEqual([]);
  for (const { member, file } of above) expect(readFileSync(file, 'utf8')).toContain(guarded[member]);
});

interface UsedMember {
  readonly member: string;
  readonly set: number;
  readonly file: string;
}

/** Every member of Excel's typings that the adapter names, with the minor number of the requirement set in its doc comment. */
function membersUsed(): readonly UsedMember[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: ['office-js'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const used: UsedMember[] = [];
  for (const file of files) {
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        const symbol = checker.getSymbolAtLocation(node.name);
        for (const declaration of symbol?.declarations ?? []) {
          if (!declaration.getSourceFile().fileName.includes('@types/office-js')) continue;
          const set = Math.max(...setsOf(declaration), ...setsOf(declaration.parent));
          if (set > 0) used.push({ member: node.name.text, set, file });
        }
      }
      ts.forEachChild(node, visit);
    };
    const source = program.getSourceFile(file);
    if (source) visit(source);
  }
  return used;
}

/** `[Api set: ExcelApi 1.13]` → 13. Sets of another name (online, desktop, preview) count as far above. */
function setsOf(node: ts.Node): readonly number[] {
  const text = ts
    .getJSDocCommentsAndTags(node)
    .map((comment) => comment.getFullText())
    .join('\n');
  return [
    0,
    ...[...text.matchAll(/\[Api set: (Excel\w+) ([^\]]+)\]/g)].flatMap(([, name, versions]) =>
      setNumbers(name, versions),
    ),
  ];
}

function setNumbers(name: string, versions: string): readonly number[] {
  const minors = [...versions.matchAll(/\b1\.(\d+)/g)].map((match) => Number(match[1]));
  return name === 'ExcelApi' && minors.length > 0 ? minors : [99];
}
