/** The numbers in a cell for phones: several may be parted by a stroke, a comma, a blank. */
export function phonesIn(text: string): readonly string[] {
  const one = onePhone(text);
  if (one !== undefined) return [one];
  return text
    .replace(/^\s*\+?86[\s-]*(?=1\d{10}$)/, '')
    .split(/[/／、,，;；\s]+/)
    .map((part) => part.replace(/[-—()（）]/g, ''))
    .filter((part) => part !== '');
}

/** A mobile number of a block that had been given out by March 2023, a landline with or without its area code, or a service number. */
export const isPhone = (number: string): boolean => mobile.test(number) || landline.test(number);

const mobile = /^1(3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8}$/;
const landline = /^(0\d{2,3})?[2-8]\d{6,7}$|^400\d{7}$/;

/** Nearly all cells: digits, perhaps with hyphens between them, which are one number. */
function onePhone(text: string): string | undefined {
  let hyphens = 0;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code === 45) hyphens++;
    else if (code < 48 || code > 57) return undefined;
  }
  // 86 in front may be the country.
  if (hyphens === text.length || (text.charCodeAt(0) === 56 && text.charCodeAt(1) === 54)) return undefined;
  return hyphens === 0 ? text : text.replace(/-/g, '');
}
