import { Cancelled, type Watch } from '../../../core/workbook/port';
import { pause } from '../package/pause';

/** How a text's bytes are to be read. */
export interface TextEncoding {
  /** A name that `TextDecoder` knows. */
  readonly label: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
  /** True where nothing in the file said so. */
  readonly isGuessed: boolean;
  /** True where some bytes mean nothing in this encoding. */
  readonly hasGaps: boolean;
}

/** Finds how a text is encoded; `undefined` where the bytes are no text at all. */
export async function encodingOf(bytes: Uint8Array, watch?: Watch): Promise<TextEncoding | undefined> {
  const [first, second, third] = bytes;
  const marked = (label: TextEncoding['label']) => ({ label, isGuessed: false, hasGaps: false });
  if (first === 0xff && second === 0xfe) return marked('utf-16le');
  if (first === 0xfe && second === 0xff) return marked('utf-16be');
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return (await isText(bytes, 'utf-8', watch)) && marked('utf-8');
  if (second === 0 && third !== 0 && first >= 0x20) return { ...marked('utf-16le'), isGuessed: true };
  if (await isText(bytes, 'utf-8', watch)) return marked('utf-8');
  // A cut-off or slightly damaged UTF-8 text is often valid GB18030 too, all of it nonsense.
  const inUtf8 = await gapsIn(bytes, 'utf-8', watch);
  if (isSlight(inUtf8, bytes) && inUtf8.wide > 10 * inUtf8.gaps) return { ...marked('utf-8'), hasGaps: true };
  if (await isText(bytes, 'gb18030', watch)) return { label: 'gb18030', isGuessed: true, hasGaps: false };
  const inGb18030 = await gapsIn(bytes, 'gb18030', watch);
  return isSlight(inGb18030, bytes) ? { label: 'gb18030', isGuessed: true, hasGaps: true } : undefined;
}

/** The text in pieces, so that a page can live between them. */
export async function* decodedPieces(bytes: Uint8Array, label: string, watch?: Watch): AsyncGenerator<string> {
  const decoder = new TextDecoder(label);
  for (let from = 0; from < bytes.length; from += pieceSize) {
    yield decoder.decode(bytes.subarray(from, from + pieceSize), { stream: true });
    await pause(watch);
  }
  yield decoder.decode();
}

/** What to tell the person about an encoding nobody declared. */
export const remarksOnEncoding = ({ label, isGuessed, hasGaps }: TextEncoding): readonly string[] => [
  ...(isGuessed && label === 'gb18030'
    ? ['文件没有注明文字编码，已按国标编码（GB18030）读取，如见乱码请用 Excel 或 WPS 另存为 .xlsx 后再选择它。']
    : []),
  ...(hasGaps ? ['文件里有少数字无法辨认，已用“�”代替，请对照原件补正。'] : []),
];

const pieceSize = 256 * 1024;

// Characters that texts do not hold.
const controls = /[\u0000-\u0008\u000e-\u0019\u001c-\u001f]/g;

/** Whether every byte has a meaning in the encoding, and hardly any is a control character. */
async function isText(bytes: Uint8Array, label: string, watch?: Watch): Promise<true | undefined> {
  const decoder = new TextDecoder(label, { fatal: true });
  let strays = 0;
  try {
    for (let from = 0; from < bytes.length; from += pieceSize) {
      const text = decoder.decode(bytes.subarray(from, from + pieceSize), { stream: true });
      strays += text.match(controls)?.length ?? 0;
      await pause(watch);
    }
    decoder.decode();
  } catch (error) {
    // The decoder throws its host's own TypeError, which need not be ours.
    if (error instanceof Cancelled) throw error;
    return undefined;
  }
  return strays * 1000 <= bytes.length ? true : undefined;
}

interface Gaps {
  /** Characters that mean nothing. */
  readonly gaps: number;
  /** Characters beyond ASCII that do. */
  readonly wide: number;
}

const isSlight = ({ gaps }: Gaps, bytes: Uint8Array): boolean => gaps <= Math.max(1, bytes.length / 1000);

async function gapsIn(bytes: Uint8Array, label: string, watch?: Watch): Promise<Gaps> {
  let gaps = 0;
  let wide = 0;
  for await (const text of decodedPieces(bytes, label, watch)) {
    const strange = text.match(/\ufffd/g)?.length ?? 0;
    gaps += strange + (text.match(controls)?.length ?? 0);
    wide += (text.match(/[\u0080-\uffff]/g)?.length ?? 0) - strange;
  }
  return { gaps, wide };
}
