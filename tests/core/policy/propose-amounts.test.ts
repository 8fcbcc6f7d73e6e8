import * as fc from 'fast-check';
import type { IsoDate } from '../../../src/core/ledger/dates';
import { formatYuan, yuan, type Fen } from '../../../src/core/ledger/money';
import { entitlementOf } from '../../../src/core/policy/entitlement';
import { policyOn, type Policy } from '../../../src/core/policy/policy';
import {
  proposeAmounts as proposalInSteps,
  type Candidate,
  type ProposalWish,
} from '../../../src/core/policy/propose-amounts';
import { provinceRange } from '../../../src/schemes/province-range/scheme';
import { shangzhai } from '../../../src/schemes/shangzhai/scheme';
import { shicheng } from '../../../src/schemes/shicheng/scheme';
import { yingjisha } from '../../../src/schemes/yingjisha/scheme';
import { zhonggang } from '../../../src/schemes/zhonggang/scheme';

const day = '2026-01-05' as IsoDate;
const zhong = policyOn(zhonggang, day);
const important = (peopleInNeed: number): Candidate => ({ severity: '重点困难户', peopleInNeed });
const usual = (peopleInNeed: number): Candidate => ({ severity: '一般困难户', peopleInNeed });

/** The proposal, its steps taken at once. */
function proposeAmounts(...given: Parameters<typeof proposalInSteps>) {
  const work = proposalInSteps(...given);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The proposal in 元, or the sentence that says why there is none. */
function propose(policy: Policy, candidates: readonly Candidate[], wish: ProposalWish = {}) {
  const proposal = proposeAmounts(policy, candidates, wish);
  return 'impossible' in proposal
    ? proposal.impossible
    : proposal.amounts.map((amount) => (amount === undefined ? '—' : formatYuan(amount))).join(' ');
}

test('everyone stands at the same fraction of the band, and the sum is exact', () => {
  expect(propose(zhong, [important(3), usual(2), usual(2)], { allocation: yuan(1550) })).toBe('820 365 365');
});

test('single 元 left over go to the highest class first', () => {
  expect(propose(zhong, [usual(1), important(1), usual(1)], { allocation: yuan(1002) })).toBe('200 602 200');
});

test('the floor per person is kept inside the band', () => {
  expect(propose(zhong, [usual(5), usual(1)], { allocation: yuan(650) })).toBe('450 200');
});

test('a household on which the scheme contradicts itself is left out, and said so', () => {
  const proposal = proposeAmounts(zhong, [usual(6), usual(1)], { allocation: yuan(300) });
  expect(proposal).toMatchObject({
    amounts: [undefined, 30000],
    left: [
      { index: 0, reason: '方案的标准在这一户上相互矛盾：不低于 540 元，又不超过 500 元，请向下达方案的单位问清。' },
    ],
  });
});

test('a pinned amount stays, and is named where it lies outside the band', () => {
  const pinned = [{ ...usual(1), pinned: yuan(480) }, usual(1)];
  expect(propose(zhong, pinned, { allocation: yuan(700) })).toBe('480 220');
  const outside = proposeAmounts(zhong, [{ ...usual(1), pinned: yuan(550) }, usual(1)], { allocation: yuan(800) });
  expect(outside).toMatchObject({
    amounts: [55000, 25000],
    outside: [{ index: 0, reason: '固定的 550 元不合方案的标准（每户 200 至 500 元），请核对。' }],
  });
});

test('steps of 10 元; what is left below a step goes to one row, or is refused where no such row is allowed', () => {
  const three = [usual(1), usual(1), usual(1)];
  const wish = { allocation: yuan(1003), step: yuan(10) };
  expect(propose(zhong, three, wish)).toBe('343 330 330');
  expect(proposeAmounts(zhong, three, wish)).toMatchObject({ remainder: { index: 0, amount: 300 } });
  const strict: Policy = { ...zhong, remainder: { rows: { value: 0, source: '不留尾差' } } };
  expect(propose(strict, three, wish)).toBe('按 10 元一档分配后剩 3 元，方案不允许尾差，请改小档距或核对总额。');
});

test('it says by how much it is impossible', () => {
  expect(propose(zhong, [important(1), usual(1)], { allocation: yuan(700) })).toBe(
    '各户按最低标准共需 800 元，可分配 700 元，还差 100 元，请减少户数、放开固定的金额或申请追加资金。',
  );
  expect(propose(zhong, [important(1), usual(1)], { allocation: yuan(1600) })).toBe(
    '各户按最高标准共 1500 元，可分配 1600 元，多出 100 元分不下去，请核对总额或户数。',
  );
  expect(proposeAmounts(zhong, [usual(1)], { allocation: yuan(100) })).toMatchObject({ by: -10000 });
  expect(propose(zhong, [usual(1)])).toBe('方案没有写明下达资金，请先填写要分配的总额。');
});

test('the household cap bounds a range per person', () => {
  const range = policyOn(provinceRange, day);
  expect(propose(range, [{ peopleInNeed: 10 }, { peopleInNeed: 1 }], { allocation: yuan(2300) })).toBe('2000 300');
});

test('石城: those outside the groups get the base, the rest goes to the groups by head', () => {
  const policy = policyOn(shicheng, day);
  const candidates: Candidate[] = [
    { peopleInNeed: 2, householdType: '脱贫户' },
    { peopleInNeed: 1, householdType: '低保户' },
    { peopleInNeed: 2, householdType: '特困供养人员' },
  ];
  expect(propose(policy, candidates, { allocation: yuan(1000) })).toBe('260 247 493');
});

test('英吉沙: one row may carry the 2 元 that are left, 3 元 would be too much', () => {
  const policy = policyOn(yingjisha, day);
  const candidates: Candidate[] = [
    { peopleInNeed: 2, householdType: '低保户' },
    { peopleInNeed: 3, householdType: '一般户' },
  ];
  expect(propose(policy, candidates, { allocation: yuan(2 * 404 + 3 * 359 + 2) })).toBe('810 1077');
  expect(propose(policy, candidates, { allocation: yuan(2 * 404 + 3 * 359 + 3) })).toContain('多出 3 元');
});

test('尚寨: 166 people fit into 25,000 元 only with 100 元 that cannot be placed', () => {
  expect(propose(policyOn(shangzhai, day), [{ peopleInNeed: 100 }, { peopleInNeed: 66 }])).toContain('多出 100 元');
});

const anyHousehold = fc.record({
  severity: fc.constantFrom('重点困难户', '一般困难户'),
  peopleInNeed: fc.integer({ min: 1, max: 5 }),
});

test('every proposal lies in the bands, keeps class order at equal size, and sums exactly', () => {
  const overlapping: Policy = {
    ...zhong,
    standard: {
      shape: 'household-range',
      classes: [
        {
          group: { name: '重点困难户', columns: ['severity'] },
          min: { value: yuan(300), source: '甲' },
          max: { value: yuan(900), source: '甲' },
        },
        {
          group: { name: '一般困难户', columns: ['severity'] },
          min: { value: yuan(200), source: '乙' },
          max: { value: yuan(600), source: '乙' },
        },
      ],
      personFloor: { value: yuan(90), source: '丙' },
    },
  };
  fc.assert(
    fc.property(
      fc.array(anyHousehold, { minLength: 1, maxLength: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(1, 5, 10),
      (candidates, fraction, stepYuan) => {
        const ranges = candidates.map((candidate) => {
          const entitled = entitlementOf(overlapping, candidate);
          if (entitled.kind !== 'range' || entitled.least === undefined || entitled.most === undefined)
            throw new Error();
          return { least: entitled.least, most: entitled.most };
        });
        const [floor, ceiling] = [
          ranges.reduce((all, { least }) => all + least, 0),
          ranges.reduce((all, { most }) => all + most, 0),
        ];
        const allocation = (Math.round((floor + fraction * (ceiling - floor)) / 1000) * 1000) as Fen;
        const proposal = proposeAmounts(overlapping, candidates, { allocation, step: yuan(stepYuan) });
        if ('impossible' in proposal) throw new Error(proposal.impossible);
        const amounts = proposal.amounts as readonly Fen[];
        expect(amounts.reduce((all, amount) => all + amount, 0)).toBe(allocation);
        amounts.forEach((amount, index) => {
          expect(amount).toBeGreaterThanOrEqual(ranges[index].least);
          expect(amount).toBeLessThanOrEqual(ranges[index].most);
          candidates.forEach((other, place) => {
            if (
              candidates[index].severity === '重点困难户' &&
              other.severity === '一般困难户' &&
              other.peopleInNeed === candidates[index].peopleInNeed
            ) {
              expect(amount).toBeGreaterThanOrEqual(amounts[place]);
            }
          });
        });
      },
    ),
  );
});
