import { useEffect, useRef, useState } from 'react';
import { DismissRegular } from './icons';

export interface FindBarProps {
  /** Counts how often it was asked for: the box takes the focus each time. */
  readonly asked: number;
  /** Shows the next cell (1) or the one before (-1) that holds the text; false where none does. */
  readonly onFind: (text: string, direction: 1 | -1) => boolean;
  readonly onClose: () => void;
}

/** 查找 in the sheet in view: only its drawn rows are known to the browser's own search. */
export function FindBar({ asked, onFind, onClose }: FindBarProps) {
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [missed, setMissed] = useState<string>();
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, [asked]);
  const find = (direction: 1 | -1): void => {
    if (text.trim() === '') return;
    setMissed(onFind(text, direction) ? undefined : text);
  };
  return (
    <div className="find-bar" role="search" aria-label="在表格里查找">
      <span className="find-missed" role="status">
        {missed !== undefined && missed === text && '没有找到'}
      </span>
      <input
        ref={box}
        className="find-text"
        aria-label="要查找的内容"
        placeholder="查找姓名、号码或文字"
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault();
            find(event.shiftKey ? -1 : 1);
          }
        }}
      />
      <button type="button" className="bench-button quiet" onClick={() => find(-1)}>
        上一个
      </button>
      <button type="button" className="bench-button quiet" onClick={() => find(1)}>
        下一个
      </button>
      <button type="button" className="bench-button quiet" aria-label="关闭查找" onClick={onClose}>
        <DismissRegular aria-hidden />
      </button>
    </div>
  );
}
