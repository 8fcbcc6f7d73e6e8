import { textXml } from './cell-xml';
import { encode } from './xml-bytes';

/** The table of texts of a new workbook: each different text once, cells hold its number. */
export interface SharedTexts {
  readonly numberOf: (text: string) => number;
  /** The table's part, once every cell was written. */
  readonly part: (namespace: string) => Generator<Uint8Array>;
}

export function sharedTexts(): SharedTexts {
  const numbers = new Map<string, number>();
  return {
    numberOf: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    *part(namespace) {
      let written = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${namespace}" uniqueCount="${numbers.size}">`;
      for (const text of numbers.keys()) {
        written += `<si>${textXml('', text)}</si>`;
        if (written.length < pieceLength) continue;
        yield encode(written);
        written = '';
      }
      yield encode(`${written}</sst>`);
    },
  };
}

const pieceLength = 128 * 1024;
