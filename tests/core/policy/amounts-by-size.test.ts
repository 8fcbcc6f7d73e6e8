import type { IsoDate } from '../../../src/core/ledger/dates';
import { formatYuan } from '../../../src/core/ledger/money';
import { amountsBySize } from '../../../src/core/policy/amounts-by-size';
import { policyOn } from '../../../src/core/policy/policy';
import type { Scheme } from '../../../src/core/policy/scheme';
import { disasterTypeInKind } from '../../../src/schemes/disaster-type-in-kind/scheme';
import { shangzhai } from '../../../src/schemes/shangzhai/scheme';
import { shicheng } from '../../../src/schemes/shicheng/scheme';
import { zhonggang } from '../../../src/schemes/zhonggang/scheme';

const table = (scheme: Scheme, largest: number) =>
  amountsBySize(policyOn(scheme, '2026-01-05' as IsoDate), largest).map(
    ({ className, bySize }) =>
      `${className}: ${bySize
        .map(({ size, entitled }) => {
          const shown =
            entitled.kind === 'exact'
              ? formatYuan(entitled.amount)
              : entitled.kind === 'none'
                ? entitled.why
                : `${entitled.least === undefined ? '' : formatYuan(entitled.least)}-${entitled.most === undefined ? '' : formatYuan(entitled.most)}`;
          return `${size} ${shown}`;
        })
        .join(', ')}`,
  );

test('each class at each size', () => {
  expect(table(shangzhai, 3)).toEqual(['各户: 1 150, 2 300, 3 450']);
  expect(table(zhonggang, 6)).toEqual([
    '重点困难户: 1 600-1000, 2 600-1000, 3 600-1000, 4 600-1000, 5 600-1000, 6 600-1000',
    '一般困难户: 1 200-500, 2 200-500, 3 270-500, 4 360-500, 5 450-500, 6 contradiction',
  ]);
  expect(table(shicheng, 2)).toEqual([
    '特困供养人员: 1 130-, 2 260-',
    '低保户: 1 130-, 2 260-',
    '返贫监测对象: 1 130-, 2 260-',
    '其他困难人员: 1 130-, 2 260-',
    '其他户: 1 130, 2 260',
  ]);
  expect(table(disasterTypeInKind, 2)).toEqual([]);
});

test('sizes go to 12 unless asked otherwise', () => {
  const [classAmounts] = amountsBySize(policyOn(shangzhai, '2026-01-05' as IsoDate));
  expect(classAmounts.bySize).toHaveLength(12);
});
