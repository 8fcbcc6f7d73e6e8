import { isCellError, type CellValue } from '../../core/workbook/cell';

/** A cell's value as the preview of a change shows it. */
export function shownValue(value: CellValue): string {
  if (value === null || value === '') return '空';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}

/** Both sides of a change; where only the kind of value differs, the kind is named, or they would look alike. */
export function shownChange(from: CellValue, to: CellValue): { readonly from: string; readonly to: string } {
  const [before, after] = [shownValue(from), shownValue(to)];
  if (before !== after) return { from: before, to: after };
  return { from: `${before}（${kindOf(from)}）`, to: `${after}（${kindOf(to)}）` };
}

const kindOf = (value: CellValue): string => (typeof value === 'number' ? '数字' : '文本');
