/** How many 公斤 one of the unit is; `undefined` for units that are no weight (口粮 counted in 元, say). */
export const kilogramsOf = (unit: string): number | undefined => weights[unit];

/** The amount of one weight unit in another; `undefined` where one of them is no weight. */
export function converted(amount: number, from: string, to: string): number | undefined {
  if (from === to) return amount;
  const [one, other] = [weights[from], weights[to]];
  // Halves and thousandths: six places are far finer than any scale.
  return one === undefined || other === undefined ? undefined : Math.round(((amount * one) / other) * 1e6) / 1e6;
}

const weights: Readonly<Record<string, number | undefined>> = { 公斤: 1, 斤: 0.5, 吨: 1000, 克: 0.001 };
