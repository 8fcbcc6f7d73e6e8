/** @jest-environment <rootDir>/tests/adapters/excel/host/excel-environment.ts */
import type { CellEdit, WorkbookChange } from '../../../src/core/workbook/change';
import type { SheetPlan } from '../../../src/core/workbook/sheet-plan';
import { connectedExcel } from './host/connect';

/** A protected sheet with locked headings; of the two columns below, one is open to typing and the other half open. */
function protectedLedger() {
  const { host, port } = connectedExcel();
  const sheet = host.add('台账');
  ['户主姓名', '石有田', '木成林'].forEach((name, at) => sheet.type(at + 1, 1, name));
  ['身份证号', '一', '二'].forEach((name, at) => sheet.type(at + 1, 2, name));
  for (const [row, column] of [
    [2, 1],
    [3, 1],
    [2, 2],
  ] as const)
    sheet.at(row, column).look.locked = false;
  sheet.isProtected = true;
  return { host, port, sheet };
}

const edit = (row: number, column: number, from: string, to: string, numberFormat?: string): CellEdit => ({
  at: { sheet: '台账', row, column },
  from,
  to,
  ...(numberFormat ? { numberFormat } : {}),
});
const edits = (...list: CellEdit[]): WorkbookChange => ({ kind: 'edit-cells', edits: list });

const notes: SheetPlan = {
  name: '核查记录',
  heading: '核查记录（甲）',
  columnWidths: [40],
  rows: [{ cells: [{ value: '核查记录（甲）' }] }],
  merges: [],
  styles: {},
};

test('unlocked cells of a protected sheet are written, locked ones refused by name', async () => {
  const { port, sheet } = protectedLedger();
  const receipt = await port.apply([edits(edit(2, 1, '石有田', '甲'), edit(2, 2, '一', '乙'), edit(3, 2, '二', '丙'))]);
  expect(receipt.applied).toHaveLength(2);
  expect(receipt.refused).toMatchObject([{ reason: 'locked', edit: { at: { row: 3, column: 2 } } }]);
  expect([sheet.peek(2, 1)?.value, sheet.peek(2, 2)?.value, sheet.peek(3, 2)?.value]).toEqual(['甲', '乙', '二']);
});

test('where formatting is forbidden, a long number still stays text', async () => {
  const { port, sheet } = protectedLedger();
  await port.apply([edits(edit(2, 2, '一', '110105194912310021', '@'))]);
  expect(sheet.peek(2, 2)).toMatchObject({ value: '110105194912310021', numberFormat: 'General' });
});

test('marks are refused where protection forbids formatting, and set where it does not', async () => {
  const { port, sheet } = protectedLedger();
  const marks: WorkbookChange = {
    kind: 'replace-marks',
    sheet: '台账',
    marks: [{ row: 2, column: 1, severity: 'error' }],
  };
  const receipt = await port.apply([marks, edits(edit(2, 1, '石有田', '甲'))]);
  expect(receipt.refusedSheets).toEqual([{ sheet: '台账', reason: 'locked' }]);
  expect(receipt.applied).toHaveLength(1);
  expect(sheet.formats).toEqual([]);
  sheet.allowsFormatting = true;
  expect((await port.apply([marks])).refusedSheets).toEqual([]);
  expect(sheet.formats).toHaveLength(1);
});

test('a protected structure keeps its sheets, and the edits beside them are made', async () => {
  const { host, port, sheet } = protectedLedger();
  host.isStructureProtected = true;
  const receipt = await port.apply([{ kind: 'put-sheet', plan: notes }, edits(edit(2, 1, '石有田', '甲'))]);
  expect(receipt.refusedSheets).toEqual([{ sheet: '核查记录', reason: 'locked' }]);
  expect(host.sheets.map(({ name }) => name)).toEqual(['台账']);
  expect(sheet.peek(2, 1)?.value).toBe('甲');
});

test('changes are made in their order, so that what fails first leaves the rest undone', async () => {
  const { host, port, sheet } = protectedLedger();
  await port.read();
  const add = host.add.bind(host);
  host.add = (name) => {
    if (name === '核查记录') throw new Error('no room');
    return add(name);
  };
  await expect(port.apply([{ kind: 'put-sheet', plan: notes }, edits(edit(2, 1, '石有田', '甲'))])).rejects.toThrow(
    'Excel 没有完成这一步',
  );
  expect(sheet.peek(2, 1)?.value).toBe('石有田');
});

describe('page set-up', () => {
  const printed: SheetPlan = {
    ...notes,
    page: {
      paper: 'A4',
      orientation: 'landscape',
      fitToWidth: true,
      margins: { top: 2, right: 1.5, bottom: 2, left: 1.5 },
      titleRows: { from: 1, to: 1 },
      footer: '第 &P 页，共 &N 页',
    },
  };

  test('what Excel took needs no word', async () => {
    const { port } = protectedLedger();
    expect((await port.apply([{ kind: 'put-sheet', plan: printed }])).remarks).toBeUndefined();
  });

  test('what Excel ignored is said, in the request that set it', async () => {
    const { host, port } = protectedLedger();
    await port.read();
    const sheet = host.add('核查记录');
    sheet.type(1, 1, '核查记录（甲）');
    for (const name of ['PaperSize', 'Zoom', 'PrintTitleRows', 'CenterFooter']) sheet.ignoredPageMembers.add(name);
    host.wire.sent.length = 0;
    const receipt = await port.apply([{ kind: 'put-sheet', plan: printed }]);
    expect(receipt.remarks).toEqual([
      'Excel 没有采用工作表“核查记录”的这些页面设置：纸张 A4、缩放为一页宽、每页重复第 1 至 1 行、页脚；打印前请在“页面布局”里设好。',
    ]);
    expect(host.wire.sent).toHaveLength(2);
  });
});
