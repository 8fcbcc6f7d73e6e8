import { useState } from 'react';
import { parseArea, type Area } from '../core/workbook/cell';
import type { SelectedCell } from './grid/told-cell';
import { LockClosedRegular } from './icons';

export interface ContentLineProps {
  readonly selected?: SelectedCell;
  /** The person typed an address such as `B12` or `B12:D20`. */
  readonly onGo: (area: Area) => void;
}

/** The active cell's address and its whole content, digits and all. */
export function ContentLine({ selected, onGo }: ContentLineProps) {
  const address = selected?.address ?? '';
  const hint = hintOf(selected);
  return (
    <div className="content-line">
      <AddressBox key={address} address={address} onGo={onGo} />
      <output className="content" aria-label="单元格内容" title={selected?.content}>
        {selected?.content}
      </output>
      {hint && (
        <span className="content-hint">
          <LockClosedRegular aria-hidden /> {hint}
        </span>
      )}
    </div>
  );
}

function AddressBox({ address, onGo }: { readonly address: string; readonly onGo: (area: Area) => void }) {
  const [typed, setTyped] = useState(address);
  return (
    <input
      className="address"
      aria-label="单元格地址，输入后回车跳转"
      value={typed}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => setTyped(address)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(address);
        if (event.key !== 'Enter') return;
        // The grid takes the focus now; the key must not be typed there.
        event.preventDefault();
        const area = parseArea(typed.trim().replace('：', ':'));
        if (area) onGo(area);
        else setTyped(address);
      }}
    />
  );
}

function hintOf(selected: SelectedCell | undefined): string | undefined {
  if (selected?.readOnly === 'locked') return '受工作表保护，不能改';
  if (selected?.readOnly !== 'formula') return undefined;
  return selected.isStale ? '公式，未重新计算；用 Excel 或 WPS 打开时自动重算' : '公式，只能看';
}
