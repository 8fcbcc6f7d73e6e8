import { checks } from '../../src/core/checks';
import { fills } from '../../src/core/fills';
import { readKinds } from '../../src/core/read/kinds';
import { schemeWords } from '../../src/core/policy/scheme-words';
import { referenceKinds } from '../../src/core/checks/reference-kinds';
import { fields } from '../../src/core/ledger/fields';

const kinds = [...checks, ...readKinds, ...fills.map((fill) => fill.disagrees)];
const messages = kinds.flatMap((kind) =>
  Object.entries(kind.messages).map(([key, sentence]) => [`${kind.id} / ${key}`, sentence] as const),
);

/** The names that stand in braces. A new one is a new word for everyone who writes sentences: use an old one where it fits. */
const placeholders = [
  'actual',
  'after',
  'characters',
  'column',
  'date',
  'expected',
  'form',
  'formula',
  'label',
  'limit',
  'name',
  'other',
  'tail',
  'unit',
  'value',
  'words',
];

test('placeholders come from the list, and the list is sorted and holds nothing unused', () => {
  const used = new Set(
    messages.flatMap(([, sentence]) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1])),
  );
  expect([...used].sort()).toEqual(placeholders);
});

test.each(messages)('%s is one plain sentence', (_, sentence) => {
  expect(sentence).toMatch(/。$/);
  expect(sentence.slice(0, -1)).not.toMatch(/[。！!？?；;]/);
  expect(sentence).not.toMatch(/非法|错误[！!]|严重|必须立即|违规|你|您/);
});

test.each(messages)('%s says what to do', (_, sentence) => {
  expect(sentence).toMatch(/请/);
});

const texts = [
  ...messages,
  ...kinds.flatMap((kind) => [
    [`${kind.id} / title`, kind.title] as const,
    [`${kind.id} / why`, kind.why] as const,
    [`${kind.id} / source`, kind.source] as const,
  ]),
  ...Object.entries(fields).flatMap(([key, { zh, meaning }]) => [[key, zh] as const, [key, meaning] as const]),
  ...Object.entries(referenceKinds),
  ...Object.entries(schemeWords),
];

/** Names of standards and of Excel's own words that have no Chinese form. */
const allowed = /\bGB(\/T)? ?\d+|\bISO \d+|\bA[34]\b/g;

test('people read Chinese', () => {
  const english = texts.filter(([, text]) => /[A-Za-z]{2,}/.test(text.replace(/\{\w+\}/g, '').replace(allowed, '')));
  expect(english).toEqual([]);
});

test('columns, titles and ids are told apart by their words', () => {
  for (const words of [
    Object.values(fields).map(({ zh }) => zh),
    kinds.map(({ title }) => title),
    kinds.map(({ id }) => id),
  ])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});
