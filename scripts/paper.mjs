// Prints every kind of sheet as an office would and reads the paper back:
//   npm run paper [-- 60 3000]
// For ledgers of that many households each kind is made by the built command line, printed by LibreOffice and checked page
// by page: as many pages as planned, the heading on each, page subtotals that add up to the total. Each workbook is also
// saved again by LibreOffice and must hold the same values, merges and page set-up. The files stay in `.paper/` to be looked
// at. Needs LibreOffice and poppler; without them it stops with 2 and says so.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { paperLedger } from './paper-ledger.mjs';
import { readSheets, sameAfterSaving } from './paper-round-trip.mjs';
import { root } from './set-up.mjs';

const program = path.join(root, 'dist', 'cli', 'relief-ledger.js');
const today = '2026-01-08';
const words = ['县=示范县', '乡镇=示范乡', '乡镇电话=0199-5550123', '填表人=石会计', '填报日期=2026-01-08'];
const counts = process.argv
  .slice(2)
  .map(Number)
  .filter((count) => count >= 0);
const troubles = [];

// The offices' fonts are seldom on a machine that runs this: others of the same width stand in, or lines would break elsewhere.
const scratch = path.join(root, '.paper');
mkdirSync(scratch, { recursive: true });
const fonts = path.join(scratch, 'fonts.conf');
const standIn = (name, other) =>
  `<match target="pattern"><test name="family"><string>${name}</string></test>` +
  `<edit name="family" mode="assign" binding="strong"><string>${name}</string><string>${other}</string></edit></match>`;
writeFileSync(
  fonts,
  '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include>' +
    `${standIn('宋体', 'Noto Sans Mono CJK SC')}${standIn('仿宋', 'Noto Sans Mono CJK SC')}${standIn('黑体', 'Noto Sans CJK SC')}` +
    '</fontconfig>',
);

for (const tool of ['soffice', 'pdftotext']) {
  if (spawnSync(tool, ['--version']).error) stop(`${tool} is missing: install LibreOffice and poppler-utils`);
}
if (!existsSync(program)) stop('build first: npm run build');

for (const count of counts.length > 0 ? counts : [60, 3000]) {
  const folder = path.join(root, '.paper', String(count));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'again'), { recursive: true });
  const ledger = path.join(folder, 'ledger.xlsx');
  writeFileSync(ledger, paperLedger(count));
  const kinds = kindsOf();
  for (const kind of kinds) make(ledger, kind, path.join(folder, `${kind}.xlsx`));
  const made = readdirSync(folder).filter((name) => name.endsWith('.xlsx') && name !== 'ledger.xlsx');
  office(folder, 'pdf', folder, made);
  office(folder, 'xlsx', path.join(folder, 'again'), made);
  for (const name of made) look(folder, name);
}
console.log(troubles.length === 0 ? 'the paper is right' : `\n${troubles.join('\n')}\n${troubles.length} troubles`);
process.exitCode = troubles.length === 0 ? 0 : 1;

function stop(why) {
  console.error(why);
  process.exit(2);
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
  return { status, stdout, stderr };
}

/** The kinds as `--help` lists them; the bank's own file is no paper, so its list is made along with another kind. */
function kindsOf() {
  const { stdout } = run(process.execPath, [program, '--help']);
  return [...stdout.matchAll(/^ {6}([a-z-]{5,24}) +\S/gm)].map(([, id]) => id).filter((id) => id !== 'bank-return');
}

function make(ledger, kind, out) {
  const along = kind === 'bank-file' ? ['cover'] : [];
  const set = words.flatMap((word) => ['--set', word]);
  const args = [program, 'sheets', ledger, '-o', out, '--scheme', 'shangzhai', '--confirm', '--today', today, ...set];
  const { status, stderr } = run(process.execPath, [...args, '--kind', kind, ...along]);
  // The scheme's allocation is small: for many households the sheets are made with that error standing.
  if (status !== 0 && status !== 1) troubles.push(`${out}: exit ${status} ${stderr}`);
}

function office(folder, format, to, names) {
  for (let from = 0; from < names.length; from += 6) {
    const files = names.slice(from, from + 6).map((name) => path.join(folder, name));
    run('soffice', [
      `-env:UserInstallation=file://${scratch}/office`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      to,
      ...files,
    ]);
  }
}

function look(folder, name) {
  const sheets = readSheets(path.join(folder, name));
  const say = (what) => troubles.push(`${folder.split(path.sep).pop()} ${name}: ${what}`);
  const planned = sheets.map((sheet) => 1 + sheet.breaks.length);
  const text = run('pdftotext', ['-layout', path.join(folder, name.replace('.xlsx', '.pdf')), '-']).stdout ?? '';
  const pages = text.split('\f').slice(0, -1);
  const wanted = planned.reduce((sum, one) => sum + one, 0);
  if (pages.length !== wanted) say(`${pages.length} pages printed, ${wanted} planned`);
  let from = 0;
  for (const [place, sheet] of sheets.entries()) {
    const own = pages.slice(from, from + planned[place]);
    from += planned[place];
    if (sheet.titles && own.some((page) => !page.includes('序号'))) say(`${sheet.name}: a page without its heading`);
    own.forEach((page, index) => {
      const foot = new RegExp(`第\\s*${from - planned[place] + index + 1}\\s*页\\s*共\\s*${wanted}\\s*页`);
      if (!foot.test(page)) say(`${sheet.name}: page ${index + 1} has no page number`);
    });
    for (const wrong of sumTroubles(sheet, planned[place])) say(`${sheet.name}: ${wrong}`);
  }
  const again = readSheets(path.join(folder, 'again', name));
  for (const wrong of sameAfterSaving(sheets, again)) say(`saved by LibreOffice: ${wrong}`);
  console.log(`${name.padEnd(32)}${String(pages.length).padStart(6)} pages`);
}

/** Page subtotals and section subtotals each add up to the total, column by column. */
function* sumTroubles({ rows }, pages) {
  const labelled = (pattern) => rows.filter(([first]) => pattern.test(String(first ?? '')));
  const [total] = labelled(/^合计(（|$)/);
  if (!total) return;
  for (const [what, subtotals] of [
    ['page subtotals', labelled(/^本页小计/)],
    ['section subtotals', labelled(/^(?!本页).+小计/)],
  ]) {
    if (what === 'page subtotals' && pages > 1 && subtotals.length !== pages) {
      yield `${subtotals.length} ${what}, ${pages} pages`;
    }
    if (subtotals.length === 0) continue;
    for (const [column, all] of total.entries()) {
      if (typeof all !== 'number') continue;
      const sum = subtotals.reduce((added, row) => added + Number(row[column] ?? 0), 0);
      if (Math.abs(sum - all) > 1e-6) yield `${what} of column ${column + 1} add up to ${sum}, total ${all}`;
    }
  }
}
