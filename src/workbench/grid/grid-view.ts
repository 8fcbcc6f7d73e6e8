import { whyNotEditable } from '../../core/workbook/apply-to-snapshot';
import { cellKey, type Area } from '../../core/workbook/cell';
import type { CellEdit } from '../../core/workbook/change';
import type { EditedCells } from '../../core/workbook/port';
import { styleAt, valueAt } from '../../core/workbook/snapshot';
import { refusalSentence } from '../refusal-sentence';
import { cellEditor } from './cell-editor';
import type { GridScene } from './cell-face';
import { editForTyping, editsForClearing } from './edit-commands';
import { gridCanvas } from './grid-canvas';
import { gridClipboard } from './grid-clipboard';
import { gridMouse } from './grid-mouse';
import type { KeyCommand } from './key-command';
import { notePopup } from './note-popup';
import { part } from './row-painter';
import { areaOf, lastPlace, mergedPlace, selectionAt, type Place, type Selection } from './selection';
import { selectionMove } from './selection-move';
import { layoutOf, sameLayout } from './sheet-layout';
import { textWidth } from './text-width';
import { spokenCell, toldCell, type SelectedCell } from './told-cell';
import { editText } from './typed-value';

/** What the grid tells the page. */
export interface GridEvents {
  readonly selected: (told: SelectedCell) => void;
  /** The person changed cells; the page carries it out and shows the new snapshot. */
  readonly edited: (edits: readonly CellEdit[], origin: EditedCells['origin']) => void;
  readonly command: (
    command: 'undo' | 'redo' | 'save' | 'open' | 'find' | 'leave' | 'next-sheet' | 'previous-sheet',
  ) => void;
  /** A sentence for the status line. */
  readonly said: (sentence: string) => void;
}

export interface GridView {
  readonly element: HTMLElement;
  /** Draws a scene: another sheet, or the same sheet changed. */
  readonly show: (scene: GridScene) => void;
  /** Selects a cell and scrolls it out from under the frozen panes. */
  readonly reveal: (place: Place) => void;
  readonly selectArea: (area: Area) => void;
  /** The first cell of the selection. */
  readonly place: () => Place;
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
  let scene: GridScene | undefined;
  let noted: Place | undefined;
  const views = new Map<string, SheetView>();
  const clipboard = gridClipboard();
  const note = notePopup();
  const canvas = gridCanvas(() => {
    placeEditor();
    // The note goes along with its cell.
    if (noted) showNote(noted);
  });
  const { scroller } = canvas;

  const editor = cellEditor({
    command: obey,
    begin: () => {
      if (!scene) return refusalSentence('sheet-missing');
      const { from } = canvas.selection();
      const reason = whyNotEditable(scene.workbook, { sheet: scene.sheet.name, ...from });
      if (reason !== undefined) return refusalSentence(reason);
      canvas.bringIntoView(from);
      showNote(undefined);
      return undefined;
    },
    refused: events.said,
    changed: (text) => {
      placeEditor();
      tell(text);
    },
    end: (text, then) => {
      if (scene && text !== undefined) commitText(scene, text);
      placeEditor();
      tell();
      if (then) obey(then);
    },
    copy: (transfer, cut) => {
      const layout = canvas.layout();
      if (!scene || !layout) return;
      const count = clipboard.copy(scene, areaOf(canvas.selection(), layout), transfer);
      events.said(`已复制 ${count} 个单元格。`);
      if (cut) obey({ kind: 'clear' });
    },
    paste: (text) => {
      const layout = canvas.layout();
      if (!scene || !layout || text === '') return;
      const { edits, area } = clipboard.paste(scene, layout, areaOf(canvas.selection(), layout), text);
      if (edits.length > 0) events.edited(edits, 'pasted');
      selectArea(area);
    },
  });

  const mouse = gridMouse(canvas, {
    sheet: () => scene?.sheet,
    pressed: () => {
      editor.commit();
      editor.focus();
    },
    choose,
    all: () => obey({ kind: 'all' }),
    edit: () => obey({ kind: 'edit' }),
    hovered: (place) => {
      const layout = canvas.layout();
      if (!editor.isEditing() && layout) showNote(place ? mergedPlace(place, layout) : undefined);
    },
  });

  const element = part('div', 'grid');
  const overlay = part('div', 'overlay');
  const live = part('div', 'sr-only');
  live.setAttribute('aria-live', 'polite');
  overlay.append(editor.element, note.element);
  element.append(scroller, overlay, live);
  scroller.addEventListener('focus', () => editor.focus());

  function commitText({ workbook, sheet }: GridScene, text: string): void {
    if (text.startsWith('=') && text.length > 1) {
      events.said('这里不写公式；请填算好的数值，或在 Excel 里写公式。');
      return;
    }
    const edit = editForTyping(workbook, sheet, canvas.selection().from, text);
    if (edit) events.edited([edit], 'typed');
  }

  function tell(typing?: string): void {
    const layout = canvas.layout();
    if (scene && layout) events.selected(toldCell(scene, layout, canvas.selection(), typing));
  }

  function choose(next: Selection, into: Place): void {
    const layout = canvas.layout();
    if (!scene || !layout) return;
    canvas.bringIntoView(into);
    canvas.select({ ...next, from: mergedPlace(next.from, layout) });
    placeEditor();
    tell();
    live.textContent = spokenCell(scene, layout, canvas.selection());
    showNote(canvas.selection().from);
  }

  function selectArea(area: Area): void {
    const from = { row: area.top, column: area.left };
    choose({ from, to: { row: area.bottom, column: area.right } }, from);
  }

  function showNote(place: Place | undefined): void {
    const text = place && scene?.sheet.notes.get(cellKey(place.row, place.column));
    noted = text === undefined ? undefined : place;
    if (text === undefined || place === undefined) note.hide();
    else note.show(text, canvas.boxOf(place), { width: scroller.clientWidth, height: scroller.clientHeight });
  }

  function placeEditor(): void {
    const { left, top, right, bottom } = canvas.boxOf(canvas.selection().from);
    const { style, value, scrollHeight } = editor.element;
    const [width, height] = [right - left, bottom - top];
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    if (!editor.isEditing()) return;
    // All of a long ID or remark is seen while typing, as far as the window reaches.
    const wanted = Math.max(...value.split('\n').map((line) => textWidth(line, 15))) + 24;
    style.width = `${Math.max(width, Math.min(wanted, scroller.clientWidth - left - 4))}px`;
    style.height = `${Math.max(height, Math.min(editor.element.scrollHeight || scrollHeight, scroller.clientHeight - top))}px`;
  }

  function obey(command: KeyCommand): void {
    const layout = canvas.layout();
    if (!scene || !layout) return;
    const { workbook, sheet } = scene;
    const selection = canvas.selection();
    const { from } = selection;
    const moved = selectionMove(command, selection, sheet, layout, canvas.room().height);
    if (moved) return choose(moved, moved.to);
    switch (command.kind) {
      case 'edit': {
        const value = valueAt(sheet, from.row, from.column);
        return editor.start(editText(value, styleAt(workbook, sheet, from.row, from.column), workbook.date1904));
      }
      case 'clear': {
        const edits = editsForClearing(sheet, areaOf(selection, layout));
        return edits.length > 0 ? events.edited(edits, 'typed') : undefined;
      }
      case 'all':
        return choose({ from: { row: 1, column: 1 }, to: lastPlace(sheet) }, from);
      case 'escape':
        clipboard.forget();
        return showNote(undefined);
      case 'sheet':
        return events.command(command.by === 1 ? 'next-sheet' : 'previous-sheet');
      case 'undo':
      case 'redo':
      case 'save':
      case 'open':
      case 'find':
      case 'leave':
        return events.command(command.kind);
    }
  }

  return {
    element,
    show: (next) => {
      const before = scene;
      scene = next;
      if (before && sameLayout(before.sheet, next.sheet)) {
        canvas.redraw(next);
        return tell();
      }
      const isSameSheet = before?.sheet.name === next.sheet.name;
      const stands = { selection: canvas.selection(), top: scroller.scrollTop, left: scroller.scrollLeft };
      if (before && !isSameSheet) views.set(before.sheet.name, stands);
      const layout = layoutOf(next.workbook, next.sheet);
      const first = selectionAt(layout.rows.shown[0] ?? 1, layout.columns.shown[0] ?? 1);
      const view = isSameSheet ? stands : (views.get(next.sheet.name) ?? { selection: first, top: 0, left: 0 });
      showNote(undefined);
      canvas.select(view.selection);
      canvas.lay(next, layout);
      scroller.scrollTop = view.top;
      scroller.scrollLeft = view.left;
      tell();
    },
    reveal: (place) => {
      editor.commit();
      choose({ from: place, to: place }, place);
    },
    selectArea,
    place: () => canvas.selection().from,
    focus: editor.focus,
    commit: editor.commit,
    remove: () => {
      mouse.remove();
      canvas.remove();
      element.remove();
    },
  };
}
