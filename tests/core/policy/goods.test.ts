import { yuan } from '../../../src/core/ledger/money';
import { goodsFor } from '../../../src/core/policy/goods';
import type { Policy } from '../../../src/core/policy/policy';
import { policyWith } from '../../support/test-policy';

const source = '举例';
const group = (name: string) => ({ name, columns: ['disasterType'] as const });
const range = (min: number, max: number) => ({ value: { min, max }, source });

/** Crops give more grain, houses give quilts: neither gives no less of everything. */
const policy: Policy = policyWith({
  inKind: [
    { group: group('作物'), grain: { jinPerPersonDay: { value: 1, source }, months: range(4, 6) } },
    {
      group: group('房屋'),
      grain: { jinPerPersonDay: { value: 1, source }, months: range(2, 3) },
      quilts: { per: '每户', pieces: range(2, 4) },
    },
  ],
  stacking: { value: '就高不叠加', source },
});
const both = { disasterType: '作物/房屋', peopleInNeed: 2 };
const prices = (grain: number, quilt: number) => ({
  prices: { grainPerJin: { value: yuan(grain), source }, quilt: { value: yuan(quilt), source } },
});

test('types that give different goods are compared at the scheme’s prices', () => {
  // 360 斤 against 180 斤 and 4 quilts.
  expect(goodsFor({ ...policy, ...prices(2, 50) }, both)).toMatchObject({ typeName: '作物' });
  expect(goodsFor({ ...policy, ...prices(2, 100) }, both)).toMatchObject({ typeName: '房屋' });
});

test('without prices they are not compared', () => {
  expect(goodsFor(policy, both)).toEqual({
    reason: '同时属于作物、房屋，各类给的东西不同，请在救助标准中写上单价，或先确定按哪一类。',
  });
});

test('where the scheme does not say, or lets types add up, a person decides', () => {
  expect(goodsFor({ ...policy, stacking: undefined }, both)).toEqual({
    reason: '同时属于作物、房屋，方案没有写明就高还是叠加，请先确定按哪一类。',
  });
  expect(goodsFor({ ...policy, stacking: { value: '可以叠加', source } }, both)).toEqual({
    reason: '同时属于作物、房屋，方案允许叠加，请按各类分别算好后填写。',
  });
});

test('a month counts the days the scheme says', () => {
  const days = goodsFor({ ...policy, daysPerMonth: { value: 31, source } }, { ...both, disasterType: '作物' });
  expect(days).toMatchObject({ goods: { grain: { min: 248, max: 372, perMonth: 62 } } });
});

test('an unknown type, and a scheme without goods, give a reason', () => {
  expect(goodsFor(policy, { disasterType: '地震', peopleInNeed: 1 })).toEqual({
    reason: '看不出属于方案的哪一类（作物、房屋），请先填写受灾类型。',
  });
  expect(goodsFor(policyWith(), both)).toEqual({ reason: '方案没有规定实物救助标准。' });
});
