import type { CellValue } from '../workbook/cell';

/** The line by which the seal is known again in the record. */
export const sealHeading = '报送封签';

/** A seal as texts, one line each, to stand in a printed sheet; a line is far shorter than a cell may hold. */
export interface SealLines {
  readonly stated: readonly { readonly name: string; readonly text: string }[];
  readonly prints: readonly { readonly name: string; readonly text: string }[];
}

/**
 * The lines of the seal among rows of a sheet, word for word, `undefined` where there is none. Name and text are the first
 * two filled cells of a row.
 */
export function sealLinesIn(rows: readonly (readonly CellValue[] | undefined)[]): SealLines | undefined {
  // Rows that were never written are holes.
  const texts = Array.from(rows, (row) => (row ?? []).filter((value) => value !== null && value !== ''));
  const start = texts.findIndex(([first]) => first === sealHeading);
  if (start < 0) return undefined;
  const lines = texts
    .slice(start + 1)
    .flatMap(([name, text]): { name: string; text: string }[] =>
      typeof name === 'string' && lineNames.has(name) ? [{ name, text: String(text ?? '') }] : [],
    );
  const isPrint = ({ name }: { readonly name: string }) => name === '栏目' || name === '行指纹';
  return { stated: lines.filter((line) => !isPrint(line)), prints: lines.filter(isPrint) };
}

const lineNames = new Set([
  '核查人',
  '核查日期',
  '救助方案',
  '核对项目',
  '核查结果',
  '台账',
  '台账指纹',
  '栏目',
  '行指纹',
  '封签指纹',
]);
