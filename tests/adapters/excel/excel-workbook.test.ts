/** @jest-environment <rootDir>/tests/adapters/excel/host/excel-environment.ts */
import type { CellEdit, WorkbookChange } from '../../../src/core/workbook/change';
import type { SheetPlan } from '../../../src/core/workbook/sheet-plan';
import { workbookPortContract } from '../workbook-port.contract';
import { connectedExcel } from './host/connect';

async function withSheets(plans: readonly SheetPlan[]) {
  const { host, port } = connectedExcel();
  host.add('起始');
  await port.apply(plans.map((plan) => ({ kind: 'put-sheet', plan })));
  host.sheets.splice(0, 1);
  return { host, port };
}

workbookPortContract('excel', { make: async (plans) => (await withSheets(plans)).port, looksUnread: true });

describe('what only a live host can do', () => {
  const people = async () => {
    const { host, port } = connectedExcel();
    const sheet = host.add('台账');
    ['户主姓名', '石有田', '木成林'].forEach((name, at) => sheet.type(at + 1, 1, name));
    ['身份证号', "'11010519491231002X", '110105194912310021'].forEach((id, at) => sheet.type(at + 1, 2, id));
    return { host, port, sheet };
  };

  test('an id typed as a number is read as the number it has become', async () => {
    const { port } = await people();
    const snapshot = await port.read();
    expect(snapshot.sheets[0].rows.map((row) => row?.[1])).toEqual([
      '身份证号',
      '11010519491231002X',
      110105194912310000,
    ]);
  });

  test('formulas, hidden rows, protection and the 1904 calendar are seen', async () => {
    const { host, port, sheet } = await people();
    sheet.type(3, 3, '=SUM(A1:A2)');
    sheet.hiddenRows.add(2);
    sheet.isProtected = true;
    host.date1904 = true;
    const snapshot = await port.read();
    expect([...snapshot.sheets[0].formulas.values()]).toEqual(['SUM(A1:A2)']);
    expect([...snapshot.sheets[0].hiddenRows]).toEqual([2]);
    expect(snapshot.date1904).toBe(true);
    const receipt = await port.apply([
      edits(
        { at: { sheet: '台账', row: 2, column: 1 }, from: '石有田', to: '甲' },
        { at: { sheet: '台账', row: 3, column: 3 }, from: 0, to: 1 },
      ),
    ]);
    expect(receipt.refused.map((refusal) => refusal.reason)).toEqual(['locked', 'formula']);
  });

  test('a sort between check and fix makes the fix refused, not misplaced', async () => {
    const { host, port, sheet } = await people();
    await port.read();
    sheet.type(2, 1, '木成林');
    sheet.type(3, 1, '石有田');
    const receipt = await port.apply([
      edits({ at: { sheet: '台账', row: 2, column: 1 }, from: '石有田', to: '石有天' }),
    ]);
    expect(receipt.refused).toMatchObject([{ reason: 'changed', found: '木成林' }]);
    expect(host.sheets[0].peek(2, 1)?.value).toBe('木成林');
  });

  test('a sheet deleted meanwhile is reported', async () => {
    const { host, port } = await people();
    host.add('别的');
    await port.read();
    host.sheets.splice(0, 1);
    const receipt = await port.apply([
      edits({ at: { sheet: '台账', row: 2, column: 1 }, from: '石有田', to: '甲' }),
      { kind: 'replace-marks', sheet: '台账', marks: [{ row: 2, column: 1, severity: 'error' }] },
    ]);
    expect(receipt.refused).toMatchObject([{ reason: 'sheet-missing' }]);
    expect(receipt.refusedSheets).toEqual([{ sheet: '台账', reason: 'sheet-missing' }]);
  });

  test.each([
    ['AccessDenied', '工作表受保护'],
    ['RequestPayloadSizeLimitExceeded', '内容过多'],
    ['GeneralException', 'Excel 没有完成这一步'],
  ])('%s becomes a sentence a clerk can act on', async (code, words) => {
    const { host, port } = await people();
    host.wire.faults.push(code);
    await expect(port.read()).rejects.toThrow(words);
  });

  test('waits while a cell is being edited, and goes on when it is done', async () => {
    const { host, port } = await people();
    host.wire.faults.push('InvalidOperationInCellEditMode');
    const said: string[] = [];
    const snapshot = await port.read({ progress: (step) => said.push(step.doing) });
    expect(said[0]).toContain('请按回车');
    expect(snapshot.sheets[0].name).toBe('台账');
  });

  test('switches events on again after a failed write', async () => {
    const { host, port } = await people();
    await port.read();
    // The write is the last of five requests: names, structure, cells, a look at the sheets, write.
    const failLast = ['', '', '', ''];
    host.wire.faults.push(...failLast, 'AccessDenied');
    await expect(
      port.apply([edits({ at: { sheet: '台账', row: 2, column: 1 }, from: '石有田', to: '甲' })]),
    ).rejects.toThrow('工作表受保护');
    expect(host.eventsOn).toBe(true);
    expect(host.sheets[0].peek(2, 1)?.value).toBe('石有田');
  });

  test("hears the person's typing, not our own writes, until it is stopped", async () => {
    const { host, port } = await people();
    const heard: unknown[] = [];
    const stop = port.onEdited?.((edited) => heard.push(edited));
    await settled();
    host.personTypes('台账', 2, 1, '石有天');
    await settled();
    await port.apply([edits({ at: { sheet: '台账', row: 2, column: 1 }, from: '石有天', to: '石有地' })]);
    await settled();
    expect(heard).toEqual([{ cells: [{ sheet: '台账', row: 2, column: 1 }], origin: 'typed' }]);
    stop?.();
    await settled();
    expect(host.listeners.get('changed')).toBe(0);
  });

  test("leaves other people's conditional formats alone", async () => {
    const { host, port, sheet } = await people();
    sheet.formats.push({
      id: '{theirs}',
      areas: [{ top: 1, left: 1, bottom: 3, right: 1 }],
      type: 'Custom',
      formula: '=LEN(A1)>3',
      color: '#00FF00',
    });
    await port.apply([{ kind: 'replace-marks', sheet: '台账', marks: [{ row: 2, column: 2, severity: 'error' }] }]);
    await port.apply([{ kind: 'replace-marks', sheet: '台账', marks: [] }]);
    expect(host.sheets[0].formats.map((format) => format.formula)).toEqual(['=LEN(A1)>3']);
  });

  test('10,000 rows are read and marked in at most 6 requests, and 1,000 marks in at most 100 kB and 500 actions', async () => {
    const { host, port } = connectedExcel();
    const sheet = host.add('台账');
    for (let row = 1; row <= 10_000; row++)
      for (let column = 1; column <= 20; column++) sheet.at(row, column).value = `值${row}`;
    host.wire.sent.length = 0;
    await port.read();
    const marks = Array.from({ length: 1_000 }, (_, at) => ({
      row: 3 + at * 9,
      column: 1 + (at % 20),
      severity: (['error', 'warning', 'note'] as const)[at % 3],
    }));
    const before = host.wire.sent.length;
    await port.apply([{ kind: 'replace-marks', sheet: '台账', marks }]);
    const sent = host.wire.sent.slice(before);
    expect(host.wire.sent.length).toBeLessThanOrEqual(6);
    expect(sent.reduce((sum, request) => sum + request.bytes, 0)).toBeLessThanOrEqual(100_000);
    expect(sent.reduce((sum, request) => sum + request.actions, 0)).toBeLessThanOrEqual(500);
    const again = await port.read();
    expect(again.sheets[0].marks).toHaveLength(1_000);
  }, 30_000);
});

const edits = (...list: CellEdit[]): WorkbookChange => ({ kind: 'edit-cells', edits: list });
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 60));
