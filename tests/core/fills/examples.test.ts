import { fills } from '../../../src/core/fills';
import type { IsoDate } from '../../../src/core/ledger/dates';
import type { Policy } from '../../../src/core/policy/policy';

const bare: Policy = {
  scheme: 'example',
  schemeTitle: '举例',
  document: '举例',

  asOf: '2026-01-05' as IsoDate,
};

describe.each(fills.map((fill) => [fill.id, fill] as const))('%s', (_, fill) => {
  test.each(fill.examples.map((example, index) => [index + 1, example] as const))('example %i', (_number, example) => {
    const entry = example.given as Parameters<typeof fill.compute>[0];
    const computed = fill.compute(entry, { ...bare, ...example.policy }, { isFirst: true });
    expect('reason' in computed ? computed : { value: computed.value, formula: computed.working().formula }).toEqual(
      example.gives,
    );
  });

  test('shows a value and, where a row may get none, the reason', () => {
    expect(fill.examples.length).toBeGreaterThan(0);
    expect(fill.examples.some(({ gives }) => 'value' in gives)).toBe(true);
  });
});
