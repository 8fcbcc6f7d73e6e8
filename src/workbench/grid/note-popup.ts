import { part } from './row-painter';

export interface NotePopup {
  readonly element: HTMLElement;
  /** Shows a note beside a rectangle given in pixels of the grid's window. */
  readonly show: (
    text: string,
    beside: { left: number; top: number; right: number },
    room: { width: number; height: number },
  ) => void;
  readonly hide: () => void;
}

/** The small paper that shows a cell's note. */
export function notePopup(): NotePopup {
  const element = part('div', 'note-popup');
  element.setAttribute('role', 'note');
  element.hidden = true;
  return {
    element,
    show: (text, beside, room) => {
      element.textContent = text;
      element.hidden = false;
      const { offsetWidth: width, offsetHeight: height } = element;
      const isRoomRight = beside.right + 8 + width <= room.width;
      const left = isRoomRight ? beside.right + 8 : Math.max(4, beside.left - 8 - width);
      element.style.left = `${left}px`;
      element.style.top = `${Math.max(4, Math.min(beside.top, room.height - height - 4))}px`;
    },
    hide: () => {
      element.hidden = true;
    },
  };
}
