/** How many 斤 one of the unit is; `undefined` for units that are no weight. */
export const jinPerUnit = (unit: string | undefined): number | undefined => jin[unit ?? ''];

const jin: Readonly<Record<string, number | undefined>> = {
  斤: 1,
  市斤: 1,
  公斤: 2,
  千克: 2,
  kg: 2,
  KG: 2,
  Kg: 2,
  吨: 2000,
};
