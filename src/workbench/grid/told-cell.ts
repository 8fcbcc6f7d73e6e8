import { severityWords } from '../../core/findings/severity-words';
import { a1, areaName, cellKey, isCellError, type RowSpan } from '../../core/workbook/cell';
import { textOf } from '../../core/workbook/display-text';
import { formulaAt, styleAt, valueAt } from '../../core/workbook/snapshot';
import { marksByKey, type GridScene } from './cell-face';
import { areaOf, type Selection } from './selection';
import type { SheetLayout } from './sheet-layout';
import { editText } from './typed-value';

/** The active cell, as the address box and the content line show it. */
export interface SelectedCell {
  readonly address: string;
  /** The whole content: a formula with its `=`, else the value in full. */
  readonly content: string;
  /** Why the cell cannot be typed into, if it cannot. */
  readonly readOnly?: 'formula' | 'locked';
  readonly isStale: boolean;
  /** The rows of the whole selection. */
  readonly rows: RowSpan;
  /** Rows × columns, where more than one cell is selected. */
  readonly size?: string;
}

/** What the page shows of a selection; `typing` is the text being typed, where there is one. */
export function toldCell(scene: GridScene, layout: SheetLayout, selection: Selection, typing?: string): SelectedCell {
  const { workbook, sheet } = scene;
  const { row, column } = selection.from;
  const area = areaOf(selection, layout);
  const merge = layout.merges.at(row, column);
  const isOne = merge ? areaName(merge) === areaName(area) : area.top === area.bottom && area.left === area.right;
  const formula = formulaAt(sheet, row, column);
  const value = valueAt(sheet, row, column);
  const style = styleAt(workbook, sheet, row, column);
  const isLocked = sheet.isProtected && style.locked;
  const stands =
    formula !== undefined
      ? `=${formula}`
      : isCellError(value)
        ? value.error
        : editText(value, style, workbook.date1904);
  return {
    address: a1(row, column),
    content: typing ?? stands,
    ...(formula !== undefined ? { readOnly: 'formula' as const } : isLocked ? { readOnly: 'locked' as const } : {}),
    isStale: scene.stale.has(cellKey(row, column)),
    rows: { from: area.top, to: area.bottom },
    ...(isOne ? {} : { size: `${area.bottom - area.top + 1} 行 × ${area.right - area.left + 1} 列` }),
  };
}

/** What a screen reader says when a cell becomes the active one. */
export function spokenCell(scene: GridScene, layout: SheetLayout, selection: Selection): string {
  const { row, column } = selection.from;
  const key = cellKey(row, column);
  const mark = marksByKey(scene.sheet).get(key);
  const note = scene.sheet.notes.get(key);
  const told = toldCell(scene, layout, selection);
  return [
    told.size && `已选 ${told.size}`,
    told.address,
    textOf(scene.workbook, scene.sheet, row, column) || '空',
    mark && `有${severityWords[mark]}标记`,
    told.readOnly === 'formula' && (told.isStale ? '公式，未重新计算' : '公式'),
    told.readOnly === 'locked' && '已锁定',
    note && `批注：${note}`,
  ]
    .filter(Boolean)
    .join('，');
}
