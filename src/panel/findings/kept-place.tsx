import { useEffect, useLayoutEffect, useRef } from 'react';

export interface KeptPlaceProps {
  readonly isFiltered: boolean;
  readonly current: unknown;
}

/**
 * The first thing in a scrolling box: keeps where the list in it was scrolled to while it is filtered. Shown whole again it
 * stands there, or at the finding that was made current meanwhile.
 */
export function KeptPlace({ isFiltered, current }: KeptPlaceProps) {
  const first = useRef<HTMLDivElement>(null);
  const kept = useRef({ top: 0, isFiltered, current });
  useEffect(() => {
    const box = first.current?.parentElement;
    const scrolled = (): void => {
      if (box && !kept.current.isFiltered) kept.current.top = box.scrollTop;
    };
    box?.addEventListener('scroll', scrolled, { passive: true });
    return () => box?.removeEventListener('scroll', scrolled);
  }, []);

  useLayoutEffect(() => {
    const before = kept.current;
    if (before.isFiltered === isFiltered) return;
    kept.current = { ...before, isFiltered, current };
    const box = first.current?.parentElement;
    if (isFiltered || !box) return;
    box.scrollTo?.({ top: before.top });
    if (current && current !== before.current)
      box.querySelector('li[aria-current]')?.scrollIntoView?.({ block: 'center' });
  }, [isFiltered, current]);

  return <div ref={first} />;
}
