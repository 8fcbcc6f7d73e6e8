import { layoutOf } from '../../../src/workbench/grid/sheet-layout';
import { workbookOf } from './sheet-of';

describe('a sheet laid out', () => {
  test('given sizes are kept, in pixels', () => {
    const workbook = workbookOf([
      {
        rows: [['a']],
        rowHeights: new Map([[1, 36]]),
        columnWidths: new Map([[1, 20]]),
        frozen: { rows: 1, columns: 1 },
      },
    ]);
    const { rows, columns } = layoutOf(workbook, workbook.sheets[0]);
    expect(rows.size(1)).toBe(48);
    expect(columns.size(1)).toBe(160);
    expect([rows.frozen, columns.frozen]).toEqual([1, 1]);
  });

  test('a row without a height has room for wrapped text and large fonts, but merged cells do not count', () => {
    const long = '户主在外地务工由其父亲代领并已电话核对';
    const workbook = workbookOf(
      [
        {
          rows: [[long], ['短'], [long, null], ['大']],
          styleRows: [[1], [1], [1], [2]],
          merges: [{ top: 3, left: 1, bottom: 3, right: 2 }],
        },
      ],
      [{}, { wrap: true }, { font: { size: 24 } }],
    );
    const { rows } = layoutOf(workbook, workbook.sheets[0]);
    expect(rows.size(1)).toBeGreaterThan(60);
    expect(rows.size(2)).toBe(21);
    expect(rows.size(3)).toBe(21);
    expect(rows.size(4)).toBeGreaterThan(40);
  });

  test('there is room to type below and beside what is there', () => {
    const workbook = workbookOf([{ rows: [['a']] }]);
    const { rows, columns } = layoutOf(workbook, workbook.sheets[0]);
    expect(rows.count).toBeGreaterThan(20);
    expect(columns.count).toBeGreaterThan(5);
  });
});
