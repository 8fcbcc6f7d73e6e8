import { useEffect, useState } from 'react';

/** Whether the system asks for dark. */
export const useDark = (): boolean => useMedia('(prefers-color-scheme: dark)');

/** Whether grid and panel no longer fit side by side. */
export const useNarrow = (): boolean => useMedia('(max-width: 899px)');

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const changed = (): void => setMatches(list.matches);
    changed();
    list.addEventListener('change', changed);
    return () => list.removeEventListener('change', changed);
  }, [query]);
  return matches;
}
