import { cellKey } from '../../../src/core/workbook/cell';
import { cellFace, type GridScene } from '../../../src/workbench/grid/cell-face';
import { cellLook } from '../../../src/workbench/grid/cell-look';
import { layoutOf } from '../../../src/workbench/grid/sheet-layout';
import { plainStyle } from '../../../src/core/workbook/snapshot';
import { workbookOf } from './sheet-of';

const workbook = workbookOf(
  [
    {
      rows: [
        ['很长很长很长很长的一句话', null, 12, '109901195203071234'],
        ['表头', null, 123456789012, 4],
      ],
      styleRows: [
        [0, 0, 1, 0],
        [2, 2, 0, 0],
      ],
      merges: [{ top: 2, left: 1, bottom: 2, right: 2 }],
      formulas: [[1, 3, 'A1']],
      notes: new Map([[cellKey(1, 4), '待核对']]),
      marks: [
        { row: 1, column: 4, severity: 'note' },
        { row: 1, column: 4, severity: 'error' },
      ],
      columnWidths: new Map([[4, 30]]),
    },
  ],
  [{}, { numberFormat: '0.00' }, { border: { right: true, bottom: true } }],
);
const [sheet] = workbook.sheets;
const layout = layoutOf(workbook, sheet);
const scene: GridScene = { workbook, sheet, stale: new Set([cellKey(1, 3)]) };
const face = (row: number, column: number) => cellFace(scene, layout, row, column, layout.merges.at(row, column));

describe('how a cell is drawn', () => {
  test('a formula shows its result, is read-only and says that it was not recalculated', () => {
    expect(face(1, 3)).toMatchObject({ text: '12.00', isReadOnly: true, label: '12.00，公式，未重新计算' });
    expect(face(1, 3).classes.split(' ')).toEqual(expect.arrayContaining(['stale', 'to-right']));
  });
  test('a formula that was never calculated does not look empty', () => {
    const fresh = workbookOf([{ rows: [[1, null]], formulas: [[1, 2, 'A1*2']] }]);
    const [only] = fresh.sheets;
    const drawn = cellFace({ workbook: fresh, sheet: only, stale: new Set() }, layoutOf(fresh, only), 1, 2, undefined);
    expect(drawn).toMatchObject({ text: '未计算', isReadOnly: true, label: '未计算，公式' });
  });
  test('an indent takes its room from the text, on the side where it stands', () => {
    const styled = workbookOf(
      [
        {
          rows: [['三四五六七', 1234567]],
          styleRows: [[1, 2]],
          columnWidths: new Map([
            [1, 12],
            [2, 9],
          ]),
        },
      ],
      [{}, { indent: 5, horizontal: 'left', wrap: true }, { indent: 3, horizontal: 'right' }],
    );
    const [only] = styled.sheets;
    const placed = layoutOf(styled, only);
    expect(cellLook(styled.styles[1])).toContain('padding-left:49px');
    expect(cellLook(styled.styles[2])).toContain('padding-right:31px');
    expect(cellLook({ ...plainStyle, indent: 5, horizontal: 'center' })).not.toContain('padding');
    expect(placed.rows.size(1)).toBeGreaterThan(30);
    const drawn = cellFace({ workbook: styled, sheet: only, stale: new Set() }, placed, 1, 2, undefined);
    expect(drawn.text).toMatch(/^#+$/);
  });
  test('of several marks on a cell the worst is drawn, and a note is said', () => {
    expect(face(1, 4).classes.split(' ')).toEqual(expect.arrayContaining(['mark-error', 'has-note']));
    expect(face(1, 4).label).toBe('109901195203071234，有错误标记，有批注');
  });
  test('a long text runs over empty neighbours as far as the next filled cell', () => {
    expect(face(1, 1).spill).toBe(80);
  });
  test('a number too wide for its cell is never cut short', () => {
    expect(face(2, 3).text).toMatch(/^#+$/);
    expect(face(2, 4).text).toBe('4');
  });
  test('a merge takes its outer lines from its last cells', () => {
    expect(face(2, 1).classes.split(' ')).toEqual(expect.arrayContaining(['merged', 'line-right', 'line-below']));
  });
  test('nothing from a file reaches the style sheet unread', () => {
    const look = cellLook({
      ...plainStyle,
      fill: 'red;}body{display:none' as string,
      font: { name: 'x";}*{color:red', color: 'url(x)' },
    });
    expect(look).not.toMatch(/[{}]|url|display/);
  });
});
