import type { CellValue } from '../../src/core/workbook/cell';
import type { CellEdit, WorkbookChange } from '../../src/core/workbook/change';
import type { WorkbookPort } from '../../src/core/workbook/port';
import type { SheetPlan } from '../../src/core/workbook/sheet-plan';
import { sheetNamed, styleAt, valueAt, type WorkbookSnapshot } from '../../src/core/workbook/snapshot';

/** How an adapter under contract makes a workbook of these sheets, and how it is saved and opened again where it can be. */
export interface PortMaker {
  readonly make: (plans: readonly SheetPlan[]) => Promise<WorkbookPort>;
  readonly reopen?: (port: WorkbookPort) => Promise<WorkbookPort>;
  /** The host draws the cells itself, so the adapter reads number formats only. */
  readonly looksUnread?: boolean;
}

const ledgerPlan: SheetPlan = {
  name: '台账',
  heading: '冬春救助台账',
  columnWidths: [12, 24, 10],
  rows: [
    { cells: [{ value: '冬春救助台账', style: 'title' }] },
    {
      cells: [
        { value: '户主姓名', style: 'head' },
        { value: '身份证号', style: 'head' },
        { value: '人数', style: 'head' },
      ],
    },
    { cells: [{ value: '石有田', style: 'text' }, { value: '11010519491231002X', style: 'text' }, { value: 3 }] },
    { cells: [{ value: '木成林', style: 'text' }, { value: null, style: 'plain' }, { value: true }] },
  ],
  merges: [{ top: 1, left: 1, bottom: 1, right: 3 }],
  styles: {
    title: { bold: true, size: 16, horizontal: 'center' },
    head: { bold: true, border: true, fill: '#ddebf7' },
    text: { numberFormat: '@', border: true },
    plain: { border: true },
  },
  frozen: { rows: 2, columns: 1 },
};

const notePlan = (heading: string, text: string): SheetPlan => ({
  name: '核查记录',
  heading,
  columnWidths: [40],
  rows: [{ cells: [{ value: heading }] }, { cells: [{ value: text }] }],
  merges: [],
  styles: {},
});

const edit = (row: number, column: number, from: CellValue, to: CellEdit['to'], numberFormat?: string): CellEdit => ({
  at: { sheet: '台账', row, column },
  from,
  to,
  ...(numberFormat ? { numberFormat } : {}),
});

const edits = (...list: CellEdit[]): WorkbookChange => ({ kind: 'edit-cells', edits: list });

/** What every adapter must do alike. Each case also holds after saving and opening again, where the adapter can do that. */
export function workbookPortContract(name: string, { make, reopen, looksUnread }: PortMaker): void {
  const seen = async (port: WorkbookPort): Promise<readonly WorkbookSnapshot[]> => [
    await port.read(),
    ...(reopen ? [await (await reopen(port)).read()] : []),
  ];
  const sheetOf = (snapshot: WorkbookSnapshot, sheet = '台账') => {
    const found = sheetNamed(snapshot, sheet);
    if (!found) throw new Error(`no sheet ${sheet}`);
    return found;
  };
  const cell = (snapshot: WorkbookSnapshot, row: number, column: number) => valueAt(sheetOf(snapshot), row, column);

  describe(`workbook port: ${name}`, () => {
    test('reads back values with their types, looks, merges and frozen panes', async () => {
      for (const snapshot of await seen(await make([ledgerPlan]))) {
        const sheet = sheetOf(snapshot);
        expect(
          sheet.rows.slice(0, 4).map((_row, at) => [1, 2, 3].map((column) => valueAt(sheet, at + 1, column))),
        ).toEqual([
          ['冬春救助台账', null, null],
          ['户主姓名', '身份证号', '人数'],
          ['石有田', '11010519491231002X', 3],
          ['木成林', null, true],
        ]);
        expect(sheet.merges).toEqual(ledgerPlan.merges);
        expect(sheet.frozen).toEqual({ rows: 2, columns: 1 });
        expect(styleAt(snapshot, sheet, 3, 2).numberFormat).toBe('@');
        if (!looksUnread)
          expect(styleAt(snapshot, sheet, 2, 1)).toMatchObject({ fill: '#ddebf7', font: { bold: true } });
      }
    });

    test('applies edits and takes them back with the receipt', async () => {
      const port = await make([ledgerPlan]);
      const receipt = await port.apply([edits(edit(3, 3, 3, 4), edit(4, 2, null, '110105194912310021', '@'))]);
      expect(receipt.applied).toHaveLength(2);
      expect(receipt.refused).toEqual([]);
      for (const snapshot of await seen(port)) {
        expect(cell(snapshot, 3, 3)).toBe(4);
        expect(cell(snapshot, 4, 2)).toBe('110105194912310021');
        expect(styleAt(snapshot, sheetOf(snapshot), 4, 2).numberFormat).toBe('@');
      }
      const back = await port.apply(receipt.undo);
      expect(back.refused).toEqual([]);
      for (const snapshot of await seen(port)) {
        expect(cell(snapshot, 3, 3)).toBe(3);
        expect(cell(snapshot, 4, 2)).toBeNull();
        expect(styleAt(snapshot, sheetOf(snapshot), 4, 2).numberFormat).toBe('General');
      }
    });

    test('refuses an edit whose cell has changed meanwhile, and does the others', async () => {
      const port = await make([ledgerPlan]);
      await port.apply([edits(edit(3, 1, '石有田', '石有天'))]);
      const receipt = await port.apply([edits(edit(3, 1, '石有田', '石有地'), edit(3, 3, 3, 5))]);
      expect(receipt.refused).toMatchObject([{ reason: 'changed', found: '石有天' }]);
      for (const snapshot of await seen(port)) {
        expect(cell(snapshot, 3, 1)).toBe('石有天');
        expect(cell(snapshot, 3, 3)).toBe(5);
      }
    });

    test('refuses the covered cells of a merge, missing sheets and texts no cell can hold', async () => {
      const port = await make([ledgerPlan]);
      const receipt = await port.apply([
        edits(
          edit(1, 2, null, '甲'),
          { ...edit(3, 1, '石有田', '乙'), at: { sheet: '没有', row: 3, column: 1 } },
          edit(3, 1, '石有田', '长'.repeat(32_768)),
        ),
      ]);
      expect(receipt.applied).toEqual([]);
      expect(receipt.refused.map((refusal) => refusal.reason)).toEqual(['merged-away', 'sheet-missing', 'too-long']);
    });

    test('keeps text text: long numbers, leading zeros, signs of formulas', async () => {
      const port = await make([ledgerPlan]);
      await port.apply([
        edits(
          edit(3, 2, '11010519491231002X', '000123'),
          edit(4, 2, null, '=1+1'),
          edit(4, 1, '木成林', '  两 端 空格 '),
        ),
      ]);
      for (const snapshot of await seen(port)) {
        expect([cell(snapshot, 3, 2), cell(snapshot, 4, 2), cell(snapshot, 4, 1)]).toEqual([
          '000123',
          '=1+1',
          '  两 端 空格 ',
        ]);
        expect(sheetOf(snapshot).formulas.size).toBe(0);
      }
    });

    test('replaces marks instead of piling them up, and clears them without touching the cells', async () => {
      const port = await make([ledgerPlan]);
      const [before] = await seen(port);
      await port.apply([{ kind: 'replace-marks', sheet: '台账', marks: [{ row: 3, column: 2, severity: 'error' }] }]);
      const marks = [
        { row: 3, column: 3, severity: 'warning' },
        { row: 4, column: 3, severity: 'warning' },
        { row: 4, column: 1, severity: 'note' },
      ] as const;
      await port.apply([{ kind: 'replace-marks', sheet: '台账', marks }]);
      for (const snapshot of await seen(port)) {
        const sheet = sheetOf(snapshot);
        expect(new Set(sheet.marks.map((mark) => `${mark.row} ${mark.column} ${mark.severity}`))).toEqual(
          new Set(marks.map((mark) => `${mark.row} ${mark.column} ${mark.severity}`)),
        );
        expect(styleAt(snapshot, sheet, 3, 2)).toEqual(styleAt(before, sheetOf(before), 3, 2));
      }
      await port.apply([{ kind: 'replace-marks', sheet: '台账', marks: [] }]);
      for (const snapshot of await seen(port)) {
        expect(sheetOf(snapshot).marks).toEqual([]);
        expect(cell(snapshot, 3, 2)).toBe('11010519491231002X');
      }
    });

    test('puts a sheet of ours at the end, replaces it, and never another of the same name', async () => {
      const port = await make([ledgerPlan]);
      const first = await port.apply([{ kind: 'put-sheet', plan: notePlan('核查记录（甲）', '第一次') }]);
      await port.apply([{ kind: 'put-sheet', plan: notePlan('核查记录（甲）', '第二次') }]);
      const foreign = await port.apply([{ kind: 'put-sheet', plan: notePlan('别的标题', '不该出现') }]);
      expect(foreign.refusedSheets).toEqual([{ sheet: '核查记录', reason: 'sheet-not-ours' }]);
      for (const snapshot of await seen(port)) {
        expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(['台账', '核查记录']);
        expect(valueAt(sheetOf(snapshot, '核查记录'), 2, 1)).toBe('第二次');
      }
      await port.apply(first.undo);
      for (const snapshot of await seen(port)) expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(['台账']);
    });

    test('writes into a sheet put by the same step, and takes both back', async () => {
      const port = await make([ledgerPlan]);
      const at = (row: number) => ({ sheet: '核查记录', row, column: 1 });
      const receipt = await port.apply([
        { kind: 'put-sheet', plan: notePlan('核查记录（甲）', '内容') },
        edits(
          { at: at(2), from: '内容', to: '2026-01-10 15:04', numberFormat: '@' },
          { at: at(3), from: null, to: '=不是同一人', numberFormat: '@' },
        ),
      ]);
      expect([receipt.applied.length, receipt.refused, receipt.refusedSheets]).toEqual([2, [], []]);
      for (const snapshot of await seen(port)) {
        const sheet = sheetOf(snapshot, '核查记录');
        expect([2, 3].map((row) => valueAt(sheet, row, 1))).toEqual(['2026-01-10 15:04', '=不是同一人']);
      }
      await port.apply(receipt.undo);
      for (const snapshot of await seen(port)) expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(['台账']);
    });

    test('removes only sheets of ours, and puts them back on undo', async () => {
      const port = await make([ledgerPlan, notePlan('核查记录（甲）', '内容')]);
      const refused = await port.apply([{ kind: 'remove-sheet', sheet: '台账', heading: '核查记录（甲）' }]);
      expect(refused.refusedSheets).toEqual([{ sheet: '台账', reason: 'sheet-not-ours' }]);
      const removed = await port.apply([{ kind: 'remove-sheet', sheet: '核查记录', heading: '核查记录（甲）' }]);
      for (const snapshot of await seen(port)) expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(['台账']);
      await port.apply(removed.undo);
      for (const snapshot of await seen(port)) expect(valueAt(sheetOf(snapshot, '核查记录'), 2, 1)).toBe('内容');
    });
  });
}
