import type { IsoDate } from '../../../src/core/ledger/dates';
import { policyOn } from '../../../src/core/policy/policy';
import type { Scheme } from '../../../src/core/policy/scheme';

const source = '举例';
const scheme: Scheme = {
  id: 'example',
  title: '举例方案',
  document: '举例文件',
  rulings: [
    { from: '2025-11-01', allocation: { yuan: 200, source: '新' } },
    { allocation: { yuan: 100.5, source: '旧' }, absentMonths: { value: 6, source } },
    { from: '2026-02-01', absentMonths: { value: 3, source } },
  ],
};

test.each([
  ['2025-10-31', 10050, '旧', 6],
  ['2025-11-01', 20000, '新', 6],
  ['2026-02-01', 20000, '新', 3],
])('on %s the latest ruling of each parameter holds, in 分', (day, fen, clause, months) => {
  const policy = policyOn(scheme, day as IsoDate);
  expect(policy.allocation).toEqual({ value: fen, source: clause });
  expect(policy.absentMonths?.value).toBe(months);
  expect(policy).toMatchObject({ scheme: 'example', schemeTitle: '举例方案', document: '举例文件', asOf: day });
});

test('nothing holds before the first ruling has begun', () => {
  const later = { ...scheme, rulings: [scheme.rulings[0]] };
  expect(policyOn(later, '2025-10-31' as IsoDate).allocation).toBeUndefined();
});

test('a scheme’s own holidays go before those that ship', () => {
  const own = { year: 2026, off: [['01-01', '01-02']], worked: [], springFestival: '02-17', source } as const;
  expect(policyOn({ ...scheme, holidays: [own] }, '2026-01-01' as IsoDate).holidays?.[0]).toEqual(own);
});
