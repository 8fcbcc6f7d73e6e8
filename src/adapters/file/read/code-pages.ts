/** What the reader of old files asks for texts in a code page: answered by the platform, so that no tables are shipped. */
export const codePages = {
  utils: {
    decode(page: number, bytes: ArrayLike<number> | string): string {
      const codes = typeof bytes === 'string' ? Array.from(bytes, (letter) => letter.charCodeAt(0)) : bytes;
      return new TextDecoder(labels[page] ?? 'windows-1252').decode(Uint8Array.from(codes));
    },
    /** Asked only when writing, which we never do. */
    encode: (_page: number, text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0) & 255),
  },
};

const labels: Readonly<Record<number, string | undefined>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1250: 'windows-1250',
  1251: 'windows-1251',
  10000: 'macintosh',
  10008: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};
