import { useEffect, useRef } from 'react';
import type { PanelState } from '../use-panel';

/** What a button of the host's own asked the panel to begin with. */
export type Start = 'check' | 'fill' | 'mark' | 'sheets' | 'merge' | 'new';

const starts: readonly string[] = ['check', 'fill', 'mark', 'sheets', 'merge', 'new'] satisfies readonly Start[];

/** The start that a page's address asks for, `?view=fill`; `undefined` where it asks for none we know. */
export const startOf = (query: string): Start | undefined => {
  const asked = /[?&]view=([a-z]+)/.exec(query)?.[1];
  return starts.includes(asked ?? '') ? (asked as Start) : undefined;
};

/** Does once, when the panel stands, what the person pressed a button for. */
export function useStart(start: Start | undefined, panel: PanelState): void {
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    if (start === 'check') panel.check();
    if (start === 'fill') panel.lookAtFill();
    if (start === 'mark') panel.mark();
  });
}
