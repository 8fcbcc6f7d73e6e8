/** Writes the workbooks to measure on: `node prepare.mjs FOLDER quick|full [many]`. A process of its own, so that its memory is nobody's. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { makeWorkbook } from './make-workbook.mjs';

const sheetJs = createRequire(import.meta.url)('@e965/xlsx');

const [folder, size, many] = process.argv.slice(2);
writeFileSync(join(folder, '1k.xlsx'), makeWorkbook(1_000));
writeFileSync(join(folder, '10k.xlsx'), makeWorkbook(10_000));
writeFileSync(join(folder, 'untidy-10k.xlsx'), makeWorkbook(10_000, { untidy: true }));
const old = sheetJs.read(makeWorkbook(10_000), { dense: true });
writeFileSync(join(folder, '10k.xls'), sheetJs.write(old, { type: 'buffer', bookType: 'biff8' }));
if (size === 'full') writeFileSync(join(folder, '100k.xlsx'), makeWorkbook(100_000));
mkdirSync(join(folder, 'returned'));
for (let village = 0; village < 300; village += 1) {
  writeFileSync(join(folder, 'returned', `${village}.xlsx`), makeWorkbook(300, { first: village * 300 }));
}
// What villages send back to the bureau: no household twice.
returns('merged', 300, 200);
if (size === 'full') returns('merged-300', 300, 300);
if (many === 'many') returns('merged-many', 1_000, 1_000);

function returns(name, files, rows) {
  mkdirSync(join(folder, name));
  for (let village = 0; village < files; village += 1) {
    const perVillage = Math.max(400, rows);
    writeFileSync(
      join(folder, name, `${village}.xlsx`),
      makeWorkbook(rows, { first: village * perVillage, perVillage }),
    );
  }
}
