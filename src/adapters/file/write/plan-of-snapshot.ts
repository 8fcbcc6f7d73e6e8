import { sameValue } from '../../../core/workbook/cell';
import type { PlanCell, PlanStyle, SheetPlan } from '../../../core/workbook/sheet-plan';
import {
  plainStyle,
  valueAt,
  type CellStyle,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../../core/workbook/snapshot';

/** The plan a sheet was drawn from, with whatever was typed into it since. */
export function planAsEdited(workbook: WorkbookSnapshot, sheet: SheetSnapshot, plan: SheetPlan): SheetPlan {
  const styles: Record<string, PlanStyle> = { ...plan.styles };
  let touched = false;
  const rows = Array.from({ length: Math.max(plan.rows.length, sheet.rows.length) }, (_, at) => {
    const planned = plan.rows[at];
    const count = Math.max(planned?.cells.length ?? 0, sheet.rows[at]?.length ?? 0);
    let changed = planned === undefined;
    const cells = Array.from({ length: count }, (_cell, index): PlanCell => {
      const cell = planned?.cells[index] ?? { value: null };
      const value = valueAt(sheet, at + 1, index + 1);
      const { numberFormat } = styleOf(workbook, sheet, at + 1, index + 1);
      const style = cell.style === undefined ? undefined : plan.styles[cell.style];
      const reformatted = numberFormat !== (style?.numberFormat ?? 'General');
      if (!reformatted && sameValue(value, cell.value)) return cell;
      changed = true;
      if (!reformatted) return { ...cell, value };
      const key = `${cell.style ?? ''} ${numberFormat}`;
      styles[key] = { ...style, numberFormat };
      return { value, style: key };
    });
    touched ||= changed;
    return changed ? { ...planned, cells } : planned;
  });
  return touched ? { ...plan, rows, styles } : plan;
}

/** A plan that shows what the sheet shows; for a workbook written anew, so the sheet need not be one of ours. */
export function planOfSheet(workbook: WorkbookSnapshot, sheet: SheetSnapshot): SheetPlan {
  const styles: Record<string, PlanStyle> = {};
  const rows = Array.from({ length: Math.max(sheet.rowCount, sheet.styleRows.length) }, (_, at) => {
    const count = Math.max(sheet.rows[at]?.length ?? 0, sheet.styleRows[at]?.length ?? 0);
    const height = sheet.rowHeights.get(at + 1);
    return {
      ...(height === undefined ? {} : { height }),
      cells: Array.from({ length: count }, (_cell, index): PlanCell => {
        const value = valueAt(sheet, at + 1, index + 1);
        const style = sheet.styleRows[at]?.[index] ?? 0;
        const key = `s${style}`;
        styles[key] ??= planStyle(workbook.styles[style] ?? plainStyle);
        return { value, style: key };
      }),
    };
  });
  const widest = Math.max(0, ...sheet.columnWidths.keys());
  return {
    name: sheet.name,
    heading: '',
    columnWidths: Array.from({ length: widest }, (_, at) => sheet.columnWidths.get(at + 1) ?? sheet.defaultColumnWidth),
    rows,
    merges: sheet.merges,
    styles,
    frozen: sheet.frozen,
    visibility: sheet.visibility === 'visible' ? 'visible' : 'hidden',
  };
}

const styleOf = (workbook: WorkbookSnapshot, sheet: SheetSnapshot, row: number, column: number): CellStyle =>
  workbook.styles[sheet.styleRows[row - 1]?.[column - 1] ?? 0] ?? plainStyle;

function planStyle(style: CellStyle): PlanStyle {
  const { font, border } = style;
  const planned: PlanStyle = {
    ...(font?.name === undefined ? {} : { font: font.name }),
    ...(font?.size === undefined ? {} : { size: font.size }),
    ...(font?.bold ? { bold: true } : {}),
    ...(font?.color === undefined ? {} : { color: font.color }),
    ...(style.fill === undefined ? {} : { fill: style.fill }),
    ...(border?.top || border?.bottom ? { border: true } : {}),
    ...(style.horizontal === undefined
      ? {}
      : { horizontal: style.horizontal === 'justify' ? 'left' : style.horizontal }),
    ...(style.vertical === undefined ? {} : { vertical: style.vertical }),
    ...(style.wrap ? { wrap: true } : {}),
    ...(style.numberFormat === 'General' ? {} : { numberFormat: style.numberFormat }),
  };
  return planned;
}
