/** One measurement in a process of its own: `node measure.mjs JOB READER FOLDER [RETURNS]`. Prints one line of JSON. */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { bytesOf, engine, readers } from './readers.mjs';
import { recheckTimes, rowChecks } from './row-checks.mjs';

const [job, who, folder, returns = 'merged'] = process.argv.slice(2);
const result = await jobs()[job]();
const usage = process.resourceUsage();
console.log(
  JSON.stringify({
    cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    wall: performance.now() / 1e3,
    peak: usage.maxRSS / 1024,
    ...result,
  }),
);

function jobs() {
  const read = (file) => async () => {
    const reader = readers[who];
    const library = await reader.open();
    return { cells: await reader.read(library, bytesOf(join(folder, file))) };
  };
  return {
    empty: async () => ({}),
    'read-1k': read('1k.xlsx'),
    'read-10k': read('10k.xlsx'),
    'read-100k': read('100k.xlsx'),
    'read-300': async () => {
      const reader = readers[who];
      const library = await reader.open();
      let cells = 0;
      for (const file of readdirSync(join(folder, 'returned'))) {
        cells += (await reader.read(library, bytesOf(join(folder, 'returned', file)))) ?? 0;
      }
      return { cells: cells || undefined };
    },
    /** Reads all files and merges them into sheets; nothing is checked or written: the work that reading alone is held against. */
    'merge-only': async () => {
      const { blankForm, finish, forms, mergeReturned } = engine();
      const paper = (id) => {
        const form = forms.find((each) => each.id === id);
        return { form, blank: blankForm(form, 1)[0] };
      };
      const files = (await returned()).map(({ file }) => file);
      const merge = finish(
        mergeReturned({
          files,
          expected: {},
          paper: { household: paper('village-ledger'), person: paper('member-roster') },
        }),
      );
      return mergedCounts(merge);
    },
    /** The whole of `merge`: read, merge, check all ledgers together, write the workbook. */
    'merge-whole': async () => {
      const { finish, forms, mergeReturns, newWorkbook, nodeCodec, schemes } = engine();
      const form = forms.find(({ id }) => id === 'village-ledger');
      const report = finish(
        mergeReturns(await returned(), { scheme: schemes[0], today: '2026-01-08', expected: {}, form }),
      );
      const bytes = await newWorkbook(report.plans, nodeCodec);
      return { ...mergedCounts(report), findings: report.findings.length, bytes: bytes.length };
    },
    /** Bare reading of the same files, by whoever is measured. */
    'merge-read': async () => {
      const reader = readers[who];
      const library = await reader.open();
      let cells = 0;
      for (const file of readdirSync(join(folder, returns))) {
        cells += (await reader.read(library, bytesOf(join(folder, returns, file)))) ?? 0;
      }
      return { cells: cells || undefined };
    },
    'merge-read-here': () => readReturns(0),
    'merge-read-beside': () => readReturns(Math.min(6, availableParallelism())),
    'verdict-100k': async () => {
      const { checkWorkbooks, finish, nodeCodec, openFile, schemes } = engine();
      const workbook = await (
        await openFile(bytesOf(join(folder, '100k.xlsx')), 'bench.xlsx', { codec: nodeCodec })
      ).read();
      const report = finish(checkWorkbooks({ workbooks: [workbook], scheme: schemes[0], today: '2026-01-08' }));
      return { entries: report.summary.entries, findings: report.findings.length };
    },
    'check-100k': () => rowChecks[who](join(folder, '100k.xlsx')),
    'recheck-100k': () => recheckTimes(join(folder, '100k.xlsx')),
    'edit-10k': async () => {
      const reader = readers[who];
      const library = await reader.open();
      const edits = Array.from({ length: 1000 }, (_, index) => ({ row: 3 + index * 10, text: `核实${index}` }));
      const saved = await reader.edit(library, bytesOf(join(folder, '10k.xlsx')), edits);
      return { bytes: saved.byteLength ?? saved.length };
    },
  };
}

/** The returned files read for merging, one after the other, each forgotten but for its ledgers. */
async function returned() {
  const { finish, nodeCodec, openFile, readReturned } = engine();
  const read = [];
  for (const name of readdirSync(join(folder, returns))) {
    const opened = await openFile(bytesOf(join(folder, returns, name)), name, { codec: nodeCodec });
    read.push(finish(readReturned(await opened.read())));
  }
  return read;
}

/** The same as `merge` reads them: in this thread, or in the worker threads that the command line starts. */
async function readReturns(workers) {
  const { nodeCodec, openFile, readAllReturned, readerBeside, readerHere } = engine();
  const files = readdirSync(join(folder, returns)).map((name) => ({
    name,
    bytes: async () => new Uint8Array(bytesOf(join(folder, returns, name))),
  }));
  const script = fileURLToPath(new URL('../dist/cli/returned-worker.js', import.meta.url));
  const read = await readAllReturned(files, {
    here: readerHere((bytes, name) => openFile(bytes, name, { codec: nodeCodec })),
    beside: () => readerBeside(lineTo(new Worker(script))),
    most: workers,
  });
  return {
    workers,
    entries: read.flatMap(({ file }) => file.ledgers).reduce((sum, { ledger }) => sum + ledger.rows.length, 0),
  };
}

function lineTo(worker) {
  return {
    send: (job) => worker.postMessage(job, [job.bytes.buffer]),
    onWord: (listener) => worker.on('message', listener),
    onEnd: (listener) => worker.on('exit', listener),
    end: () => worker.terminate(),
  };
}

function mergedCounts({ conservation: { totals } }) {
  return { entries: totals[0].merged.entries, holds: totals.every(({ holds }) => holds) ? 1 : 0 };
}
