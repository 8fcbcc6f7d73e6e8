import { useEffect, useState } from 'react';
import { droppedFiles, type Dropped } from './dropped-files';

/** Takes files dropped anywhere on the page, and says so while they are over it. */
export function DropHint({ onDrop }: { readonly onDrop: (dropped: Dropped) => void }) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => Array.from(event.dataTransfer?.types ?? []).includes('Files');
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const left = (event: DragEvent): void => {
      // Only leaving the window counts; moving between elements does not.
      if (event.relatedTarget === null) setOver(false);
    };
    const dropped = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      onDrop(droppedFiles(event.dataTransfer));
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', left);
    document.addEventListener('drop', dropped);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', left);
      document.removeEventListener('drop', dropped);
    };
  }, [onDrop]);
  if (!isOver) return null;
  return (
    <div className="drop-hint" aria-hidden="true">
      <p>松开即打开，多份或文件夹就汇总；文件只在本机打开，不上传</p>
    </div>
  );
}
