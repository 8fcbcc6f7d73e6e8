import { memoryWorkbook } from '../../../src/adapters/memory/memory-workbook';
import { applyToSnapshot } from '../../../src/core/workbook/apply-to-snapshot';
import type { SheetPlan } from '../../../src/core/workbook/sheet-plan';
import { plainStyle, type WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { workbookPortContract } from '../workbook-port.contract';

const empty: WorkbookSnapshot = { name: '台账.xlsx', date1904: false, styles: [plainStyle], sheets: [], remarks: [] };

const snapshotOf = (plans: readonly SheetPlan[]) =>
  applyToSnapshot(
    empty,
    plans.map((plan) => ({ kind: 'put-sheet', plan })),
  ).snapshot;

workbookPortContract('memory', { make: async (plans) => memoryWorkbook(snapshotOf(plans)) });

test('tells listeners of what the person types, not of our own changes', async () => {
  const port = memoryWorkbook(
    snapshotOf([
      { name: '表', heading: '甲', columnWidths: [], rows: [{ cells: [{ value: '甲' }] }], merges: [], styles: {} },
    ]),
  );
  const heard: unknown[] = [];
  const stop = port.onEdited?.((edited) => heard.push(edited));
  await port.apply([{ kind: 'edit-cells', edits: [{ at: { sheet: '表', row: 1, column: 1 }, from: '甲', to: '乙' }] }]);
  await port.typeInto({ sheet: '表', row: 2, column: 1 }, '丙');
  stop?.();
  await port.typeInto({ sheet: '表', row: 3, column: 1 }, '丁');
  expect(heard).toEqual([{ cells: [{ sheet: '表', row: 2, column: 1 }], origin: 'typed' }]);
});
