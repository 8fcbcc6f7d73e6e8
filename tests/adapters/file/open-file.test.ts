import { utils, write } from '@e965/xlsx';
import { newWorkbook } from '../../../src/adapters/file/new-workbook';
import { openFile, type FileWorkbook } from '../../../src/adapters/file/open-file';
import { nodeCodec } from '../../../src/adapters/file/package/node-codec';
import { Cancelled } from '../../../src/core/workbook/port';
import { valueAt } from '../../../src/core/workbook/snapshot';
import { utf8 } from '../../support/xlsx-fixture';
import { workbookPortContract } from '../workbook-port.contract';
import { richXlsx } from './write/rich-template';

const options = { codec: nodeCodec };

workbookPortContract('file', {
  make: async (plans) => openFile(await newWorkbook(plans, nodeCodec), '台账.xlsx', options),
  reopen: async (port) => openFile(await (port as FileWorkbook).save(), '台账.xlsx', options),
});

test('a file that was not changed is saved as the same bytes', async () => {
  const bytes = richXlsx();
  const file = await openFile(bytes, '某村台账.xlsm', options);
  expect(await file.save()).toEqual(bytes);
  expect(file.saveName).toBe('某村台账.xlsm');
});

test('saving twice gives the same bytes, with either codec the same cells', async () => {
  const file = await openFile(richXlsx(), '台账.xlsm');
  const at = { sheet: '台账', row: 4, column: 2 };
  const from = valueAt(file.snapshot.sheets[0], 4, 2);
  await file.apply([{ kind: 'edit-cells', edits: [{ at, from, to: '石有田' }] }]);
  expect(await file.save()).toEqual(await file.save());
  expect(valueAt((await openFile(await file.save(), 'a.xlsx', options)).snapshot.sheets[0], 4, 2)).toBe('石有田');
});

test('a plain text table becomes a new workbook of the same name', async () => {
  const file = await openFile(utf8('户主姓名,身份证号\n石有田,11010519491231002X\n'), '某村.csv', options);
  expect(file.saveName).toBe('某村.xlsx');
  expect(file.snapshot.remarks.join()).toContain('某村.xlsx');
  const sheet = file.snapshot.sheets[0].name;
  await file.apply([
    { kind: 'edit-cells', edits: [{ at: { sheet, row: 2, column: 1 }, from: '石有田', to: '石有地' }] },
    { kind: 'replace-marks', sheet, marks: [{ row: 2, column: 2, severity: 'warning' }] },
  ]);
  const again = await openFile(await file.save(), file.saveName, options);
  expect(again.snapshot.sheets[0].rows.slice(0, 2)).toEqual([
    ['户主姓名', '身份证号'],
    ['石有地', '11010519491231002X'],
  ]);
  expect(again.snapshot.sheets[0].marks).toEqual([{ row: 2, column: 2, severity: 'warning' }]);
});

test('saving reports how far it is, pauses where asked to and stops when cancelled', async () => {
  const file = await openFile(richXlsx({ rows: 3000 }), '台账.xlsm', options);
  await file.apply([
    {
      kind: 'edit-cells',
      edits: Array.from({ length: 2000 }, (_, at) => ({
        at: { sheet: '台账', row: at + 4, column: 4 },
        from: 3,
        to: 4,
      })),
    },
  ]);
  let pauses = 0;
  const breathe = (): Promise<void> => {
    pauses++;
    return Promise.resolve();
  };
  await file.save({ breathe });
  expect(pauses).toBeGreaterThan(1);
  await expect(file.save({ cancelled: () => true })).rejects.toThrow(Cancelled);
  expect(valueAt(file.snapshot.sheets[0], 4, 4)).toBe(4);
});

// SheetJS writes no formulas into the binary format, but does into XML of 2003.
test.each([
  ['biff8', []],
  ['xlml', ['B3*150']],
] as const)(
  'an old .xls (%s) becomes a new workbook with its values, formulas, merges and hidden sheets',
  async (bookType, formulas) => {
    const book = utils.book_new();
    const ledger = utils.aoa_to_sheet([['台账'], ['户主姓名', '人数', '金额'], ['石有田', 3, 450]]);
    ledger.C3 = { t: 'n', v: 450, f: 'B3*150' };
    ledger['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
    utils.book_append_sheet(book, ledger, '台账');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['村']]), '字典');
    book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
    const old = new Uint8Array(write(book, { bookType, type: 'array' }));

    const file = await openFile(old, '旧台账.xls', options);
    expect(file.saveName).toBe('旧台账.xlsx');
    const at = { sheet: '台账', row: 3, column: 2 };
    expect((await file.apply([{ kind: 'edit-cells', edits: [{ at, from: 3, to: 4 }] }])).refused).toEqual([]);
    const { snapshot } = await openFile(await file.save(), file.saveName, options);
    expect(snapshot.sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ['台账', 'visible'],
      ['字典', 'hidden'],
    ]);
    expect(snapshot.sheets[0].rows.slice(1, 3)).toEqual([
      ['户主姓名', '人数', '金额'],
      ['石有田', 4, 450],
    ]);
    expect([...snapshot.sheets[0].formulas.values()]).toEqual(formulas);
    expect(snapshot.sheets[0].merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 3 }]);
  },
);
