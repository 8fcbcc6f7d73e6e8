import type { Area, CellValue } from '../../src/core/workbook/cell';
import { areaName } from '../../src/core/workbook/cell';
import type { SheetPlan } from '../../src/core/workbook/sheet-plan';

/**
 * A sheet as text, to be read by people and compared by tests: name, paper and repeated rows, then each row with its height
 * and its cells, as wide as the columns are; a merged area is one cell, `↑` where it comes from above. Not drawn: fonts.
 */
export function planPicture(plan: SheetPlan): string {
  const { page } = plan;
  const head = [
    `《${plan.name}》 ${page ? `${page.paper} ${page.orientation}` : '没有页面设置'}`,
    page?.titleRows && `每页重复第 ${page.titleRows.from}—${page.titleRows.to} 行`,
    page?.fitToWidth && '宽度一页',
    page?.header && `页眉 ${page.header}`,
    page?.footer && `页脚 ${page.footer}`,
  ];
  const covering = new Map(plan.merges.flatMap((area) => cellsIn(area).map((cell) => [cell, area] as const)));
  const lines = plan.rows.map(({ cells, height, pageBreakBefore }, index) => {
    const row = index + 1;
    let line = '';
    for (let column = 1; column <= plan.columnWidths.length; column++) {
      const area = covering.get(`${row} ${column}`);
      const { value = null, style } = cells[column - 1] ?? {};
      const right = area?.right ?? column;
      const width = plan.columnWidths.slice(column - 1, right).reduce((sum, one) => sum + one, 0);
      const text = area && area.top < row ? '↑' : shown(value, plan.styles[style ?? '']?.numberFormat);
      line += padded(text, Math.round(width)) + (plan.styles[style ?? '']?.border ? '│' : ' ');
      column = right;
    }
    return `${pageBreakBefore ? '———— 换页 ————\n' : ''}${String(row).padStart(4)} ${String(height ?? '').padStart(5)} ${line.trimEnd()}`;
  });
  return `${[...head.filter((part) => part), `列宽 ${plan.columnWidths.map(Math.round).join(' ')}`].join('；')}\n${lines.join('\n')}\n`;
}

const cellsIn = (area: Area): readonly string[] =>
  Array.from({ length: area.bottom - area.top + 1 }, (_, down) =>
    Array.from({ length: area.right - area.left + 1 }, (__, over) => `${area.top + down} ${area.left + over}`),
  ).flat();

function shown(value: CellValue, format: string | undefined): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'number' && format?.startsWith('0.00')) return value.toFixed(2);
  return String(value).replace(/\n/g, '⏎');
}

function padded(text: string, width: number): string {
  const wide = [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2), 0);
  return text + ' '.repeat(Math.max(0, width - wide));
}

/** Merges that lie on each other, which no program opens; there should be none. */
export function overlappingMerges(plan: SheetPlan): readonly string[] {
  const seen = new Set<string>();
  return plan.merges.flatMap((area) => {
    const cells = cellsIn(area);
    const overlaps = cells.some((cell) => seen.has(cell));
    cells.forEach((cell) => seen.add(cell));
    return overlaps ? [areaName(area)] : [];
  });
}
