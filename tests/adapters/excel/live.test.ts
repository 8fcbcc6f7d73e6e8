/** @jest-environment <rootDir>/tests/adapters/excel/host/excel-environment.ts */
import type { CellAt, RowSpan } from '../../../src/core/workbook/cell';
import { cellKey } from '../../../src/core/workbook/cell';
import type { EditedCells } from '../../../src/core/workbook/port';
import { styleAt, valueAt } from '../../../src/core/workbook/snapshot';
import { connectedExcel } from './host/connect';

function ledger(rows = 3) {
  const { host, port } = connectedExcel();
  const sheet = host.add('台账');
  ['户主姓名', '家庭人口', '合计'].forEach((name, at) => sheet.type(1, at + 1, name));
  for (let row = 2; row <= rows; row++) [`户${row}`, row].forEach((value, at) => sheet.type(row, at + 1, value));
  return { host, port, sheet };
}

const readAgain = (port: ReturnType<typeof ledger>['port'], edited: EditedCells) => port.readAgain!(edited);
const typed = (...cells: readonly CellAt[]): EditedCells => ({ cells, origin: 'typed' });

test('only the touched rows are read again, in one request, and the rest stays as it was', async () => {
  const { host, port, sheet } = ledger(5_000);
  const before = await port.read();
  sheet.at(9, 2).numberFormat = '0.00';
  sheet.type(9, 2, 77);
  sheet.type(3, 1, '没有说过的改动');
  host.wire.sent.length = 0;
  const after = await readAgain(port, typed({ sheet: '台账', row: 9, column: 2 }));
  expect(host.wire.sent).toHaveLength(1);
  expect(host.wire.sent[0].bytes).toBeLessThan(5_000);
  expect([valueAt(after.sheets[0], 9, 2), valueAt(after.sheets[0], 3, 1)]).toEqual([77, '户3']);
  expect(styleAt(after, after.sheets[0], 9, 2).numberFormat).toBe('0.00');
  expect(after.sheets[0].rows[4]).toBe(before.sheets[0].rows[4]);
});

test('rows below the last one, new columns and formulas are seen', async () => {
  const { port, sheet } = ledger();
  sheet.type(3, 3, '=B3*2');
  await port.read();
  sheet.type(4, 4, '新');
  sheet.type(4, 2, '=1+1');
  sheet.at(3, 3).value = 12;
  const { sheets } = await readAgain(
    port,
    typed({ sheet: '台账', row: 4, column: 4 }, { sheet: '台账', row: 4, column: 2 }),
  );
  expect([sheets[0].rowCount, sheets[0].columnCount, valueAt(sheets[0], 4, 4)]).toEqual([4, 4, '新']);
  expect([...sheets[0].formulas].sort()).toEqual([
    [cellKey(3, 3), 'B3*2'],
    [cellKey(4, 2), '1+1'],
  ]);
  expect(valueAt(sheets[0], 3, 3)).toBe(12);
});

test('where too much was touched all is read', async () => {
  const { host, port, sheet } = ledger();
  await port.read();
  sheet.type(3, 1, '挪动过');
  host.wire.sent.length = 0;
  const after = await readAgain(port, { cells: [], origin: 'other', more: true });
  expect(host.wire.sent.length).toBe(3);
  expect(valueAt(after.sheets[0], 3, 1)).toBe('挪动过');
});

test('after our own writes it still knows the workbook', async () => {
  const { host, port, sheet } = ledger();
  await port.read();
  const at = { sheet: '台账', row: 2, column: 2 };
  await port.apply([{ kind: 'edit-cells', edits: [{ at, from: 2, to: '0002', numberFormat: '@' }] }]);
  sheet.type(3, 2, 8);
  host.wire.sent.length = 0;
  const after = await readAgain(port, typed({ sheet: '台账', row: 3, column: 2 }));
  expect(host.wire.sent).toHaveLength(1);
  expect([valueAt(after.sheets[0], 2, 2), valueAt(after.sheets[0], 3, 2)]).toEqual(['0002', 8]);
});

test('inserted rows are told as more than cells', async () => {
  const { host, port } = ledger();
  const heard: EditedCells[] = [];
  port.onEdited?.((edited) => heard.push(edited));
  await settled();
  host.personInsertsRow('台账', 2);
  await settled();
  expect(heard).toEqual([{ cells: [], origin: 'other', more: true }]);
});

test('selections are told by their first cell and their rows, the last of several, until it is stopped', async () => {
  const { host, port } = ledger();
  const seen: CellAt[] = [];
  const rowsSeen: (readonly RowSpan[])[] = [];
  const stop = port.onSelected?.((cell, rows) => {
    seen.push(cell);
    rowsSeen.push(rows);
  });
  await settled();
  host.personSelects('台账', 'A2');
  host.personSelects('台账', 'B3:C9');
  await settled();
  expect(seen).toEqual([{ sheet: '台账', row: 3, column: 2 }]);
  expect(rowsSeen).toEqual([[{ from: 3, to: 9 }]]);
  host.personSelects('台账', '4:6,9:9');
  await settled();
  expect(seen[1]).toEqual({ sheet: '台账', row: 4, column: 1 });
  expect(rowsSeen[1]).toEqual([
    { from: 4, to: 6 },
    { from: 9, to: 9 },
  ]);
  stop?.();
  await settled();
  expect(host.listeners.get('selected')).toBe(0);
});

test('a cell that we show ourselves is no selection of the person', async () => {
  const { host, port } = ledger();
  const seen: CellAt[] = [];
  port.onSelected?.((cell) => seen.push(cell));
  await settled();
  await port.activate?.({ sheet: '台账', row: 3, column: 2 });
  host.personSelects('台账', 'B3');
  await settled();
  expect(seen).toEqual([]);
  host.personSelects('台账', 'B2');
  await settled();
  host.personSelects('台账', 'B3');
  await settled();
  expect(seen.map(({ row }) => row)).toEqual([2, 3]);
});

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 60));
