import { act, fireEvent, render, screen, within, type RenderResult } from '@testing-library/react';
import { memoryWorkbook, type MemoryWorkbook } from '../../src/adapters/memory/memory-workbook';
import type { IsoDate } from '../../src/core/ledger/dates';
import type { WorkbookPort } from '../../src/core/workbook/port';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { Panel, type PanelHost } from '../../src/panel/panel';

// What jsdom lacks of a browser, as far as Fluent asks for it.
class NoResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, { ResizeObserver: NoResizeObserver });
window.matchMedia ??= ((media: string) => ({
  media,
  matches: false,
  addEventListener: () => {},
  removeEventListener: () => {},
})) as unknown as typeof window.matchMedia;

export interface OpenPanel {
  readonly book: MemoryWorkbook;
  readonly page: RenderResult;
}

/** The panel over a workbook in memory, drawn in jsdom. `port` replaces verbs of the workbook, `host` what the host gives. */
export function openPanel(
  workbook: WorkbookSnapshot,
  given: { readonly port?: Partial<WorkbookPort>; readonly host?: Partial<PanelHost> } = {},
): OpenPanel {
  const book = memoryWorkbook(workbook);
  const host: PanelHost = { port: { ...book, ...given.port }, today, pause: () => undefined, ...given.host };
  return { book, page: render(<Panel host={host} />) };
}

export const today = '2026-01-10' as IsoDate;

/** Presses the button of that name and waits until the panel is idle again. */
export async function press(name: string | RegExp, within_: HTMLElement = document.body): Promise<void> {
  await act(async () => {
    fireEvent.click(within(within_).getByRole('button', { name }));
  });
}

export async function turnTo(tab: RegExp): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole('tab', { name: tab }));
  });
}

export async function pressKey(key: string, modifiers: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true, ...modifiers });
  });
}

/** The finding made current, as a person would read it. */
export const currentFinding = (): string | null | undefined =>
  document.querySelector('li[aria-current] [data-finding]')?.textContent;

/** All that is said outside the lists: progress, outcome, position. */
export const said = (): string =>
  screen
    .getAllByRole('status')
    .map((place) => place.textContent)
    .join('\n');
