/** @jest-environment <rootDir>/tests/adapters/excel/host/excel-environment.ts */
import { excelWorkbook } from '../../../src/adapters/excel/excel-workbook';
import { applyRecorded, journalOf, undoOfStep } from '../../../src/tasks/apply-recorded';
import { connectedExcel } from './host/connect';

test('a step of thousands of cells is written in few rows, and taken back after the pane was closed', async () => {
  const { host, port } = connectedExcel();
  const sheet = host.add('台账');
  for (let row = 1; row <= 3_000; row++) sheet.type(row, 1, `户${row}`);
  const workbook = await port.read();
  const edits = Array.from({ length: 3_000 }, (_, at) => ({
    at: { sheet: '台账', row: at + 1, column: 2 },
    from: null,
    to: at * 0.5,
  }));
  const changes = [{ kind: 'edit-cells', edits }] as const;
  host.wire.sent.length = 0;
  await applyRecorded(port, { name: '填列', number: 1, when: '', changes, workbook }, await journalOf(port));
  expect(Math.max(...host.wire.sent.map(({ bytes }) => bytes))).toBeLessThan(200_000);

  const again = excelWorkbook();
  const [recorded] = (await journalOf(again)).steps;
  expect(recorded.count).toBe(3_000);
  sheet.type(9, 2, 77);
  const receipt = await again.apply(undoOfStep(recorded));
  expect([receipt.applied.length, receipt.refused.length]).toEqual([2_999, 1]);
  expect([sheet.peek(8, 2)?.value, sheet.peek(9, 2)?.value]).toEqual(['', 77]);
});

test('a step is recorded in the request that makes it, and taken back after the pane was closed', async () => {
  const { host, port } = connectedExcel();
  const sheet = host.add('台账');
  ['身份证号', "'1101051949 12310021", 110105194912310000].forEach((value, at) => sheet.type(at + 1, 1, value));
  const workbook = await port.read();
  const at = (row: number) => ({ sheet: '台账', row, column: 1 });
  const edits = [
    { at: at(2), from: '1101051949 12310021', to: '110105194912310021', numberFormat: '@' },
    { at: at(3), from: 110105194912310000, to: '11010519491231002X', numberFormat: '@' },
  ];
  const journal = await journalOf(port);
  host.wire.sent.length = 0;
  const step = {
    name: '修正',
    number: 1,
    when: '2026-01-10',
    changes: [{ kind: 'edit-cells', edits }] as const,
    workbook,
  };
  const done = await applyRecorded(port, step, journal);
  expect(done).toMatchObject({ isRecorded: true, receipt: { refused: [] } });
  // Names, structure, cells, a look, and one request that writes both.
  expect(host.wire.sent).toHaveLength(5);
  expect(host.sheets.map(({ name }) => name)).toEqual(['台账', '操作记录']);

  const again = excelWorkbook();
  const [recorded] = (await journalOf(again)).steps;
  expect(recorded.cells.map(({ from, to }) => [from, to])).toEqual(edits.map(({ from, to }) => [from, to]));
  sheet.type(3, 1, '有人改过');
  const receipt = await again.apply(undoOfStep(recorded));
  expect(receipt.refused).toMatchObject([{ reason: 'changed', found: '有人改过' }]);
  expect(sheet.peek(2, 1)).toMatchObject({ value: '1101051949 12310021', numberFormat: 'General' });
});
