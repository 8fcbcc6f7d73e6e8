import type { Direction } from './selection';

/** What a key means on the grid while nothing is being typed. */
export type KeyCommand =
  | { readonly kind: 'move'; readonly direction: Direction; readonly far: boolean; readonly extend: boolean }
  | { readonly kind: 'page'; readonly direction: 'up' | 'down'; readonly extend: boolean }
  | { readonly kind: 'row-start' | 'row-end' | 'sheet-start' | 'sheet-end'; readonly extend: boolean }
  | { readonly kind: 'tab' | 'enter'; readonly back: boolean }
  | { readonly kind: 'sheet'; readonly by: 1 | -1 }
  | { readonly kind: 'edit' | 'clear' | 'undo' | 'redo' | 'save' | 'open' | 'find' | 'all' | 'leave' | 'escape' };

export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The command of a key, or `undefined` where the key is text or the browser's own. */
export function keyCommand(event: Key): KeyCommand | undefined {
  const { key, shiftKey: extend } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.altKey) return undefined;
  const direction = arrows[key];
  if (direction) return { kind: 'move', direction, far: ctrl, extend };
  if (ctrl) return ctrlCommand(key, extend);
  switch (key) {
    case 'PageUp':
      return { kind: 'page', direction: 'up', extend };
    case 'PageDown':
      return { kind: 'page', direction: 'down', extend };
    case 'Home':
      return { kind: 'row-start', extend };
    case 'End':
      return { kind: 'row-end', extend };
    case 'Tab':
      return { kind: 'tab', back: extend };
    case 'Enter':
      return { kind: 'enter', back: extend };
    case 'F2':
      return { kind: 'edit' };
    case 'F6':
      return { kind: 'leave' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'Escape':
      return { kind: 'escape' };
    default:
      return undefined;
  }
}

function ctrlCommand(key: string, extend: boolean): KeyCommand | undefined {
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'Home':
      return { kind: 'sheet-start', extend };
    case 'End':
      return { kind: 'sheet-end', extend };
    case 'PageUp':
      return { kind: 'sheet', by: -1 };
    case 'PageDown':
      return { kind: 'sheet', by: 1 };
    case 'F6':
      return { kind: 'leave' };
    case 'z':
      return { kind: extend ? 'redo' : 'undo' };
    case 'y':
      return { kind: 'redo' };
    case 's':
      return { kind: 'save' };
    case 'o':
      return { kind: 'open' };
    case 'f':
      return { kind: 'find' };
    case 'a':
      return { kind: 'all' };
    default:
      return undefined;
  }
}

const arrows: Readonly<Record<string, Direction | undefined>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
