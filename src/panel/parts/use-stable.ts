import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function for ever, which always does what the newest one does: long lists need not be drawn again for it. */
export function useStable<A extends readonly unknown[]>(newest: (...given: A) => void): (...given: A) => void {
  const known = useRef(newest);
  useLayoutEffect(() => {
    known.current = newest;
  });
  return useCallback((...given: A) => known.current(...given), []);
}
