import { useCallback, useEffect, useRef, useState } from 'react';
import { Cancelled, UnreadableWorkbook, type Step, type Watch } from '../../core/workbook/port';
import type { Notice } from './notice';

export interface Run {
  /** What is being done now; missing while the panel is idle. */
  readonly running?: Step;
  readonly notice?: Notice;
  /** Does one piece of work at a time, with progress and cancelling; what it answers is said. Answers whether it was done. */
  readonly start: (doing: string, work: (watch: Watch) => Promise<Notice | undefined>) => Promise<boolean>;
  readonly cancel: () => void;
  /** Says something; nothing takes back what was said. */
  readonly say: (notice: Notice | undefined) => void;
}

/** Long work for the panel: progress out, cancelling in, and no failure unsaid. */
export function useRun(pause: Watch['breathe']): Run {
  const [running, setRunning] = useState<Step>();
  const [notice, setNotice] = useState<Notice>();
  const isBusy = useRef(false);
  const isCancelled = useRef(false);

  useEffect(
    () => () => {
      isCancelled.current = true;
    },
    [],
  );

  const start = useCallback<Run['start']>(
    async (doing, work) => {
      if (isBusy.current) return false;
      isBusy.current = true;
      isCancelled.current = false;
      setNotice(undefined);
      setRunning({ doing, done: 0, total: 0 });
      const draw = oncePerFrame(setRunning);
      try {
        setNotice(await work({ progress: draw.draw, cancelled: () => isCancelled.current, breathe: pause }));
        return true;
      } catch (error) {
        setNotice(noticeOf(error));
        return false;
      } finally {
        draw.stop();
        isBusy.current = false;
        setRunning(undefined);
      }
    },
    [pause],
  );

  return {
    running,
    notice,
    start,
    cancel: useCallback(() => {
      isCancelled.current = true;
    }, []),
    say: setNotice,
  };
}

function noticeOf(error: unknown): Notice {
  if (error instanceof Cancelled) return { intent: 'info', text: error.message };
  if (error instanceof UnreadableWorkbook) return { intent: 'error', text: error.message };
  // Whoever maintains this needs the stack; the person needs a sentence.
  globalThis.reportError?.(error);
  return { intent: 'error', text: '这一步没有做完，请再试一次；仍不行时，请另存一份台账并重新打开。' };
}

/** Work reports many times a frame; the screen is told once. */
function oncePerFrame(tell: (step: Step) => void) {
  let frame = 0;
  let latest: Step | undefined;
  return {
    draw: (step: Step) => {
      latest = step;
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        if (latest) tell(latest);
      });
    },
    stop: () => cancelAnimationFrame(frame),
  };
}
