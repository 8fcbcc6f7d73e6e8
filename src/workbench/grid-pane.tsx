import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { parseArea } from '../core/workbook/cell';
import { ContentLine } from './content-line';
import { FindBar } from './find-bar';
import { findCell } from './grid/find-cell';
import { gridView, type GridView } from './grid/grid-view';
import type { SelectedCell } from './grid/told-cell';
import { SheetTabs } from './sheet-tabs';
import type { WorkbenchPort } from './workbench-port';

export interface GridHandle {
  readonly focus: () => void;
  readonly commit: () => void;
}

export interface GridPaneProps {
  readonly port: WorkbenchPort;
  readonly handle: RefObject<GridHandle | null>;
  readonly onSave: () => void;
  readonly onOpen: () => void;
  /** The person leaves the grid for the panel. */
  readonly onLeave: () => void;
}

/** The workbook on screen: address and content, the grid, the sheet tabs and the status line. */
export function GridPane({ port, handle, onSave, onOpen, onLeave }: GridPaneProps) {
  const place = useRef<HTMLDivElement>(null);
  const grid = useRef<GridView>();
  const [selected, setSelected] = useState<SelectedCell>();
  const [finding, setFinding] = useState(0);
  const state = useSyncExternalStore(port.subscribe, port.state);
  const commands = useRef({ onSave, onOpen, onLeave });
  useEffect(() => {
    commands.current = { onSave, onOpen, onLeave };
  });

  useEffect(() => {
    const stand = (): (() => void) => {
      const view = gridView({
        selected: (told) => {
          setSelected(told);
          const area = parseArea(told.address);
          if (area) port.selected({ row: area.top, column: area.left, rows: told.rows });
        },
        edited: (edits, origin) => void port.edit(edits, origin),
        said: port.say,
        command: (command) => {
          if (command === 'undo') void port.undo();
          else if (command === 'redo') void port.redo();
          else if (command === 'save') commands.current.onSave();
          else if (command === 'open') commands.current.onOpen();
          else if (command === 'find') setFinding((asked) => asked + 1);
          else if (command === 'leave') commands.current.onLeave();
          else {
            const next = neighbour(port, command === 'next-sheet' ? 1 : -1);
            if (next !== undefined) port.showSheet(next);
          }
        },
      });
      place.current?.appendChild(view.element);
      const draw = (): void => {
        const { snapshot, sheet: name, stale } = port.state();
        const sheet = snapshot.sheets.find((candidate) => candidate.name === name);
        if (sheet) view.show({ workbook: snapshot, sheet, stale: stale.get(name) ?? nothing });
      };
      draw();
      view.focus();
      grid.current = view;
      Object.assign(handle, { current: { focus: view.focus, commit: view.commit } });
      const stops = [
        port.subscribe(draw),
        port.onActivated(({ row, column }) => {
          draw();
          view.reveal({ row, column });
        }),
      ];
      return () => {
        stops.forEach((stop) => stop());
        view.remove();
        Object.assign(handle, { current: null });
      };
    };
    // In a turn of its own: drawn together with the panel it would hold the page for longer than it should be held.
    let leave: (() => void) | undefined;
    const turn = setTimeout(() => (leave = stand()), 0);
    return () => {
      clearTimeout(turn);
      leave?.();
    };
  }, [port, handle]);

  const find = (text: string, direction: 1 | -1): boolean => {
    const view = grid.current;
    const sheet = state.snapshot.sheets.find(({ name }) => name === state.sheet);
    const found = view && sheet && findCell(state.snapshot, sheet, text, view.place(), direction);
    if (found) view.reveal(found);
    return found !== undefined;
  };
  const sentence = state.said?.sentence;
  return (
    <main className="grid-pane" aria-label="台账">
      <ContentLine
        selected={selected}
        onGo={(area) => {
          grid.current?.selectArea(area);
          grid.current?.focus();
        }}
      />
      {finding > 0 && (
        <FindBar
          asked={finding}
          onFind={find}
          onClose={() => {
            setFinding(0);
            grid.current?.focus();
          }}
        />
      )}
      <div ref={place} className="grid-place" />
      <footer className="grid-foot">
        <SheetTabs
          snapshot={state.snapshot}
          current={state.sheet}
          onChoose={(sheet) => {
            grid.current?.commit();
            port.showSheet(sheet);
          }}
        />
        <p className="status" role="status" key={state.said?.number}>
          {sentence}
        </p>
        <p className="selected-size">{selected?.size}</p>
      </footer>
    </main>
  );
}

const nothing: ReadonlySet<number> = new Set();

function neighbour(port: WorkbenchPort, by: 1 | -1): string | undefined {
  const { snapshot, sheet } = port.state();
  const visible = snapshot.sheets.filter((candidate) => candidate.visibility === 'visible');
  return visible[visible.findIndex((candidate) => candidate.name === sheet) + by]?.name;
}
