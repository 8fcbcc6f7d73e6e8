import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { WorkbookSnapshot } from '../core/workbook/snapshot';

export interface SheetTabsProps {
  readonly snapshot: WorkbookSnapshot;
  readonly current: string;
  readonly onChoose: (sheet: string) => void;
}

/** One tab for each visible sheet; a hidden one only while a finding has led to it. */
export function SheetTabs({ snapshot, current, onChoose }: SheetTabsProps) {
  const sheets = snapshot.sheets.filter((sheet) => sheet.visibility === 'visible' || sheet.name === current);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tab = list.current?.querySelector('[aria-selected="true"]');
    // Not every engine of the tests has it.
    tab?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  const keys = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const next = by === undefined ? undefined : sheets[sheets.findIndex((sheet) => sheet.name === current) + by];
    if (!next) return;
    event.preventDefault();
    onChoose(next.name);
    const at = sheets.indexOf(next);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[at]?.focus();
  };
  return (
    <div ref={list} className="sheet-tabs" role="tablist" aria-label="工作表" onKeyDown={keys}>
      {sheets.map((sheet) => (
        <button
          key={sheet.name}
          type="button"
          role="tab"
          aria-selected={sheet.name === current}
          tabIndex={sheet.name === current ? 0 : -1}
          className={sheet.visibility === 'visible' ? 'bench-button' : 'bench-button is-hidden-sheet'}
          onClick={() => onChoose(sheet.name)}
        >
          {sheet.name}
          {sheet.marks.length > 0 && <i title={`${sheet.marks.length} 处标记`}>{sheet.marks.length}</i>}
        </button>
      ))}
    </div>
  );
}
