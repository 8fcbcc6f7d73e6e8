import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateRawSync } from 'node:zlib';

const require = createRequire(import.meta.url);

/**
 * Who is measured. `open` loads the library (counted: a fresh process pays for it); `read` gives how many cells hold
 * something, so that readers can be compared on the same work; `edit` writes `edits` into column T and saves.
 */
export const readers = {
  ours: {
    label: 'Relief Ledger',
    open: async () => engine(),
    read: async ({ openFile, nodeCodec }, bytes) => {
      const workbook = await (await openFile(bytes, 'bench.xlsx', { codec: nodeCodec })).read();
      return count(workbook.sheets[0].rows);
    },
    edit: async ({ openFile, nodeCodec }, bytes, edits) => {
      const file = await openFile(bytes, 'bench.xlsx', { codec: nodeCodec });
      const sheet = (await file.read()).sheets[0];
      const receipt = await file.apply([
        {
          kind: 'edit-cells',
          edits: edits.map(({ row, text }) => ({
            at: { sheet: sheet.name, row, column: 20 },
            from: sheet.rows[row - 1]?.[19] ?? null,
            to: text,
          })),
        },
      ]);
      if (receipt.refused.length > 0) throw new Error(`${receipt.refused.length} edits refused`);
      return file.save();
    },
  },
  hucre: {
    label: 'hucre',
    open: () => import('hucre'),
    read: async ({ readXlsx }, bytes) => count((await readXlsx(bytes)).sheets[0].rows),
    edit: async ({ openXlsx, saveXlsx }, bytes, edits) => {
      const workbook = await openXlsx(bytes);
      for (const { row, text } of edits) workbook.sheets[0].rows[row - 1][19] = text;
      return saveXlsx(workbook);
    },
  },
  sheetjs: {
    label: 'SheetJS (@e965/xlsx)',
    open: async () => require('@e965/xlsx'),
    read: async (xlsx, bytes) => {
      const workbook = xlsx.read(bytes, {
        dense: true,
        nodim: true,
        cellFormula: false,
        cellHTML: false,
        cellText: false,
      });
      return count(workbook.Sheets[workbook.SheetNames[0]]['!data'].map((row) => row.map((cell) => cell?.v)));
    },
    edit: async (xlsx, bytes, edits) => {
      const workbook = xlsx.read(bytes, { nodim: true, cellStyles: true });
      const sheet = workbook.Sheets[workbook.SheetNames[0]];
      for (const { row, text } of edits) sheet[`T${row}`] = { ...sheet[`T${row}`], t: 's', v: text };
      return xlsx.write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true });
    },
  },
  exceljs: {
    label: 'ExcelJS',
    open: async () => require('exceljs'),
    read: async ({ Workbook }, bytes) => {
      const workbook = new Workbook();
      await workbook.xlsx.load(bytes);
      const rows = [];
      workbook.worksheets[0].eachRow((row) => {
        const values = [];
        row.eachCell((cell) => {
          if (!cell.isMerged || cell.master === cell) values.push(cell.value);
        });
        rows.push(values);
      });
      return count(rows);
    },
    edit: async ({ Workbook }, bytes, edits) => {
      const workbook = new Workbook();
      await workbook.xlsx.load(bytes);
      for (const { row, text } of edits) workbook.worksheets[0].getCell(row, 20).value = text;
      return workbook.xlsx.writeBuffer();
    },
  },
  readExcelFile: {
    label: 'read-excel-file',
    open: () => import('read-excel-file/node'),
    read: async (library, bytes) => {
      const read = await library.default(Buffer.from(bytes));
      return count(read[0]?.data ?? read);
    },
  },
  floor: {
    label: 'floor: inflate and touch every byte',
    open: async () => undefined,
    read: async (_, bytes) => touch(bytes),
  },
};

/** The bundle of our own code. */
export const engine = () => require('../dist/bench/engine.js');

/** A file's bytes, as each library gets them. */
export const bytesOf = (path) => readFileSync(path);

function count(rows) {
  let cells = 0;
  for (const row of rows) {
    if (!row) continue;
    for (const value of row) if (value !== null && value !== undefined && value !== '') cells += 1;
  }
  return cells;
}

/** Inflates every part and looks at every byte: what any reader must do at the least. Counts the cells it saw begin. */
function touch(bytes) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = buffer.length - 22;
  while (buffer.readUInt32LE(end) !== 0x06054b50) end -= 1;
  let at = buffer.readUInt32LE(end + 16);
  let touched = 0;
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left -= 1) {
    const packed = buffer.readUInt32LE(at + 20);
    const start = buffer.readUInt32LE(at + 42);
    const from = start + 30 + buffer.readUInt16LE(start + 26) + buffer.readUInt16LE(start + 28);
    const part = buffer.subarray(from, from + packed);
    const plain = buffer.readUInt16LE(at + 10) === 8 ? inflateRawSync(part) : part;
    for (let index = 0; index < plain.length; index += 1) touched = (touched + plain[index]) | 0;
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return touched === 0 ? 0 : undefined;
}
