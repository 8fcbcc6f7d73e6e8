import { checks } from '../../../src/core/checks';
import type { Check, Example } from '../../../src/core/checks/check';
import { describe as sentenceOf } from '../../../src/core/findings/describe';
import type { Finding } from '../../../src/core/findings/finding';
import { resultOf } from '../../support/example-findings';

// The examples that the catalogue shows are run here: a good table gives no finding of its check, a bad one exactly one.
describe.each(checks.map((check) => [check.id, check] as const))('%s', (_, check) => {
  test('has good and bad examples', () => {
    expect(check.examples.good.length).toBeGreaterThan(0);
    expect(check.examples.bad.length).toBeGreaterThan(0);
  });

  test.each(check.examples.good.map((example) => [example]))('finds nothing in %p', (example) => {
    expect(findingsIn(check, example)).toEqual([]);
  });

  test.each(check.examples.bad.map((example) => [example]))('finds exactly one thing in %p', (example) => {
    const found = findingsIn(check, example);
    expect(found.map(({ kind, severity }) => [kind, severity])).toEqual([[check.id, check.severity]]);
    const sentence = sentenceOf(found[0], new Map([[check.id, check]]));
    expect(sentence).not.toMatch(/[{}]|undefined|null/);
    expect(sentence).not.toMatch(/\d{11}/);
  });

  test('each message has a bad example', () => {
    const said = new Set(
      check.examples.bad.flatMap((example) => findingsIn(check, example)).map(({ message }) => message),
    );
    expect([...said].sort()).toEqual(Object.keys(check.messages).sort());
  });

  test('is one function', () => {
    expect([check.cell, check.each, check.across].filter((code) => code !== undefined)).toHaveLength(1);
  });
});

function findingsIn(check: Check, example: Example): readonly Finding[] {
  const { findings, notChecked } = resultOf(check, example);
  // An example on which the check did not run would prove nothing.
  expect(notChecked.filter(({ sheet }) => sheet !== undefined)).toEqual([]);
  return findings;
}
