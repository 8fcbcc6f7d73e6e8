import { useEffect, useRef, type RefObject } from 'react';
import { useStable } from '../parts/use-stable';

/**
 * F8 and Shift+F8 anywhere on the page go to the next and previous finding. Where the person was in the panel, the focus
 * follows, so that the fix is one Tab away; where they were in the grid it stays with them.
 */
export function useWalkKeys(panel: RefObject<HTMLElement>, current: unknown, go: (direction: 1 | -1) => void): void {
  const follows = useRef(false);
  const onKey = useStable((event: KeyboardEvent) => {
    if (event.key !== 'F8' || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    follows.current = panel.current?.contains(document.activeElement) ?? false;
    go(event.shiftKey ? -1 : 1);
  });

  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onKey]);

  useEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    panel.current?.querySelector<HTMLElement>('li[aria-current] [data-finding]')?.focus();
  }, [panel, current]);
}
