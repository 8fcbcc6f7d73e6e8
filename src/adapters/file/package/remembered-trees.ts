import type { Watch } from '../../../core/workbook/port';
import { readXml, type XmlNode } from './xml';
import type { ZipPackage, ZipPart } from './zip-package';

/**
 * The tree of a part that says nothing about anyone, such as styles. The last few are kept: workbooks that come back from
 * one form share such parts byte for byte, and reading them is a good part of reading a small file. Throws `UnreadableWorkbook`.
 */
export async function rememberedTree(pkg: ZipPackage, part: ZipPart, watch?: Watch): Promise<XmlNode> {
  const known = remembered.find((one) => isSame(one.part, part));
  if (known) return known.tree;
  const tree = await readXml(await pkg.inflate(part, watch), watch);
  if (part.size > largest) return tree;
  // A copy, for the squeezed bytes are a window on the whole file.
  remembered.unshift({ part: { ...sizes(part), compressed: part.compressed.slice() }, tree });
  if (remembered.length > most) remembered.pop();
  return tree;
}

type Squeezed = Pick<ZipPart, 'method' | 'crc' | 'size' | 'compressed'>;

const remembered: { readonly part: Squeezed; readonly tree: XmlNode }[] = [];
const most = 8;
const largest = 256 * 1024;

const sizes = ({ method, crc, size }: ZipPart): Omit<Squeezed, 'compressed'> => ({ method, crc, size });

const isSame = (one: Squeezed, other: ZipPart): boolean =>
  one.crc === other.crc &&
  one.size === other.size &&
  one.method === other.method &&
  one.compressed.length === other.compressed.length &&
  one.compressed.every((byte, at) => byte === other.compressed[at]);
