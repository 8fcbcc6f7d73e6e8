import { memoryWorkbook } from '../../src/adapters/memory/memory-workbook';
import type { CellAt } from '../../src/core/workbook/cell';
import type { EditedCells } from '../../src/core/workbook/port';
import { valueAt } from '../../src/core/workbook/snapshot';
import { workbenchPort } from '../../src/workbench/workbench-port';
import { workbookOf } from './grid/sheet-of';

const start = workbookOf([
  {
    name: '台账',
    rows: [
      ['张三', 3],
      ['合计', 3],
    ],
    formulas: [[2, 2, 'SUM(B1:B1)']],
  },
  { name: '说明', rows: [['说明']] },
]);
const at = (row: number, column: number): CellAt => ({ sheet: '台账', row, column });

async function onScreen() {
  const memory = memoryWorkbook(start);
  const file = Object.assign(memory, { canSave: true, saveName: '台账.xlsx', save: async () => new Uint8Array([1]) });
  const port = workbenchPort(file, await memory.read());
  const edited: EditedCells[] = [];
  port.onEdited((cells) => edited.push(cells));
  const value = (row: number, column: number) => valueAt(port.state().snapshot.sheets[0], row, column);
  return { port, memory, edited, value };
}

describe('the workbook on screen', () => {
  test('an edit of the person is made, told, undone and made again', async () => {
    const { port, edited, value } = await onScreen();
    await port.edit([{ at: at(1, 2), from: 3, to: 4 }], 'typed');
    expect(value(1, 2)).toBe(4);
    expect(port.state().unsaved).toBe(true);
    await port.undo();
    expect(value(1, 2)).toBe(3);
    expect(port.state()).toMatchObject({ unsaved: false, canUndo: false, canRedo: true });
    await port.redo();
    expect(value(1, 2)).toBe(4);
    expect(edited.map(({ origin }) => origin)).toEqual(['typed', 'undo', 'undo']);
  });

  test('edits made at once are carried out one after the other', async () => {
    const { port, value } = await onScreen();
    await Promise.all([
      port.edit([{ at: at(1, 2), from: 3, to: 4 }], 'typed'),
      port.edit([{ at: at(1, 2), from: 4, to: 5 }], 'typed'),
    ]);
    expect(value(1, 2)).toBe(5);
  });

  test('a refusal is said in a sentence and changes nothing', async () => {
    const { port, edited, value } = await onScreen();
    await port.edit([{ at: at(2, 2), from: 3, to: 9 }], 'typed');
    expect(value(2, 2)).toBe(3);
    expect(port.state().said?.sentence).toContain('公式');
    expect(edited).toEqual([]);
    expect(port.state().unsaved).toBe(false);
  });

  test('formulas over a changed cell are known as not recalculated', async () => {
    const { port } = await onScreen();
    await port.edit([{ at: at(1, 2), from: 3, to: 4 }], 'typed');
    expect(port.state().stale.get('台账')?.size).toBe(1);
  });

  test('changes of the panel are drawn but not told, and undo does not pass them unasked', async () => {
    const { port, edited, value } = await onScreen();
    await port.edit([{ at: at(1, 1), from: '张三', to: '李四' }], 'typed');
    const receipt = await port.apply([{ kind: 'edit-cells', edits: [{ at: at(1, 2), from: 3, to: 6 }] }]);
    expect(receipt.applied).toHaveLength(1);
    expect(value(1, 2)).toBe(6);
    expect(edited).toHaveLength(1);
    await port.undo();
    expect(port.state().said?.sentence).toContain('面板');
    expect(value(1, 1)).toBe('李四');
    await port.undo();
    expect(value(1, 1)).toBe('张三');
    expect(value(1, 2)).toBe(6);
    expect(port.state().unsaved).toBe(true);
  });

  test('showing a cell turns to its sheet first', async () => {
    const { port } = await onScreen();
    const shown: CellAt[] = [];
    port.onActivated((cell) => shown.push(cell));
    await port.activate({ sheet: '说明', row: 1, column: 1 });
    expect(port.state().sheet).toBe('说明');
    expect(shown).toEqual([{ sheet: '说明', row: 1, column: 1 }]);
    await port.activate({ sheet: '没有', row: 1, column: 1 });
    expect(port.state().sheet).toBe('说明');
  });

  test('saved is saved until the next change', async () => {
    const { port } = await onScreen();
    await port.edit([{ at: at(1, 2), from: 3, to: 4 }], 'typed');
    port.saved();
    expect(port.state().unsaved).toBe(false);
    await port.undo();
    expect(port.state().unsaved).toBe(true);
    await port.redo();
    expect(port.state().unsaved).toBe(false);
  });
});
