import type { IsoDate } from '../../src/core/ledger/dates';
import { fills } from '../../src/core/fills';
import { runFills } from '../../src/core/fills/run';
import { policyOn } from '../../src/core/policy/policy';
import type { Scheme } from '../../src/core/policy/scheme';
import { finish } from '../../src/core/workbook/port';
import { yingjisha } from '../../src/schemes/yingjisha/scheme';
import { ledgerWith, type TestColumn } from '../core/fills/ledger-with';

const day = '2026-01-05' as IsoDate;
const reliefAmount = fills.filter(({ id }) => id === 'relief-amount');
const fill = (scheme: Scheme, columns: Readonly<Record<string, TestColumn>>) =>
  finish(runFills([ledgerWith(columns)], policyOn(scheme, day), reliefAmount));
const total = (edits: ReturnType<typeof fill>['edits']) => edits.reduce((sum, { edit }) => sum + Number(edit.to), 0);
const repeat = <T>(...parts: readonly (readonly [T, number])[]): T[] =>
  parts.flatMap(([value, times]) => Array<T>(times).fill(value));

test('梓潼街道 2022: 1,352 people at 150, 58 at 200 and 22 at 300 元 make 221,000 元', () => {
  const source = '梓潼街道 2022 年公示';
  const group = (name: string) => ({ name, columns: ['severity'] as const });
  const zitong: Scheme = {
    id: 'zitong',
    title: '梓潼街道 2022 年冬春救助',
    document: source,
    rulings: [
      {
        standard: {
          shape: 'fixed',
          per: { value: '每人', source },
          classes: [
            { group: group('一般'), amount: { yuan: 150, source } },
            { group: group('较重'), amount: { yuan: 200, source } },
            { group: group('严重'), amount: { yuan: 300, source } },
          ],
        },
      },
    ],
  };
  // Households of two and of one add up to the people published.
  const severity = repeat(['一般', 676], ['较重', 58], ['严重', 11]);
  const peopleInNeed = repeat([2, 676], [1, 58], [2, 11]);
  const { edits } = fill(zitong, {
    severity: { typed: severity },
    peopleInNeed: { typed: peopleInNeed },
    reliefAmount: { typed: severity.map(() => null) },
  });
  expect(total(edits)).toBe(221_000);
});

describe('英吉沙 2025—2026: 45,015 people, 16,881,895 元', () => {
  // The split by class is not published; this one is among those that give the total less the remainder.
  const classes = [
    ['特困户', 913],
    ['低保户', 13_680],
    ['一般户', 30_422],
  ] as const;
  const householdType = repeat(...classes);
  const columns = { householdType: { typed: householdType }, peopleInNeed: { typed: householdType.map(() => 1) } };

  test('the amounts make all but the 2 元 that were left, and a mean of 375.03 元', () => {
    const { edits } = fill(yingjisha, { ...columns, reliefAmount: { typed: householdType.map(() => null) } });
    expect(edits).toHaveLength(45_015);
    expect(total(edits)).toBe(16_881_893);
    expect(Math.round((16_881_895 / 45_015) * 100) / 100).toBe(375.03);
  });

  test('one household may carry the 2 元 where its row says so, and only then', () => {
    const typed = (remark: string) => ({
      householdType: { typed: ['低保户', '低保户'] },
      peopleInNeed: { typed: [1, 1] },
      reliefAmount: { typed: [404, 406], values: [40400, 40600] },
      remark: { typed: [null, remark] },
    });
    expect(fill(yingjisha, typed('含余数 2 元')).findings).toEqual([]);
    expect(fill(yingjisha, typed('')).findings).toHaveLength(1);
  });
});
