import type { Layout, Line } from './layout';

/** One step's opinion: who gives it, and what is signed. */
export interface Opinion {
  /** Written into the left column, from top to bottom. */
  readonly by: string;
  readonly words: string;
  readonly signs: string;
}

/** A row for each opinion: its title at the left, room to write, and the line for name, seal and date at the foot. */
export function opinionRows(
  sheet: Layout,
  opinions: readonly Opinion[],
  columns: number,
  height: number,
  breakBefore = false,
): void {
  opinions.forEach(({ by, words, signs }, index) =>
    sheet.row(
      height,
      [
        { value: by, style: 'label' },
        { value: words === '' ? signs : `${words}\n${signs}`, style: 'sign', span: columns - 1 },
      ],
      breakBefore && index === 0,
    ),
  );
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
