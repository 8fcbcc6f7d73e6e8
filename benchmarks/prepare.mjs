/** Writes the workbooks to measure on: `node prepare.mjs FOLDER quick|full`. A process of its own, so that its memory is nobody's. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWorkbook } from './make-workbook.mjs';

const [folder, size] = process.argv.slice(2);
writeFileSync(join(folder, '1k.xlsx'), makeWorkbook(1_000));
writeFileSync(join(folder, '10k.xlsx'), makeWorkbook(10_000));
writeFileSync(join(folder, 'untidy-10k.xlsx'), makeWorkbook(10_000, { untidy: true }));
if (size === 'full') writeFileSync(join(folder, '100k.xlsx'), makeWorkbook(100_000));
mkdirSync(join(folder, 'returned'));
for (let village = 0; village < 300; village += 1) {
  writeFileSync(join(folder, 'returned', `${village}.xlsx`), makeWorkbook(300, { first: village * 300 }));
}
