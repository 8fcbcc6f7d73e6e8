import { useEffect, useRef, type RefObject } from 'react';

/** Where a finding was looked at and left again, the keyboard goes on from it, or from the one that came after it. */
export function useReturn(panel: RefObject<HTMLElement | null>, isOpen: boolean): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) {
      const place =
        panel.current?.querySelector<HTMLElement>('li[aria-current] [data-finding]') ??
        panel.current?.querySelector<HTMLElement>('[data-finding]') ??
        panel.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
      place?.focus();
    }
    wasOpen.current = isOpen;
  }, [panel, isOpen]);
}
