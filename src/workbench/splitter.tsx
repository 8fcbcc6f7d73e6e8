import { useRef, type KeyboardEvent, type PointerEvent } from 'react';

const least = 320;
const step = 16;

/** The bar between grid and panel: dragged with the mouse, moved with the arrow keys. */
export function Splitter({ width, onWidth }: { readonly width: number; readonly onWidth: (width: number) => void }) {
  const grip = useRef<{ readonly x: number; readonly width: number }>();
  const most = Math.max(least, Math.round(window.innerWidth * 0.6));
  const set = (wanted: number): void => onWidth(Math.max(least, Math.min(most, wanted)));
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width };
  };
  const keys = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: step, ArrowRight: -step, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(width + by);
  };
  return (
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label="调整面板宽度"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={begin}
      onPointerMove={(event) => grip.current && set(grip.current.width + grip.current.x - event.clientX)}
      onPointerUp={() => (grip.current = undefined)}
      onPointerCancel={() => (grip.current = undefined)}
      onKeyDown={keys}
    />
  );
}
