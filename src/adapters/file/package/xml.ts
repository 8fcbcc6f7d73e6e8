import { SaxesParser } from 'saxes';
import type { Watch } from '../../../core/workbook/port';
import { pause } from './pause';
import { plainTree, treeLimits, type Growing } from './plain-xml';
import { unreadable } from './unreadable';

/** An element of a small part. Attributes keep their prefix. */
export interface XmlNode {
  /** As it is written, with its prefix. */
  readonly tag: string;
  /** Without prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** The element's own text, without that of its children. */
  readonly text: string;
}

/** What a reader wants to hear while a part streams by. */
export interface XmlEars {
  /** `name` keeps its prefix. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  /** Entities are resolved; one text may come in several pieces. */
  readonly text?: (text: string) => void;
}

/**
 * Reads a part as a stream, in whichever encoding it declares, without ever making one string of it.
 * Throws `UnreadableWorkbook` for a DOCTYPE and for anything not well-formed.
 */
export async function streamXml(bytes: Uint8Array, ears: XmlEars, watch?: Watch): Promise<void> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  parser.on('error', () => {
    throw unreadable('damaged');
  });
  parser.on('doctype', () => {
    throw unreadable('doctype');
  });
  parser.on('opentag', ({ name, attributes }) => ears.open?.(name, attributes));
  parser.on('closetag', ({ name }) => ears.close?.(name));
  if (ears.text) {
    parser.on('text', ears.text);
    parser.on('cdata', ears.text);
  }
  const decoder = decoderFor(bytes);
  for (let from = 0; from < bytes.length; from += pieceSize) {
    parser.write(decoded(decoder, bytes.subarray(from, from + pieceSize)));
    await pause(watch);
  }
  parser.write(decoded(decoder));
  parser.close();
}

/** Reads a whole small part: relations, styles, the workbook's own list of sheets. Throws `UnreadableWorkbook`. */
export async function readXml(bytes: Uint8Array, watch?: Watch): Promise<XmlNode> {
  if (bytes.length > treeLimits.bytes) throw unreadable('tooLarge');
  return (await plainTree([bytes], watch)) ?? (await streamedTree(bytes, watch));
}

/** The thorough way to a tree: any encoding, any prefix, CDATA. */
export async function streamedTree(bytes: Uint8Array, watch?: Watch): Promise<XmlNode> {
  const top: Growing = { tag: '', name: '', attributes: {}, children: [], text: '' };
  const open: Growing[] = [top];
  let nodes = 0;
  await streamXml(
    bytes,
    {
      open(tag, attributes) {
        if (++nodes > treeLimits.nodes || open.length > treeLimits.depth) throw unreadable('tooLarge');
        const node: Growing = { tag, name: localName(tag), attributes, children: [], text: '' };
        open[open.length - 1].children.push(node);
        open.push(node);
      },
      close: () => open.pop(),
      text(text) {
        open[open.length - 1].text += text;
      },
    },
    watch,
  );
  return top.children[0];
}

/** `x:sheet` → `sheet`. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The first child of that name. */
export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((candidate) => candidate.name === name);

/** All children of that name. */
export const childrenNamed = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((candidate) => candidate.name === name) ?? [];

/** An attribute of any prefix, such as the `id` of `r:id`. */
export function prefixedAttribute(node: XmlNode, name: string): string | undefined {
  const key = Object.keys(node.attributes).find((candidate) => candidate.endsWith(`:${name}`));
  return key === undefined ? undefined : node.attributes[key];
}

/** How XML writes a truth value; missing gives `missing`. */
export const truth = (value: string | undefined, missing = false): boolean =>
  value === undefined ? missing : value === '1' || value === 'true' || value === 'on';

const pieceSize = 64 * 1024;

function decoderFor(bytes: Uint8Array): TextDecoder {
  const declared = /encoding\s*=\s*["']([\w.-]+)["']/.exec(String.fromCharCode(...bytes.subarray(0, 200)))?.[1];
  const encoding = utf16Of(bytes) ?? (declared && !/^utf-?16|^ucs/i.test(declared) ? declared : 'utf-8');
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw unreadable('damaged');
  }
}

function decoded(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw unreadable('damaged');
  }
}

/** UTF-16 shows itself by its mark, or by the empty half of the first `<`. */
function utf16Of(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return undefined;
}
