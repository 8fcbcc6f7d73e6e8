import { keyCommand, type KeyCommand } from './key-command';
import { part } from './row-painter';

export interface EditorEvents {
  /** A key that means something while nothing is being typed. */
  readonly command: (command: KeyCommand) => void;
  /** Typing is about to begin. Answers a sentence where the cell may not be typed into. */
  readonly begin: () => string | undefined;
  readonly refused: (sentence: string) => void;
  readonly changed: (text: string) => void;
  /** Typing ended; `text` is missing where it was given up. `then` says where to go. */
  readonly end: (text: string | undefined, then?: KeyCommand) => void;
  readonly copy: (clipboard: DataTransfer, cut: boolean) => void;
  readonly paste: (text: string) => void;
}

export interface CellEditor {
  readonly element: HTMLTextAreaElement;
  readonly isEditing: () => boolean;
  /** Begins editing with a text, caret at its end; the arrows then move the caret. */
  readonly start: (text: string) => void;
  /** Ends typing and keeps what was typed. */
  readonly commit: () => void;
  readonly focus: () => void;
}

/**
 * The one text field of the grid. It lies unseen on the active cell and always has the focus, so that an input method
 * composes in the cell itself; the first character makes it visible.
 */
export function cellEditor(events: EditorEvents): CellEditor {
  const element = part('textarea', 'editor') as HTMLTextAreaElement;
  element.setAttribute('aria-label', '单元格内容');
  element.setAttribute('autocomplete', 'off');
  element.spellcheck = false;
  element.rows = 1;
  // typing: the arrows leave the cell; editing (F2): they move the caret.
  let mode: 'idle' | 'typing' | 'editing' = 'idle';
  let isComposing = false;

  const enter = (next: 'typing' | 'editing'): boolean => {
    const sentence = events.begin();
    if (sentence !== undefined) {
      events.refused(sentence);
      return false;
    }
    mode = next;
    element.classList.add('visible');
    return true;
  };
  const leave = (keep: boolean, then?: KeyCommand): void => {
    const text = element.value;
    mode = 'idle';
    element.value = '';
    element.classList.remove('visible');
    events.end(keep ? text : undefined, then);
  };

  element.addEventListener('compositionstart', () => {
    isComposing = true;
    if (mode === 'idle') enter('typing');
  });
  element.addEventListener('compositionend', () => {
    isComposing = false;
    // A composition into a cell that refuses typing leaves nothing behind.
    if (mode === 'idle') element.value = '';
    else events.changed(element.value);
  });
  element.addEventListener('input', () => {
    if (mode === 'idle' && !isComposing && element.value !== '' && !enter('typing')) element.value = '';
    if (mode !== 'idle') events.changed(element.value);
  });
  element.addEventListener('keydown', (event) => {
    // 229: the key belongs to the input method.
    if (event.isComposing || isComposing || event.keyCode === 229) return;
    const command = keyCommand(event);
    if (mode === 'idle') {
      if (!command) return;
      event.preventDefault();
      events.command(command);
      return;
    }
    if (event.key === 'Enter' && event.altKey) {
      event.preventDefault();
      insertAtCaret(element, '\n');
      events.changed(element.value);
    } else if (command && endsTyping(command, mode)) {
      event.preventDefault();
      leave(command.kind !== 'escape', command.kind === 'escape' ? undefined : command);
    } else if (command?.kind === 'edit') {
      event.preventDefault();
      mode = mode === 'typing' ? 'editing' : 'typing';
    }
  });
  element.addEventListener('copy', (event) => {
    if (mode !== 'idle' || !event.clipboardData) return;
    event.preventDefault();
    events.copy(event.clipboardData, false);
  });
  element.addEventListener('cut', (event) => {
    if (mode !== 'idle' || !event.clipboardData) return;
    event.preventDefault();
    events.copy(event.clipboardData, true);
  });
  element.addEventListener('paste', (event) => {
    if (mode !== 'idle' || !event.clipboardData) return;
    event.preventDefault();
    events.paste(event.clipboardData.getData('text/plain'));
  });
  // Leaving for the panel or another window must not lose what was typed.
  element.addEventListener('blur', () => {
    if (mode !== 'idle') leave(true);
  });

  return {
    element,
    isEditing: () => mode !== 'idle',
    start: (text) => {
      if (mode !== 'idle' || !enter('editing')) return;
      element.value = text;
      element.setSelectionRange(text.length, text.length);
      events.changed(text);
    },
    commit: () => {
      if (mode !== 'idle') leave(true);
    },
    focus: () => element.focus({ preventScroll: true }),
  };
}

function endsTyping(command: KeyCommand, mode: 'typing' | 'editing'): boolean {
  switch (command.kind) {
    case 'enter':
    case 'tab':
    case 'escape':
    case 'leave':
    case 'save':
    case 'sheet':
      return true;
    case 'move':
    case 'page':
      return mode === 'typing';
    default:
      return false;
  }
}

function insertAtCaret(element: HTMLTextAreaElement, text: string): void {
  const { selectionStart, selectionEnd, value } = element;
  element.value = value.slice(0, selectionStart) + text + value.slice(selectionEnd);
  element.setSelectionRange(selectionStart + text.length, selectionStart + text.length);
}
