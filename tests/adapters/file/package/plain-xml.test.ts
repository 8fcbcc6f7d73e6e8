import fc from 'fast-check';
import { plainTree } from '../../../../src/adapters/file/package/plain-xml';
import { streamedTree } from '../../../../src/adapters/file/package/xml';
import { UnreadableWorkbook } from '../../../../src/core/workbook/port';
import { utf8 } from '../../../support/xlsx-fixture';

// The quick way to a tree and the parser of all XML must tell the same of every part that the quick way takes.

const outcome = async (work: Promise<unknown>) => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return error.message;
    throw error;
  }
};
const quickly = (xml: string) => outcome(plainTree([utf8(xml)]));
const thoroughly = (xml: string) => outcome(streamedTree(utf8(xml)));

const name = fc.constantFrom('a', 'row', 'x:b', 'r.1-2', '_c', 'constructor', '__proto__', 'é', '1a');
const words = fc
  .array(
    fc.constantFrom('户', 'a', ' ', '\r\n', '\t', '&amp;', '&#x4E00;', '&no;', '&', '>', ']]>', '<', "'", '"', '𠮷'),
    {
      maxLength: 3,
    },
  )
  .map((pieces) => pieces.join(''));
const attributes = fc
  .array(
    fc
      .tuple(fc.constantFrom(' ', '\n ', ''), name, fc.constantFrom('"', "'", ''), words)
      .map(([gap, key, quote, value]) => `${gap}${key}=${quote}${value}${quote}`),
    { maxLength: 2 },
  )
  .map((list) => list.join(''));
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.constantFrom('<!-- note -->', '<!-- a--b -->', '<![CDATA[x]]>', '<?go on?>'),
    fc
      .tuple(name, attributes, fc.array(tie('node'), { maxLength: 3 }), fc.constantFrom('', ' '))
      .map(([tag, list, inner, gap]) => `<${tag}${list}>${inner.join('')}</${tag}${gap}>`),
    fc.tuple(name, attributes, fc.constantFrom('', ' ')).map(([tag, list, gap]) => `<${tag}${list}${gap}/>`),
  ),
}));
const part = fc
  .tuple(
    fc.constantFrom(
      '',
      '\ufeff',
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
      "<?xml version='1.0'?>",
    ),
    fc.array(node, { maxLength: 3 }),
    fc.constantFrom('', '\n', '<!--end-->', '<b/>', 'x', '</root>'),
  )
  .map(([head, inner, tail]) => `${head}<root xmlns="urn:x" xmlns:r="urn:y">${inner.join('')}</root>${tail}`);

test('both ways tell the same', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(part, async (xml) => {
      const quick = await quickly(xml);
      if (quick === undefined) return;
      read++;
      expect(quick).toEqual(await thoroughly(xml));
    }),
    { numRuns: 1500 },
  );
  expect(read).toBeGreaterThan(200);
});

test.each([
  ['a document type', '<!DOCTYPE a><a/>'],
  ['an open element', '<a><b></a>'],
  ['nothing', ''],
  ['two roots', '<a/><b/>'],
  ['an attribute twice', '<a b="1" b="2"/>'],
  ['no room between attributes', '<a b="1"c="2"/>'],
  ['another encoding', '<?xml version="1.0" encoding="GBK"?><a/>'],
  ['a control character', '<a>\u0007</a>'],
])('%s is left to the parser of all XML', async (_what, xml) => {
  expect(await quickly(xml)).toBeUndefined();
});

test('a part may come in pieces', async () => {
  const tree = await plainTree([utf8('<a><b/><c>'), utf8('</c><d e="&lt;户"/></a>')]);
  expect(tree?.children.map(({ tag }) => tag)).toEqual(['b', 'c', 'd']);
  expect(tree?.children[2].attributes).toEqual({ e: '<户' });
});
