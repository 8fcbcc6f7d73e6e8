import { checks } from '../../../src/core/checks';
import { defineCheck } from '../../../src/core/checks/check';

const facts = {
  id: 'household-size-unusual',
  title: '家庭人口偏多',
  why: '示例',
  source: '示例',
  severity: 'note',
  messages: { many: '家庭人口 {actual} 人，请核对。', odd: '家庭人口不常见，请核对。' },
  examples: { good: [], bad: [] },
} as const;

// The compiler is the judge here: `npm run typecheck` fails where one of these lines compiles after all.
test('what a check may not say does not compile', () => {
  const attempts = [
    defineCheck({
      ...facts,
      needs: ['householdSize'],
      // @ts-expect-error a placeholder is left without its value
      each: ({ householdSize }) => (householdSize > 9 ? { message: 'many', field: 'householdSize' } : undefined),
    }),
    defineCheck({
      ...facts,
      needs: ['householdSize'],
      // @ts-expect-error there is no such message
      each: () => ({ message: 'few', field: 'householdSize' }),
    }),
    defineCheck({
      ...facts,
      needs: ['householdSize'],
      // @ts-expect-error the field is not among those the check needs or reads
      each: () => ({ message: 'odd', field: 'idNumber' }),
    }),
    defineCheck({
      ...facts,
      needs: ['householdSize'],
      // @ts-expect-error a field that is not listed cannot be read
      each: ({ peopleInNeed }) => (peopleInNeed ? { message: 'odd', field: 'householdSize' } : undefined),
    }),
    defineCheck({
      ...facts,
      reads: ['householdSize'],
      // @ts-expect-error what is only read may be missing
      each: ({ householdSize }) => (householdSize > 9 ? { message: 'odd', field: 'householdSize' } : undefined),
    }),
    defineCheck({
      ...facts,
      needs: ['householdSize'],
      // @ts-expect-error a parameter that is not asked for may be missing
      each: (_, policy) => (policy.absentMonths.value > 1 ? { message: 'odd', field: 'householdSize' } : undefined),
    }),
    // @ts-expect-error there is no such column
    defineCheck({ ...facts, needs: ['houseHoldSize'], each: () => undefined }),
  ];
  expect(attempts).toHaveLength(7);
});

test('what a check may say compiles', () => {
  const check = defineCheck({
    ...facts,
    needs: ['householdSize'],
    reads: ['remark'],
    parameters: ['absentMonths'],
    each: ({ householdSize, remark, typed }, { absentMonths }) =>
      householdSize > absentMonths.value && remark === undefined && typed('remark') === null
        ? { message: 'many', data: { actual: householdSize }, field: 'householdSize', also: ['remark'] }
        : undefined,
  });
  expect(check.needs).toEqual(['householdSize']);
});

test('every check tells all that the catalogue and 为什么 show', () => {
  for (const check of checks) {
    expect([check.id, check.title, check.why, check.source].every((text) => text.length > 0)).toBe(true);
    expect(Object.keys(check.messages).length).toBeGreaterThan(0);
  }
});
