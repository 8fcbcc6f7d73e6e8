import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellKey } from '../../../../src/core/workbook/cell';
import { styleAt, valueAt } from '../../../../src/core/workbook/snapshot';
import { nodeCodec } from '../../../../src/adapters/file/package/node-codec';
import { readFile } from '../../../../src/adapters/file/read/read-file';

// One workbook as openpyxl wrote it and as LibreOffice converted it; tests/corpus/read/make.py tells how.

const read = async (name: string) =>
  (
    await readFile(new Uint8Array(readFileSync(join(__dirname, '../../../corpus/read', name))), name, {
      codec: nodeCodec,
    })
  ).snapshot;

describe.each(['openpyxl.xlsx', 'libreoffice.xlsx', 'libreoffice.xls'])('%s', (name) => {
  test('content', async () => {
    const [sheet, words] = (await read(name)).sheets;
    expect(sheet.rows[1]).toEqual(['户主姓名', '身份证号', '救助人口', '救助金额', '填报日期', '备注']);
    for (let row = 3; row <= 7; row++) {
      expect(valueAt(sheet, row, 1)).toBe(`杨文梅${row - 2}`);
      expect(valueAt(sheet, row, 2)).toBe('11010519491231002X');
      expect(valueAt(sheet, row, 3)).toBe(row - 2);
      // openpyxl leaves it to others to calculate.
      expect(valueAt(sheet, row, 4)).toBe(name.startsWith('openpyxl') ? null : (row - 2) * 150);
      expect(sheet.formulas.get(cellKey(row, 4))).toBe(`C${row}*150`);
      expect(valueAt(sheet, row, 5)).toBe(46_020 + row);
    }
    expect(sheet.formulas.get(cellKey(8, 4))).toBe('SUM(D3:D7)');
    // openpyxl wrote 15 digits of it.
    expect(valueAt(sheet, 8, 2)).toBe(110105194912310000);
    expect(valueAt(sheet, 4, 6)).toBe('现金 <&> "好"');
    expect(sheet.notes.get(cellKey(4, 6))).toContain('请核对账号');
    expect([words.visibility, words.rows]).toEqual(['hidden', [['五保户']]]);
  });

  test('set-up', async () => {
    const snapshot = await read(name);
    const [sheet] = snapshot.sheets;
    expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 6 }]);
    expect(sheet.hiddenRows).toEqual(new Set([5]));
    expect(sheet.hiddenColumns).toEqual(new Set([3]));
    expect(sheet.isProtected).toBe(true);
    expect([sheet.rowCount, sheet.columnCount]).toEqual([8, 6]);
    expect(styleAt(snapshot, sheet, 3, 4).numberFormat).toBe('0.00');
    expect(styleAt(snapshot, sheet, 3, 5).numberFormat.replace(/["\\]/g, '')).toBe('yyyy年m月d日');
    if (name.endsWith('.xls')) return;
    expect(styleAt(snapshot, sheet, 2, 1)).toMatchObject({ fill: '#ffeb9c', border: { left: true, bottom: true } });
    expect(styleAt(snapshot, sheet, 1, 1)).toMatchObject({ font: { size: 22, bold: true }, horizontal: 'center' });
    expect([styleAt(snapshot, sheet, 3, 6).locked, styleAt(snapshot, sheet, 3, 5).locked]).toEqual([false, true]);
    expect(sheet.columnWidths.get(2)).toBeCloseTo(22, 0);
  });
});
