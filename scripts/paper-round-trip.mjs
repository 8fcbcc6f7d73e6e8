import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { read, utils } = require('@e965/xlsx');
const { strFromU8, unzipSync } = require('fflate');

/** The sheets of a workbook as another library reads them; page set-up and breaks, which it does not know, from the XML. */
export function readSheets(file) {
  const bytes = readFileSync(file);
  const book = read(bytes);
  const parts = unzipSync(bytes, { filter: ({ name }) => name.startsWith('xl/worksheets/sheet') });
  return book.SheetNames.map((name, place) => {
    const sheet = book.Sheets[name];
    const xml = strFromU8(parts[`xl/worksheets/sheet${place + 1}.xml`]);
    const around = xml.replace(/<sheetData>[\s\S]*<\/sheetData>/, '');
    const attribute = (tag, key) => new RegExp(`<${tag} [^>]*\\b${key}="([^"]*)"`).exec(around)?.[1];
    const breaks = /<rowBreaks[\s\S]*?<\/rowBreaks>/.exec(around)?.[0] ?? '';
    const titles = book.Workbook?.Names?.find(({ Name, Sheet }) => Name === '_xlnm.Print_Titles' && Sheet === place);
    return {
      name,
      rows: utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null }),
      merges: (sheet['!merges'] ?? []).map((area) => utils.encode_range(area)).sort(),
      breaks: [...breaks.matchAll(/<brk id="(\d+)"/g)].map(([, id]) => Number(id)),
      titles: titles?.Ref?.replace(/^.*!/, '').replace(/\$[A-Z]+(?=\$\d)/g, '') ?? '',
      page: [
        `paper ${attribute('pageSetup', 'paperSize')} ${attribute('pageSetup', 'orientation')}`,
        `fit ${/fitToPage="(1|true)"/.test(around)} ${attribute('pageSetup', 'fitToHeight')}`,
        ...['top', 'right', 'bottom', 'left'].map(
          (edge) => `${edge} ${Number(attribute('pageMargins', edge)).toFixed(2)}`,
        ),
        // LibreOffice names the font of the foot.
        `foot ${/<oddFooter>([^<]*)/.exec(around)?.[1].replace(/&amp;"[^"]*"|&amp;&quot;.*?&quot;|&amp;\d+(?=\D)/g, '')}`,
      ],
    };
  });
}

/** What of a workbook's sheets another program has changed by opening and saving it: values, merges, page set-up. */
export function* sameAfterSaving(before, after) {
  if (before.length !== after.length) {
    yield `${after.length} sheets instead of ${before.length}`;
    return;
  }
  for (const [place, sheet] of before.entries()) {
    const other = after[place];
    if (sheet.name !== other.name) yield `sheet ${sheet.name} is called ${other.name}`;
    for (const [what, one, two] of [
      ['values', valuesOf(sheet), valuesOf(other)],
      ['merges', sheet.merges, other.merges],
      ['page set-up', sheet.page, other.page],
      ['repeated rows', [sheet.titles], [other.titles]],
      ['page breaks', sheet.breaks, other.breaks],
    ]) {
      const at = one.findIndex((line, index) => line !== two[index]);
      if (at >= 0 || one.length !== two.length)
        yield `${sheet.name}: ${what} differ (${one[at]} / ${two[Math.max(at, 0)]})`;
    }
  }
}

const valuesOf = ({ rows }) =>
  rows.flatMap((row, at) =>
    row.flatMap((value, column) =>
      value === null || value === '' ? [] : [`${at + 1}:${column + 1}=${typeof value}:${value}`],
    ),
  );
