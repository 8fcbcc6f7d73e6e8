import type { Box, Layout } from './layout';
import type { Line } from './layout';

/** One step's opinion: who gives it, and what is signed. */
export interface Opinion {
  /** Written into the left column, from top to bottom. */
  readonly by: string;
  readonly words: string;
  readonly signs: string;
}

/** A row for each opinion: its title at the left, room to write, and the line for name, seal and date at the foot. */
export function opinionRows(sheet: Layout, opinions: readonly Opinion[], columns: number, height: number): void {
  for (const { by, words, signs } of opinions) {
    const title: Box = { value: by, style: 'label', down: 2 };
    sheet.row(height - 24, [title, { value: words, style: 'box', span: columns - 1 }]);
    sheet.row(24, [{ value: signs, style: 'sign', span: columns - 1 }]);
  }
}

/** Opinions as boxes under a table: who gives it at the left, room and signature at the right. */
export const opinionLines = (opinions: readonly Opinion[], height = 51): readonly Line[] =>
  opinions.map(({ by, words, signs }): Line => ({
    parts: [`${by}\n意见`, words === '' ? signs : `${words}\n${signs}`],
    style: 'opinion',
    shares: [1, 4],
    height,
  }));

/** Name, seal and date; the blanks leave room for each. */
export const signature = '负责人（签字）：　　　　　　（盖章）　　　年　　月　　日';
