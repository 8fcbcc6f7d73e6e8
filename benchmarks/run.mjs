/**
 * `npm run bench [-- --quick] [-- --many] [-- --runs N]`: prints the budgets of the design as Markdown tables, ours beside other
 * libraries on the same files in the same call. Each number comes from a fresh process and is the median of the runs.
 * CPU seconds (user and system, all threads, with the start of Node) are the fair column on a shared machine.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readers } from './readers.mjs';

const { values: asked } = parseArgs({
  options: { quick: { type: 'boolean' }, many: { type: 'boolean' }, runs: { type: 'string' } },
});
const runs = Number(asked.runs ?? (asked.quick ? 1 : 3));
const root = fileURLToPath(new URL('..', import.meta.url));
if (!existsSync(join(root, 'dist/bench/engine.js'))) {
  console.error('dist/bench/engine.js is missing: run `npm run build` first.');
  process.exit(2);
}

/** By column of the workbook measured on. */
const fieldWords = {
  serialNumber: '序号',
  villageName: '行政村',
  householdHead: '户主姓名',
  idNumber: '身份证号',
  phone: '联系电话',
  homeAddress: '家庭住址',
  householdType: '家庭类型',
  severity: '困难程度',
  householdSize: '家庭人口',
  peopleInNeed: '需救助人口',
  reliefAmount: '救助金额',
  cardAccount: '一卡通账号',
  remark: '备注',
};

const folder = mkdtempSync(join(tmpdir(), 'relief-ledger-bench-'));
try {
  prepare();
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, median of ${runs}. An empty process: ${secondsOf(measured('empty', 'ours').cpu)} CPU s.\n`,
  );
  readingTable('1,000 rows × 20 columns', 'read-1k');
  readingTable('10,000 rows × 20 columns', 'read-10k');
  const bare = asked.quick ? undefined : readingTable('100,000 rows × 20 columns', 'read-100k');
  readingTable('300 returned workbooks × 300 rows, one process', 'read-300');
  mergeTable('merged', '300 workbooks × 200 rows', runs);
  if (!asked.quick) mergeTable('merged-300', '300 workbooks × 300 rows', runs);
  // Peers need minutes for a million rows, so that once is enough.
  if (asked.many) mergeTable('merged-many', '1,000 workbooks × 1,000 rows', 1);
  if (!asked.quick) {
    verdictTable(bare);
    checkTable();
    recheckTable();
  }
  editTable();
  bundleTable();
  spawnSync(process.execPath, [pathOf('page.mjs'), folder, String(runs)], { stdio: 'inherit' });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A child takes over its parent's peak memory, so the parent stays small and leaves all work to children. */
function prepare() {
  const made = spawnSync(
    process.execPath,
    [pathOf('prepare.mjs'), folder, asked.quick ? 'quick' : 'full', asked.many ? 'many' : 'few'],
    {
      stdio: 'inherit',
    },
  );
  if (made.status !== 0) throw new Error('the workbooks to measure on could not be made');
}

function pathOf(file) {
  return fileURLToPath(new URL(file, import.meta.url));
}

/** The median over the runs of each number of a job; `undefined` where the job failed, and then says why. */
function measured(job, who, { times = runs, of = '' } = {}) {
  const results = [];
  for (let run = 0; run < times; run += 1) {
    const argv = ['--max-old-space-size=8192', pathOf('measure.mjs'), job, who, folder, of];
    const child = spawnSync(process.execPath, argv, { encoding: 'utf8', timeout: 1_800_000 });
    if (child.status !== 0) {
      console.error(`${job} ${who}: ${child.stderr.trim().split('\n').slice(0, 5).join(' | ') || child.signal}`);
      return undefined;
    }
    results.push(JSON.parse(child.stdout));
  }
  return Object.fromEntries(Object.keys(results[0]).map((key) => [key, median(results.map((result) => result[key]))]));
}

function readingTable(title, job) {
  const floor = measured(job, 'floor');
  const all = Object.keys(readers)
    .filter((who) => who !== 'floor')
    .map((who) => ({ who, ...measured(job, who) }));
  const ours = all.find(({ who }) => who === 'ours');
  const line = ({ who, cpu, wall, peak, cells }) => [
    readers[who].label,
    secondsOf(cpu),
    secondsOf(wall),
    megabytes(peak),
    cells ?? '–',
    ratio(cpu, floor?.cpu),
    who === 'ours' ? '1.0' : ratio(cpu, ours?.cpu),
  ];
  print(
    `Reading: ${title}`,
    ['reader', 'CPU s', 'wall s', 'peak MB', 'cells', '÷ floor', '÷ ours'],
    [
      [
        readers.floor.label,
        secondsOf(floor?.cpu),
        secondsOf(floor?.wall),
        megabytes(floor?.peak),
        '–',
        '1.0',
        ratio(floor?.cpu, ours?.cpu),
      ],
      ...all.filter(({ cpu }) => cpu !== undefined).map(line),
    ],
  );
  const counts = new Set(all.map(({ cells }) => cells).filter((cells) => cells !== undefined));
  if (counts.size > 1)
    console.log(`The readers do not agree on the number of filled cells: ${[...counts].join(', ')}.\n`);
  return all;
}

function verdictTable(bare) {
  const verdict = measured('verdict-100k', 'ours');
  const peers = bare
    .filter(({ who, cpu }) => who !== 'ours' && cpu !== undefined)
    .sort((left, right) => left.cpu - right.cpu);
  print(
    'From the file to the full verdict: 100,000 rows, beside the bare reading of others',
    ['what', 'CPU s', 'wall s', 'peak MB', '÷ ours'],
    [
      [
        `Relief Ledger: open, read, check ${verdict?.entries} rows, ${verdict?.findings} findings`,
        secondsOf(verdict?.cpu),
        secondsOf(verdict?.wall),
        megabytes(verdict?.peak),
        '1.0',
      ],
      ...peers.map(({ who, cpu, wall, peak }) => [
        `${readers[who].label}: reading only`,
        secondsOf(cpu),
        secondsOf(wall),
        megabytes(peak),
        ratio(cpu, verdict?.cpu),
      ]),
    ],
  );
}

function mergeTable(of, size, times) {
  const one = (job, who) => measured(job, who, { times, of });
  const merged = one('merge-only', 'ours');
  const whole = one('merge-whole', 'ours');
  const beside = one('merge-read-beside', 'ours');
  const peers = ['hucre', 'readExcelFile', 'sheetjs'].map((who) => [who, one('merge-read', who)]);
  const line = (label, result) => [
    label,
    secondsOf(result?.cpu),
    secondsOf(result?.wall),
    megabytes(result?.peak),
    result === merged ? '1.0' : ratio(result?.cpu, merged?.cpu),
  ];
  print(
    `Merging: ${size}, beside the bare reading of others`,
    ['what', 'CPU s', 'wall s', 'peak MB', '÷ merged'],
    [
      line(`Relief Ledger: read and merge ${merged?.entries} rows${merged?.holds ? ', nothing lost' : ''}`, merged),
      line(`Relief Ledger: read, merge, check together (${whole?.findings} findings), write`, whole),
      line('Relief Ledger: reading only', one('merge-read', 'ours')),
      line('Relief Ledger: reading for merging, in one thread', one('merge-read-here', 'ours')),
      line(`Relief Ledger: the same in ${beside?.workers} worker threads`, beside),
      ...peers.map(([who, result]) => line(`${readers[who].label}: reading only`, result)),
    ],
  );
}

function checkTable() {
  const ours = measured('check-100k', 'ours');
  const lines = [
    [`Relief Ledger: all ${ours?.checks} checks`, ours],
    ['Relief Ledger: from cells (recognise, read, check, compare amounts)', measured('check-100k', 'oursFromCells')],
    ['zod: the shape of each row', measured('check-100k', 'zod')],
    ['Ajv: the shape of each row', measured('check-100k', 'ajv')],
  ];
  print(
    'Checking 100,000 rows in memory',
    ['what', 'first: CPU ms', 'wall ms', 'again: CPU ms', 'findings', '÷ ours'],
    lines
      .filter(([, result]) => result)
      .map(([label, { cpu, wall, againCpu, findings }]) => [
        label,
        ms(cpu),
        ms(wall),
        ms(againCpu),
        findings,
        ratio(cpu, ours?.cpu),
      ]),
  );
}

function recheckTable() {
  const times = measured('recheck-100k', 'ours');
  if (!times) return;
  print(
    'Checking again after one edited cell among 100,000 rows',
    ['what', 'wall ms', 'whole run ÷ this'],
    [
      ['all checks again', times.whole.toFixed(0), '1'],
      ...Object.entries(fieldWords).map(([field, word]) => [
        word,
        times[field].toFixed(2),
        ratio(times.whole, times[field]),
      ]),
    ],
  );
}

function editTable() {
  const all = Object.keys(readers)
    .filter((who) => readers[who].edit)
    .map((who) => ({ who, ...measured('edit-10k', who) }));
  const ours = all.find(({ who }) => who === 'ours');
  print(
    'Editing 1,000 cells of a 10,000-row workbook and saving',
    ['library', 'CPU s', 'wall s', 'peak MB', 'bytes', '÷ ours'],
    all
      .filter(({ cpu }) => cpu !== undefined)
      .map(({ who, cpu, wall, peak, bytes }) => [
        readers[who].label,
        secondsOf(cpu),
        secondsOf(wall),
        megabytes(peak),
        bytes,
        ratio(cpu, ours?.cpu),
      ]),
  );
}

function bundleTable() {
  const page = join(root, 'dist/workbench');
  if (!existsSync(page)) return;
  const files = readdirSync(page).filter((file) => file.endsWith('.js'));
  print(
    'Bundle of the workbench',
    ['file', 'kB', 'kB gzip'],
    files.map((file) => {
      const content = readFileSync(join(page, file));
      return [file, (content.length / 1000).toFixed(0), (gzipSync(content, { level: 9 }).length / 1000).toFixed(0)];
    }),
  );
}

function print(title, heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log(
    [
      `### ${title}`,
      '',
      line(heads),
      line(heads.map((_, index) => (index === 0 ? '---' : '---:'))),
      ...rows.map(line),
      '',
    ].join('\n'),
  );
}

function median(numbers) {
  const sorted = numbers.filter((number) => number !== undefined).sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}

function secondsOf(number) {
  return number === undefined ? '–' : number.toFixed(2);
}

function megabytes(number) {
  return number === undefined ? '–' : number.toFixed(0);
}

function ms(number) {
  return (number * 1000).toFixed(0);
}

function ratio(one, other) {
  return one === undefined || other === undefined ? '–' : (one / other).toFixed(1);
}
