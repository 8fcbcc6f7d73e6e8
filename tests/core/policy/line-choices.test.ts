import {
  lineGroups,
  needsClause,
  newSubject,
  subjectChoices,
  unitChoices,
  valueChoices,
} from '../../../src/core/policy/line-choices';
import { takers } from '../../../src/core/policy/line-takers';
import { linesOfScheme } from '../../../src/core/policy/scheme-lines';
import { schemes } from '../../../src/schemes';

const lines = schemes.flatMap((scheme) => linesOfScheme(scheme).map((line) => [scheme.id, line] as const));

test('the groups hold every word that a line can begin with, each once', () => {
  const words = lineGroups.flatMap((group) => group.words);
  expect([...words].sort()).toEqual([...takers.keys()].sort());
});

test('what the schemes that ship say is among what a person may choose', () => {
  for (const [id, { word, subject, value, unit }] of lines) {
    const place = `${id} ${word} ${subject}`;
    const subjects = subjectChoices(word);
    if (subjects)
      expect([place, subjects.length === 0 ? [''] : subjects]).toEqual([place, expect.arrayContaining([subject])]);
    const values = valueChoices(word);
    if (values) expect([place, values]).toEqual([place, expect.arrayContaining([value])]);
    if (unit !== '') expect([place, unitChoices(word)]).toEqual([place, expect.arrayContaining([unit])]);
  }
});

test('the lines that need a clause are those that have one', () => {
  for (const [id, { word, source }] of lines) expect([id, word, source !== '']).toEqual([id, word, needsClause(word)]);
});

test('a new line of a class is about everyone, one of a notice about the village, one of a year about none yet', () => {
  expect([newSubject('定额'), newSubject('公示天数'), newSubject('放假'), newSubject('下达资金')]).toEqual([
    '全部',
    '村',
    '',
    '',
  ]);
});
