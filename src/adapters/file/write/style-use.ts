import type { Step } from '../../../core/workbook/port';
import type { StyleUse } from './styles-patch';

/** Collects, over many parts, which cell formats and differential formats they refer to. */
export function styleUse(): StyleUse & { readonly cellFormats: Set<number>; readonly differential: Set<number> } {
  return { cellFormats: new Set([0]), differential: new Set() };
}

/**
 * Adds what a part refers to: `s` of cells and rows, `style` of columns, and every attribute whose name ends in `dxfId`.
 * It looks at signs, not at structure; text that happens to look so only keeps a format that could have gone.
 */
export function* addStyleUse(bytes: Uint8Array, used: ReturnType<typeof styleUse>): Generator<Step, void> {
  let rested = 0;
  for (let at = bytes.indexOf(equals); at >= 0; at = bytes.indexOf(equals, at + 1)) {
    if (at - rested > stride) {
      rested = at;
      yield { doing: '正在保存', done: at, total: bytes.length };
    }
    const before = bytes[at - 1];
    if (before === 0x73) {
      if (bytes[at - 2] <= 0x20) used.cellFormats.add(numberBehind(bytes, at));
    } else if (before === 0x65) {
      if (endsIn(bytes, at, 'style')) used.cellFormats.add(numberBehind(bytes, at));
    } else if (before === 0x64) {
      if (endsIn(bytes, at, 'dxfId') || endsIn(bytes, at, 'DxfId')) used.differential.add(numberBehind(bytes, at));
    }
  }
}

const equals = 0x3d;

const stride = 1024 * 1024;

function endsIn(bytes: Uint8Array, end: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[end - word.length + i] !== word.charCodeAt(i)) return false;
  return true;
}

function numberBehind(bytes: Uint8Array, at: number): number {
  let number = 0;
  for (let i = at + 2; bytes[i] >= 0x30 && bytes[i] <= 0x39; i++) number = number * 10 + bytes[i] - 0x30;
  return number;
}
