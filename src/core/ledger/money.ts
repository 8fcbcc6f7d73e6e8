/** Money: whole 分, never a fraction. */
export type Fen = number & { readonly unit: 'fen' };

/** 元 as 分, rounded to whole 分. */
export const yuan = (amount: number): Fen => Math.round(amount * 100) as Fen;

/** 元 without grouping, with two decimals or none, as a sentence shows it: 45000 分 → `450`, 12345 分 → `123.45`. */
export function formatYuan(amount: Fen): string {
  const whole = Math.trunc(Math.abs(amount) / 100);
  const rest = Math.abs(amount) % 100;
  const sign = amount < 0 ? '-' : '';
  return rest === 0 ? `${sign}${whole}` : `${sign}${whole}.${String(rest).padStart(2, '0')}`;
}
