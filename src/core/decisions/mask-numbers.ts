/** The text with every number that could be an identity number, account or phone cut to its last four characters. */
export const maskNumbers = (text: string): string =>
  text.replace(/[0-9０-９](?:[ \u3000-]?[0-9０-９]){9,}[XxＸｘ]?/g, (number) => `…${number.slice(-4)}`);
