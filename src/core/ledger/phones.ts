/** The numbers in a cell for phones: several may be parted by a stroke, a comma, a blank. */
export const phonesIn = (text: string): readonly string[] =>
  text
    .replace(/^\s*\+?86[\s-]*(?=1\d{10}$)/, '')
    .split(/[/／、,，;；\s]+/)
    .map((part) => part.replace(/[-—()（）]/g, ''))
    .filter((part) => part !== '');

/** A mobile number of a block that had been given out by March 2023, a landline with or without its area code, or a service number. */
export const isPhone = (number: string): boolean => mobile.test(number) || landline.test(number);

const mobile = /^1(3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8}$/;
const landline = /^(0\d{2,3})?[2-8]\d{6,7}$|^400\d{7}$/;
