import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const ExcelJS = require('exceljs');
const { strFromU8, unzipSync } = require('fflate');

/** A workbook as another library reads it; row breaks and fit to page, which it does not know, are read from the sheets' XML. */
export async function readBook(file) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const parts = unzipSync(readFileSync(file), { filter: ({ name }) => name.startsWith('xl/worksheets/sheet') });
  for (const [place, sheet] of book.worksheets.entries()) {
    const xml = strFromU8(parts[`xl/worksheets/sheet${place + 1}.xml`]);
    const breaks = /<rowBreaks[\s\S]*?<\/rowBreaks>/.exec(xml)?.[0] ?? '';
    sheet.breaks = [...breaks.matchAll(/<brk id="(\d+)"/g)].map(([, id]) => Number(id));
    sheet.fitsPage = /fitToPage="(1|true)"/.test(xml);
  }
  return book;
}

/** What of a workbook's sheets another program has changed by opening and saving it: values, merges, page set-up. */
export function* sameAfterSaving(before, after) {
  if (before.worksheets.length !== after.worksheets.length) {
    yield `${after.worksheets.length} sheets instead of ${before.worksheets.length}`;
    return;
  }
  for (const [place, sheet] of before.worksheets.entries()) {
    const other = after.worksheets[place];
    if (sheet.name !== other.name) yield `sheet ${sheet.name} is called ${other.name}`;
    for (const [what, one, two] of [
      ['values', valuesOf(sheet), valuesOf(other)],
      ['merges', mergesOf(sheet), mergesOf(other)],
      ['page set-up', pageOf(sheet), pageOf(other)],
      ['page breaks', breaksOf(sheet), breaksOf(other)],
    ]) {
      if (one !== two) yield `${sheet.name}: ${what} differ${firstDifference(one, two)}`;
    }
  }
}

function valuesOf(sheet) {
  const values = [];
  sheet.eachRow((row, at) => {
    row.eachCell((cell, column) => {
      const value = plainValue(cell.value);
      if (value !== null && value !== '' && !(cell.isMerged && cell.master !== cell))
        values.push(`${at}:${column}=${typeof value}:${JSON.stringify(value)}`);
    });
  });
  return values.join('\n');
}

/** LibreOffice writes a text in one font for its letters and another for its signs: the text is the same. */
const plainValue = (value) => value?.richText?.map(({ text }) => text).join('') ?? value;

const mergesOf = (sheet) => [...sheet.model.merges].sort().join('\n');

const breaksOf = (sheet) => sheet.breaks.join('\n');

// Frozen rows are no part of it: LibreOffice without a screen writes none.
const pageOf = ({ pageSetup, headerFooter, fitsPage }) =>
  [
    `paper ${pageSetup.paperSize}`,
    `orientation ${pageSetup.orientation}`,
    `titles ${pageSetup.printTitlesRow ?? ''}`,
    `fit ${fitsPage} ${pageSetup.fitToWidth ?? 1} ${pageSetup.fitToHeight}`,
    ...['top', 'right', 'bottom', 'left'].map((edge) => `${edge} ${Number(pageSetup.margins[edge]).toFixed(2)}`),
    `foot ${(headerFooter.oddFooter ?? '').replace(/&"[^"]*"|&\d+(?=[^\d])/g, '')}`,
  ].join('\n');

function firstDifference(one, two) {
  const [left, right] = [one.split('\n'), two.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  return ` (${at < 0 ? `more: ${right[left.length]}` : `${left[at]} / ${right[at]}`})`;
}
