import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { Area } from '../../core/workbook/cell';
import { a1, areaName, cellKey, isCellError } from '../../core/workbook/cell';
import { whyNotEditable } from '../../core/workbook/apply-to-snapshot';
import type { CellEdit } from '../../core/workbook/change';
import { textOf } from '../../core/workbook/display-text';
import type { EditedCells } from '../../core/workbook/port';
import { formulaAt, styleAt, valueAt } from '../../core/workbook/snapshot';
import { refusalSentence } from '../refusal-sentence';
import { scrollToShow, withRoom, type Axis } from './axis';
import { cellEditor } from './cell-editor';
import { severityWords } from '../../core/findings/severity-words';
import { marksByKey, type GridScene } from './cell-face';
import { clipboardTable } from './clipboard-table';
import { blockOf, editForTyping, editsForClearing, editsForPaste, valuesOf } from './edit-commands';
import type { KeyCommand } from './key-command';
import { notePopup } from './note-popup';
import {
  columnHead,
  headHeight,
  headWidth,
  newRow,
  paintRow,
  paintSelection,
  part,
  shownFrom,
  type DrawnRow,
} from './row-painter';
import {
  areaOf,
  lastPlace,
  leap,
  mergedPlace,
  page,
  same,
  selectionAt,
  step,
  type Place,
  type Selection,
} from './selection';
import { layoutOf, sameLayout, type SheetLayout } from './sheet-layout';
import { styleClasses } from './style-classes';
import { parseTabSeparated, writeTabSeparated } from './tab-separated';
import { editText } from './typed-value';

/** What the grid tells the page. */
export interface GridEvents {
  /** The active cell, as the address box and the content line show it. */
  readonly selected: (told: SelectedCell) => void;
  /** The person changed cells; the page carries it out and shows the new snapshot. */
  readonly edited: (edits: readonly CellEdit[], origin: EditedCells['origin']) => void;
  readonly command: (command: 'undo' | 'redo' | 'save' | 'open' | 'leave' | 'next-sheet' | 'previous-sheet') => void;
  /** A sentence for the status line. */
  readonly said: (sentence: string) => void;
}

export interface SelectedCell {
  readonly address: string;
  /** The whole content: a formula with its `=`, else the value in full. */
  readonly content: string;
  /** Why the cell cannot be typed into, if it cannot. */
  readonly readOnly?: 'formula' | 'locked';
  readonly isStale: boolean;
  /** Rows × columns, where more than one cell is selected. */
  readonly size?: string;
}

export interface GridView {
  readonly element: HTMLElement;
  /** Draws a scene: another sheet, or the same sheet changed. */
  readonly show: (scene: GridScene) => void;
  /** Selects a cell and scrolls it out from under the frozen panes. */
  readonly reveal: (place: Place) => void;
  readonly selectArea: (area: Area) => void;
  readonly focus: () => void;
  /** Ends typing and hands over what was typed. */
  readonly commit: () => void;
  readonly remove: () => void;
}

interface SheetView {
  readonly selection: Selection;
  readonly top: number;
  readonly left: number;
}

/** The grid of the workbench: draws a sheet and turns what a person does with it into edits. It never changes the workbook itself. */
export function gridView(events: GridEvents): GridView {
  const element = part('div', 'grid');
  const scroller = part('div', 'scroller');
  const canvas = part('div', 'canvas');
  const top = part('div', 'frozen-rows');
  const letters = part('div', 'row letters');
  const corner = part('div', 'lead');
  const body = part('div', 'body');
  const overlay = part('div', 'overlay');
  const live = part('div', 'sr-only');
  const styles = styleClasses();
  const note = notePopup();

  scroller.setAttribute('role', 'grid');
  scroller.setAttribute('aria-multiselectable', 'true');
  scroller.tabIndex = -1;
  for (const group of [canvas, corner]) group.setAttribute('role', 'none');
  for (const group of [top, body]) group.setAttribute('role', 'rowgroup');
  letters.setAttribute('role', 'row');
  letters.setAttribute('aria-rowindex', '1');
  live.setAttribute('aria-live', 'polite');
  live.setAttribute('role', 'status');
  letters.style.height = `${headHeight}px`;

  let scene: GridScene | undefined;
  let full: SheetLayout | undefined;
  let layout: SheetLayout | undefined;
  let selection = selectionAt(1, 1);
  let rowWindow: Virtualizer<HTMLElement, HTMLElement> | undefined;
  let columnWindow: Virtualizer<HTMLElement, HTMLElement> | undefined;
  let stopWindows: () => void = () => undefined;
  let drawnRows = new Map<number, DrawnRow>();
  let drawnLetters = new Map<number, HTMLElement>();
  let drawnColumns: readonly number[] = [];
  let copied: { readonly text: string; readonly values: ReturnType<typeof valuesOf> } | undefined;
  const views = new Map<string, SheetView>();

  const editor = cellEditor({
    command: (command) => obey(command),
    begin: () => {
      if (!scene) return '';
      const reason = whyNotEditable(scene.workbook, { sheet: scene.sheet.name, ...selection.from });
      if (reason === undefined) bringIntoView(selection.from);
      return reason && refusalSentence(reason);
    },
    refused: (sentence) => events.said(sentence),
    changed: () => placeEditor(),
    end: (text, then) => {
      placeEditor();
      if (scene && text !== undefined) {
        if (text.startsWith('=') && text.length > 1) events.said('这里不写公式：请填算好的数值，或在 Excel 里写公式。');
        else {
          const edit = editForTyping(scene.workbook, scene.sheet, selection.from, text);
          if (edit) events.edited([edit], 'typed');
        }
      }
      if (then) obey(then);
    },
    copy: (clipboard, cut) => copy(clipboard, cut),
    paste: (text) => paste(text),
  });

  const space = part('div', 'frozen-space');
  corner.className = 'lead corner';
  corner.title = '全选';
  letters.appendChild(corner);
  top.append(letters, space);
  canvas.append(top, body);
  scroller.appendChild(canvas);
  overlay.append(editor.element, note.element);
  element.append(scroller, overlay, live);

  function relayout(): void {
    if (!scene || !full) return;
    stopWindows();
    layout = {
      ...full,
      rows: withRoom(full.rows, scroller.clientHeight - headHeight || Infinity),
      columns: withRoom(full.columns, scroller.clientWidth - headWidth || Infinity),
    };
    const { rows, columns } = layout;
    for (const row of drawnRows.values()) row.element.remove();
    for (const letter of drawnLetters.values()) letter.remove();
    drawnRows = new Map();
    drawnLetters = new Map();
    drawnColumns = [];
    canvas.style.width = `${headWidth + columns.total}px`;
    canvas.style.height = `${headHeight + rows.total}px`;
    top.style.height = `${headHeight + rows.frozenSize}px`;
    top.classList.toggle('has-frozen', rows.frozen > 0);
    corner.style.width = `${headWidth + columns.frozenSize}px`;
    element.classList.toggle('has-frozen-columns', columns.frozen > 0);
    scroller.setAttribute('aria-rowcount', String(rows.count + 1));
    scroller.setAttribute('aria-colcount', String(columns.count + 1));
    scroller.setAttribute('aria-label', `工作表 ${scene.sheet.name}`);
    rowWindow = windowOver(scroller, rows, headHeight, false, 10, draw);
    columnWindow = windowOver(scroller, columns, headWidth, true, 2, draw);
    const stops = [rowWindow._didMount(), columnWindow._didMount()];
    stopWindows = () => stops.forEach((stop) => stop());
    rowWindow._willUpdate();
    columnWindow._willUpdate();
  }

  function draw(): void {
    if (!scene || !layout || !rowWindow || !columnWindow) return;
    const { rows, columns } = layout;
    const { sheet } = scene;
    const rowLines = linesIn(rowWindow, rows);
    drawnColumns = linesIn(columnWindow, columns);
    const wantedRows = new Set(rowLines);
    // A merge that begins above the window still shows its lower part.
    const first = rowLines.find((row) => row > rows.frozen);
    const onlyMerged = new Set<number>();
    if (first !== undefined) {
      for (const merge of layout.merges.inRow(first)) {
        const row = shownFrom(rows, merge.top, merge.bottom);
        if (!wantedRows.has(row)) {
          wantedRows.add(row);
          onlyMerged.add(row);
        }
      }
    }
    for (const [row, drawn] of drawnRows) {
      if (!wantedRows.has(row)) {
        drawn.element.remove();
        drawnRows.delete(row);
      }
    }
    const { workbook } = scene;
    const brush = { scene, layout, columns: drawnColumns, classOf: (style: number) => styles.classOf(workbook, style) };
    const area = areaOf(selection, layout);
    for (const row of wantedRows) {
      let drawn = drawnRows.get(row);
      if (!drawn) {
        drawn = newRow(row, layout);
        drawnRows.set(row, drawn);
        (row <= rows.frozen ? space : body).appendChild(drawn.element);
      }
      drawn.element.classList.toggle('last-frozen', row === rows.frozen);
      paintRow(row, drawn, brush, onlyMerged.has(row));
      paintSelection(row, drawn, selection, area);
    }
    drawLetters();
    stretch();
    placeEditor();
    element.dataset.sheet = sheet.name;
  }

  function drawLetters(): void {
    if (!layout) return;
    const wanted = new Set(drawnColumns);
    for (const [column, letter] of drawnLetters) {
      if (!wanted.has(column)) {
        letter.remove();
        drawnLetters.delete(column);
      }
    }
    const area = areaOf(selection, layout);
    for (const column of drawnColumns) {
      let letter = drawnLetters.get(column);
      if (!letter) {
        letter = columnHead(column, layout);
        drawnLetters.set(column, letter);
        (column <= layout.columns.frozen ? corner : letters).appendChild(letter);
      }
      letter.classList.toggle('on', column >= area.left && column <= area.right);
    }
  }

  /** What crosses the frozen edge (a merge, a long text) is drawn once, in the frozen pane, and ends where its last line stands now. */
  function stretch(): void {
    if (!layout) return;
    const { rows, columns } = layout;
    for (const [row, drawn] of drawnRows) {
      for (const cell of drawn.cells.values()) {
        const { merge } = cell;
        const isFrozen = cell.column <= columns.frozen;
        if (isFrozen && cell.face.spill > 0) {
          const end = columns.start(cell.column) + columns.size(cell.column);
          const room = Math.max(
            Math.min(end + cell.face.spill, columns.frozenSize),
            end + cell.face.spill - scroller.scrollLeft,
          );
          (cell.element.firstChild as HTMLElement).style.right = `${end - room}px`;
        }
        if (!merge) continue;
        const startColumn = shownFrom(columns, merge.left, merge.right);
        if (startColumn <= columns.frozen && merge.right > columns.frozen) {
          const end = columns.start(merge.right) + columns.size(merge.right) - scroller.scrollLeft;
          cell.element.style.width = `${Math.max(end, columns.frozenSize) - columns.start(startColumn)}px`;
        }
        if (row <= rows.frozen && merge.bottom > rows.frozen) {
          const end = rows.start(merge.bottom) + rows.size(merge.bottom) - scroller.scrollTop;
          cell.element.style.height = `${Math.max(end, rows.frozenSize) - rows.start(row)}px`;
        }
      }
    }
  }

  /** Where a cell stands in the grid's window now, in pixels. */
  function rectangleOf(place: Place): { left: number; top: number; right: number; bottom: number } {
    if (!layout) return { left: 0, top: 0, right: 0, bottom: 0 };
    const { rows, columns } = layout;
    const merge = layout.merges.at(place.row, place.column);
    const span = (axis: Axis, first: number, last: number, head: number, scroll: number) => {
      const start = axis.start(first);
      const end = axis.start(last) + axis.size(last);
      const moved = (line: number) => (line <= axis.frozen ? 0 : scroll);
      return [
        head + start - moved(first),
        head + Math.max(end - moved(last), first <= axis.frozen ? Math.min(end, axis.frozenSize) : 0),
      ];
    };
    const [left, right] = span(
      columns,
      merge?.left ?? place.column,
      merge?.right ?? place.column,
      headWidth,
      scroller.scrollLeft,
    );
    const [topEdge, bottom] = span(
      rows,
      merge?.top ?? place.row,
      merge?.bottom ?? place.row,
      headHeight,
      scroller.scrollTop,
    );
    return { left, top: topEdge, right, bottom };
  }

  function placeEditor(): void {
    if (!scene) return;
    const { left, top: topEdge, right, bottom } = rectangleOf(selection.from);
    const { style, value } = editor.element;
    style.left = `${left}px`;
    style.top = `${topEdge}px`;
    style.width = `${right - left}px`;
    style.height = `${bottom - topEdge}px`;
    if (!editor.isEditing()) return;
    // Room to see all of a long ID or remark while typing, without leaving the window.
    const room = Math.max(right - left, scroller.clientWidth - left - 4);
    style.width = `${Math.min(room, Math.max(right - left, 24 + [...value].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 15 : 9), 0)))}px`;
    style.height = `${Math.min(Math.max(bottom - topEdge, editor.element.scrollHeight), Math.max(40, scroller.clientHeight - topEdge))}px`;
    events.selected(tell(value));
  }

  function tell(content?: string): SelectedCell {
    if (!scene || !layout) return { address: '', content: '', isStale: false };
    const { workbook, sheet } = scene;
    const { row, column } = selection.from;
    const area = areaOf(selection, layout);
    const merge = layout.merges.at(row, column);
    const isOne = merge ? areaName(merge) === areaName(area) : area.top === area.bottom && area.left === area.right;
    const formula = formulaAt(sheet, row, column);
    const value = valueAt(sheet, row, column);
    const style = styleAt(workbook, sheet, row, column);
    return {
      address: a1(row, column),
      content:
        content ??
        (formula !== undefined
          ? `=${formula}`
          : isCellError(value)
            ? value.error
            : editText(value, style, workbook.date1904)),
      ...(formula !== undefined
        ? { readOnly: 'formula' as const }
        : sheet.isProtected && style.locked
          ? { readOnly: 'locked' as const }
          : {}),
      isStale: scene.stale.has(cellKey(row, column)),
      ...(isOne ? {} : { size: `${area.bottom - area.top + 1} 行 × ${area.right - area.left + 1} 列` }),
    };
  }

  function announce(): void {
    if (!scene) return;
    const { row, column } = selection.from;
    const key = cellKey(row, column);
    const mark = marksByKey(scene.sheet).get(key);
    const noteText = scene.sheet.notes.get(key);
    const told = tell();
    live.textContent = [
      told.size ? `已选 ${told.size}，` : '',
      `${a1(row, column)}，`,
      textOf(scene.workbook, scene.sheet, row, column) || '空',
      mark ? `，有${severityWords[mark]}标记` : '',
      told.readOnly === 'formula' ? '，公式' : '',
      told.readOnly === 'locked' ? '，已锁定' : '',
      noteText ? `，批注：${noteText}` : '',
    ].join('');
  }

  function choose(next: Selection, into: Place = next.to): void {
    if (!layout) return;
    const from = mergedPlace(next.from, layout);
    selection = { ...next, from };
    bringIntoView(into);
    const area = areaOf(selection, layout);
    for (const [row, drawn] of drawnRows) paintSelection(row, drawn, selection, area);
    drawLetters();
    placeEditor();
    events.selected(tell());
    announce();
    showNote(from, false);
  }

  function bringIntoView(place: Place): void {
    if (!layout) return;
    const merge = layout.merges.at(place.row, place.column);
    const toTop = scrollToShow(
      layout.rows,
      merge?.top ?? place.row,
      merge?.bottom ?? place.row,
      scroller.scrollTop,
      scroller.clientHeight - headHeight,
    );
    const toLeft = scrollToShow(
      layout.columns,
      merge?.left ?? place.column,
      merge?.right ?? place.column,
      scroller.scrollLeft,
      scroller.clientWidth - headWidth,
    );
    if (toTop !== scroller.scrollTop) scroller.scrollTop = toTop;
    if (toLeft !== scroller.scrollLeft) scroller.scrollLeft = toLeft;
  }

  function showNote(place: Place, hovered: boolean): void {
    const text = scene?.sheet.notes.get(cellKey(place.row, place.column));
    if (text === undefined) {
      if (!hovered || !layout || !scene?.sheet.notes.has(cellKey(selection.from.row, selection.from.column)))
        note.hide();
      return;
    }
    note.show(text, rectangleOf(place), { width: scroller.clientWidth, height: scroller.clientHeight });
  }

  function obey(command: KeyCommand): void {
    if (!scene || !layout) return;
    const { sheet } = scene;
    const { from, to } = selection;
    const go = (place: Place, extend: boolean) => choose(extend ? { from, to: place } : { from: place, to: place });
    switch (command.kind) {
      case 'move': {
        const start = command.extend ? to : from;
        return go(
          command.far ? leap(start, command.direction, sheet, layout) : step(start, command.direction, layout),
          command.extend,
        );
      }
      case 'page':
        return go(
          page(command.extend ? to : from, command.direction, scroller.clientHeight - headHeight, layout),
          command.extend,
        );
      case 'row-start': {
        const start = command.extend ? to : from;
        return go({ row: start.row, column: layout.columns.shown[0] ?? 1 }, command.extend);
      }
      case 'row-end': {
        const start = command.extend ? to : from;
        let column = lastPlace(sheet).column;
        while (column > 1 && (layout.columns.isHidden(column) || valueAt(sheet, start.row, column) === null)) column--;
        return go({ row: start.row, column }, command.extend);
      }
      case 'sheet-start':
        return go(
          {
            row: layout.rows.next(layout.rows.frozen, 1) || 1,
            column: layout.columns.next(layout.columns.frozen, 1) || 1,
          },
          command.extend,
        );
      case 'sheet-end':
        return go(lastPlace(sheet), command.extend);
      case 'tab': {
        const place = step(from, command.back ? 'left' : 'right', layout);
        return choose({ from: place, to: place, runColumn: selection.runColumn ?? from.column });
      }
      case 'enter': {
        const below = step(from, command.back ? 'up' : 'down', layout);
        const place = { row: below.row, column: selection.runColumn ?? below.column };
        return choose({ from: place, to: place });
      }
      case 'edit': {
        const { row, column } = from;
        return editor.start(
          editText(valueAt(sheet, row, column), styleAt(scene.workbook, sheet, row, column), scene.workbook.date1904),
        );
      }
      case 'clear': {
        const edits = editsForClearing(sheet, areaOf(selection, layout));
        if (edits.length > 0) events.edited(edits, 'typed');
        return;
      }
      case 'all':
        return choose({ from: { row: 1, column: 1 }, to: lastPlace(sheet) }, from);
      case 'escape':
        copied = undefined;
        return note.hide();
      case 'sheet':
        return events.command(command.by === 1 ? 'next-sheet' : 'previous-sheet');
      default:
        return events.command(command.kind);
    }
  }

  function copy(clipboard: DataTransfer, cut: boolean): void {
    if (!scene || !layout) return;
    const { workbook, sheet } = scene;
    const selected = areaOf(selection, layout);
    const area = {
      ...selected,
      bottom: Math.max(selected.top, Math.min(selected.bottom, sheet.rowCount)),
      right: Math.max(selected.left, Math.min(selected.right, sheet.columnCount)),
    };
    const text = writeTabSeparated(blockOf(area, (row, column) => textOf(workbook, sheet, row, column)));
    clipboard.setData('text/plain', text);
    clipboard.setData(
      'text/html',
      clipboardTable(
        blockOf(area, (row, column) => ({
          text: textOf(workbook, sheet, row, column),
          isText: typeof valueAt(sheet, row, column) === 'string',
        })),
      ),
    );
    copied = { text, values: valuesOf(sheet, area) };
    const cells = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    events.said(cells === 1 ? '已复制 1 个单元格。' : `已复制 ${cells} 个单元格。`);
    if (cut) obey({ kind: 'clear' });
  }

  function paste(text: string): void {
    if (!scene || !layout || text === '') return;
    // The same text as copied here means the same cells: their raw values are exacter than what they showed.
    const isOwn = copied !== undefined && copied.text.replace(/\r\n/g, '\n') === text.replace(/\r\n/g, '\n');
    const block = isOwn && copied ? { values: copied.values } : { texts: parseTabSeparated(text) };
    const { edits, area } = editsForPaste(scene.workbook, scene.sheet, areaOf(selection, layout), block, layout.merges);
    if (edits.length > 0) events.edited(edits, 'pasted');
    choose(
      { from: { row: area.top, column: area.left }, to: { row: area.bottom, column: area.right } },
      selection.from,
    );
  }

  /** Which cell, row number or column letter lies under the mouse. */
  function placeUnder(event: MouseEvent): { place: Place; part: 'cell' | 'row' | 'column' | 'corner' } | undefined {
    if (!layout) return undefined;
    const box = scroller.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    const lineUnder = (axis: Axis, offset: number, scroll: number) =>
      axis.lineAt(Math.max(0, offset < axis.frozenSize ? offset : offset + scroll));
    const place = {
      row: lineUnder(layout.rows, Math.max(0, y - headHeight), scroller.scrollTop),
      column: lineUnder(layout.columns, Math.max(0, x - headWidth), scroller.scrollLeft),
    };
    if (x > scroller.clientWidth || y > scroller.clientHeight) return undefined;
    return { place, part: x < headWidth ? (y < headHeight ? 'corner' : 'row') : y < headHeight ? 'column' : 'cell' };
  }

  let dragging: 'cell' | 'row' | 'column' | undefined;
  let lastMouse: MouseEvent | undefined;
  let dragTimer: ReturnType<typeof setInterval> | undefined;

  function drag(): void {
    if (!dragging || !lastMouse || !scene || !layout) return;
    const box = scroller.getBoundingClientRect();
    const clamp = (at: number, low: number, high: number) => Math.max(low, Math.min(high, at));
    // Beyond the edge the sheet moves along.
    const beyondX = lastMouse.clientX - clamp(lastMouse.clientX, box.left + headWidth, box.left + scroller.clientWidth);
    const beyondY = lastMouse.clientY - clamp(lastMouse.clientY, box.top + headHeight, box.top + scroller.clientHeight);
    if (beyondX !== 0 && dragging !== 'row') scroller.scrollLeft += clamp(beyondX, -40, 40);
    if (beyondY !== 0 && dragging !== 'column') scroller.scrollTop += clamp(beyondY, -40, 40);
    const under = placeUnder(
      new MouseEvent('mousemove', {
        clientX: clamp(lastMouse.clientX, box.left + headWidth + 1, box.left + scroller.clientWidth - 1),
        clientY: clamp(lastMouse.clientY, box.top + headHeight + 1, box.top + scroller.clientHeight - 1),
      }),
    );
    if (!under) return;
    const end = lastPlace(scene.sheet);
    const to = {
      row: dragging === 'column' ? end.row : under.place.row,
      column: dragging === 'row' ? end.column : under.place.column,
    };
    if (!same(to, selection.to)) choose({ from: selection.from, to }, selection.from);
  }

  function press(event: MouseEvent): void {
    const under = placeUnder(event);
    if (!under || !scene) return;
    // The text field keeps the focus; a press on a scroll bar never comes here.
    event.preventDefault();
    editor.commit();
    editor.focus();
    if (event.button !== 0) {
      const area = layout && areaOf(selection, layout);
      const { row, column } = under.place;
      const isInside = area && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
      if (!isInside && under.part === 'cell') choose({ from: under.place, to: under.place });
      return;
    }
    const end = lastPlace(scene.sheet);
    const { row, column } = under.place;
    if (under.part === 'corner') return obey({ kind: 'all' });
    const from =
      event.shiftKey && under.part === 'cell'
        ? selection.from
        : { row: under.part === 'column' ? 1 : row, column: under.part === 'row' ? 1 : column };
    const to = { row: under.part === 'column' ? end.row : row, column: under.part === 'row' ? end.column : column };
    choose({ from, to }, under.part === 'cell' ? to : { row, column });
    dragging = under.part;
    lastMouse = event;
    dragTimer = setInterval(drag, 40);
  }

  const moved = (event: MouseEvent): void => {
    lastMouse = event;
    if (dragging) drag();
  };
  const released = (): void => {
    dragging = undefined;
    clearInterval(dragTimer);
  };
  const scrolled = (): void => {
    stretch();
    placeEditor();
    note.hide();
  };
  const resized = (): void => {
    if (!full || !layout) return;
    const rows = withRoom(full.rows, scroller.clientHeight - headHeight);
    const columns = withRoom(full.columns, scroller.clientWidth - headWidth);
    if (rows.frozen !== layout.rows.frozen || columns.frozen !== layout.columns.frozen) {
      relayout();
      draw();
    }
  };

  scroller.addEventListener('mousedown', press);
  scroller.addEventListener('dblclick', (event) => {
    if (placeUnder(event)?.part === 'cell') obey({ kind: 'edit' });
  });
  let hovered: Place | undefined;
  scroller.addEventListener('mousemove', (event) => {
    if (dragging || !layout) return;
    const under = placeUnder(event);
    const place = under?.part === 'cell' ? mergedPlace(under.place, layout) : undefined;
    if (place && hovered && same(place, hovered)) return;
    hovered = place;
    if (place) showNote(place, true);
  });
  scroller.addEventListener('scroll', scrolled, { passive: true });
  scroller.addEventListener('focus', () => editor.focus());
  document.addEventListener('mousemove', moved);
  document.addEventListener('mouseup', released);
  const sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(resized);
  sizes?.observe(scroller);

  return {
    element,
    show: (next) => {
      const before = scene;
      const isSameSheet = before?.sheet.name === next.sheet.name;
      if (before && !isSameSheet) {
        views.set(before.sheet.name, { selection, top: scroller.scrollTop, left: scroller.scrollLeft });
      }
      scene = next;
      if (before && layout && sameLayout(before.sheet, next.sheet)) {
        draw();
        events.selected(tell());
        return;
      }
      full = layoutOf(next.workbook, next.sheet);
      const view = views.get(next.sheet.name);
      const place = { top: scroller.scrollTop, left: scroller.scrollLeft };
      if (!isSameSheet) selection = view?.selection ?? firstSelection(full);
      relayout();
      scroller.scrollTop = isSameSheet ? place.top : (view?.top ?? 0);
      scroller.scrollLeft = isSameSheet ? place.left : (view?.left ?? 0);
      draw();
      note.hide();
      events.selected(tell());
    },
    reveal: (place) => {
      editor.commit();
      choose({ from: place, to: place });
    },
    selectArea: (area) =>
      choose(
        { from: { row: area.top, column: area.left }, to: { row: area.bottom, column: area.right } },
        { row: area.top, column: area.left },
      ),
    focus: () => editor.focus(),
    commit: () => editor.commit(),
    remove: () => {
      stopWindows();
      released();
      sizes?.disconnect();
      document.removeEventListener('mousemove', moved);
      document.removeEventListener('mouseup', released);
      styles.remove();
      element.remove();
    },
  };
}

const firstSelection = (layout: SheetLayout): Selection =>
  selectionAt(layout.rows.shown[0] ?? 1, layout.columns.shown[0] ?? 1);

/** The shown lines to draw along an axis: the frozen ones and those in sight, with a few more on either side. */
function linesIn(window: Virtualizer<HTMLElement, HTMLElement>, axis: Axis): readonly number[] {
  const lines: number[] = [];
  let position = 0;
  while (position < axis.shown.length && axis.shown[position] <= axis.frozen) lines.push(axis.shown[position++]);
  for (const index of window.getVirtualIndexes()) if (axis.shown[index] > axis.frozen) lines.push(axis.shown[index]);
  return lines;
}

function windowOver(
  scroller: HTMLElement,
  axis: Axis,
  head: number,
  horizontal: boolean,
  overscan: number,
  onChange: () => void,
): Virtualizer<HTMLElement, HTMLElement> {
  return new Virtualizer<HTMLElement, HTMLElement>({
    count: axis.shown.length,
    horizontal,
    overscan,
    paddingStart: head,
    getScrollElement: () => scroller,
    estimateSize: (index) => axis.size(axis.shown[index]),
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange,
  });
}
