/**
 * A number out of a text file, only where nothing can be lost by it: short, without leading zeros or trailing ones after
 * the point. Everything else, phone numbers, accounts and ID numbers above all, stays text.
 */
export function plainNumber(text: string): number | undefined {
  if (!/^-?(0|[1-9]\d{0,8})(\.\d{1,6})?$/.test(text)) return undefined;
  const number = Number(text);
  return String(number) === text ? number : undefined;
}
