import type { IsoDate } from '../../../src/core/ledger/dates';
import { policyOn } from '../../../src/core/policy/policy';
import type { Scheme } from '../../../src/core/policy/scheme';
import { seasonCalendar, seasonOf } from '../../../src/core/policy/season-calendar';
import { shangzhai } from '../../../src/schemes/shangzhai/scheme';
import { shicheng } from '../../../src/schemes/shicheng/scheme';
import { zhonggang } from '../../../src/schemes/zhonggang/scheme';

const calendar = (scheme: Scheme, today: string, begin?: string) =>
  seasonCalendar(policyOn(scheme, today as IsoDate), begin as IsoDate | undefined);
const table = (scheme: Scheme, today: string, begin?: string) =>
  calendar(scheme, today, begin).steps.map(
    ({ step, set, earliest, latest, state }) =>
      `${step} ${set?.date.slice(5) ?? '—'} ${earliest?.slice(5) ?? '—'} ${latest?.slice(5) ?? '—'} ${state}`,
  );

test('尚寨 in January 2026: two notices one after the other, what is late today is told', () => {
  expect(table(shangzhai, '2026-01-10', '2025-12-31')).toEqual([
    '村级公示开始 — 12-31 01-01 late',
    '村级公示结束 — 01-07 01-08 late',
    '村级上报 01-08 01-07 01-08 late',
    '乡镇公示开始 — 01-07 01-10 open',
    '乡镇公示结束 — 01-10 01-13 open',
    '乡镇上报 01-13 01-10 01-13 open',
    '县级审批 — 01-10 — unknown',
    '发放完毕 — 01-10 — unknown',
  ]);
});

test('中岗 in January 2026: both notices hang at once, and the approval cannot be in time for payment', () => {
  expect(table(zhonggang, '2026-01-01')).toEqual([
    '村级公示开始 01-04 01-04 01-03 impossible',
    '村级公示结束 — 01-14 01-13 impossible',
    '村级上报 01-15 01-14 01-13 impossible',
    '乡镇公示开始 — 01-04 01-03 impossible',
    '乡镇公示结束 — 01-14 01-13 impossible',
    '乡镇上报 01-17 01-14 01-13 impossible',
    '县级审批 — 01-14 01-13 impossible',
    '发放完毕 01-20 01-14 01-20 open',
  ]);
});

test('春节前 is the day before 正月初一, and is asked for where the year is not known', () => {
  const paid = (today: string) => calendar(shicheng, today).steps.find(({ step }) => step === '发放完毕')?.latest;
  expect(paid('2026-01-01')).toBe('2026-02-16');
  expect(paid('2022-12-01')).toBeUndefined();
  expect(calendar(shicheng, '2022-12-01').remarks).toEqual([
    '“春节前”要按 2023 年的节假日安排推算，现在缺少这一年的安排，请补充。',
    '缺少 2023 年的节假日安排，暂按周一至周五为工作日计算，请补充当年安排后再核对日期。',
  ]);
});

test('winter runs from August to July', () => {
  expect(['2025-08-01', '2025-12-31', '2026-01-01', '2026-07-31'].map((day) => seasonOf(day as IsoDate))).toEqual([
    2025, 2025, 2025, 2025,
  ]);
});
