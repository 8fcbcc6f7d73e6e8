import type { IsoDate } from '../../../src/core/ledger/dates';
import { goodsBySize } from '../../../src/core/policy/goods-by-size';
import { policyOn } from '../../../src/core/policy/policy';
import { disasterTypeInKind } from '../../../src/schemes/disaster-type-in-kind/scheme';
import { shangzhai } from '../../../src/schemes/shangzhai/scheme';

const day = '2026-01-05' as IsoDate;

test('each type of disaster brings its goods at each size, as the notice sets them', () => {
  const types = goodsBySize(policyOn(disasterTypeInKind, day), 3);
  const words = types.map(
    ({ typeName, bySize }) =>
      `${typeName}: ${bySize[2].goods.map(({ good, min, max }) => `${good} ${min}-${max}`).join(', ')}`,
  );
  // 3 persons: 1 斤 × 30 days × 4–6, 3–8 and 2–5 months; 2–4 quilts a household, a set of clothes each, 100 元 × 3–5 months.
  expect(words).toEqual([
    '作物绝收或严重减产: grain 360-540',
    '房屋倒损: grain 270-720, quilts 2-4, clothes 3-3, heating 30000-50000',
    '其他困难户: grain 180-450',
  ]);
});

test('a scheme of money gives nothing in kind', () => {
  expect(goodsBySize(policyOn(shangzhai, day))).toEqual([]);
});
