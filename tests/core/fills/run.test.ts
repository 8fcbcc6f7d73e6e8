import { fills } from '../../../src/core/fills';
import { runFills } from '../../../src/core/fills/run';
import { describe as sentence } from '../../../src/core/findings/describe';
import type { IsoDate } from '../../../src/core/ledger/dates';
import { policyOn } from '../../../src/core/policy/policy';
import { finish } from '../../../src/core/workbook/port';
import { shangzhai } from '../../../src/schemes/shangzhai/scheme';
import { ledgerWith } from './ledger-with';

const policy = policyOn(shangzhai, '2026-01-05' as IsoDate);
const reliefAmount = fills.filter((fill) => fill.id === 'relief-amount');
const run = (...ledgers: ReturnType<typeof ledgerWith>[]) => finish(runFills(ledgers, policy, reliefAmount));

test('an empty amount becomes an edit with its working', () => {
  const { edits, findings, notFilled } = run(
    ledgerWith({ peopleInNeed: { typed: [3] }, reliefAmount: { typed: [null] } }),
  );
  expect(edits).toEqual([
    {
      workbook: '甲村.xlsx',
      fill: 'relief-amount',
      edit: { at: { sheet: '台账', row: 4, column: 2 }, from: null, to: 450 },
      working: {
        inputs: [
          { label: '需救助人口', value: '3 人' },
          { label: '户口类型', value: '未填，先按农村户计，请核实' },
        ],
        clause: '尚寨乡方案：口粮补助 150 元/人',
        formula: '3 人 × 150 元/人 = 450 元',
      },
    },
  ]);
  expect([findings, notFilled]).toEqual([[], []]);
});

test('a cell of blanks counts as empty, and the edit names what it held', () => {
  const { edits } = run(
    ledgerWith({ peopleInNeed: { typed: [2] }, reliefAmount: { typed: ['　 '], values: [undefined] } }),
  );
  expect(edits.map(({ edit }) => [edit.from, edit.to])).toEqual([['　 ', 300]]);
});

test('a column in 万元 gets 万元', () => {
  const { edits } = run(ledgerWith({ peopleInNeed: { typed: [3] }, reliefAmount: { typed: [null], unit: '万元' } }));
  expect(edits[0].edit.to).toBe(0.045);
});

test('a typed amount that agrees is left alone; one that differs is a finding with a suggested fix', () => {
  const { edits, findings } = run(
    ledgerWith({ peopleInNeed: { typed: [3, 3] }, reliefAmount: { typed: [450, 400], values: [45000, 40000] } }),
  );
  expect(edits).toEqual([]);
  const cell = { sheet: '台账', row: 5, column: 2 };
  expect(findings).toEqual([
    {
      kind: 'relief-amount-differs',
      message: 'differs',
      severity: 'error',
      data: {
        expected: '450',
        actual: '400',
        formula: '3 人 × 150 元/人 = 450 元',
        clause: '尚寨乡方案：口粮补助 150 元/人',
      },
      at: [{ workbook: '甲村.xlsx', ...cell }],
      fix: { certainty: 'suggested', edits: [{ at: cell, from: 400, to: 450 }] },
    },
  ]);
  expect(sentence(findings[0], new Map(fills.map(({ disagrees }) => [disagrees.id, disagrees])))).toBe(
    '救助金额应为 450 元（3 人 × 150 元/人 = 450 元），现为 400 元，请核对人数和标准后改正。',
  );
});

test('a formula is never edited: an agreeing one is fine, a differing one is a finding without a fix', () => {
  const { edits, findings, notFilled } = run(
    ledgerWith({
      peopleInNeed: { typed: [1, 1, 1] },
      reliefAmount: { typed: [150, 100, null], values: [15000, 10000, undefined], formulas: [0, 1, 2] },
    }),
  );
  expect([edits, notFilled]).toEqual([[], []]);
  expect(findings.map(({ at, fix }) => [at[0].row, fix])).toEqual([[5, undefined]]);
});

test('what cannot be computed stays empty, with the reason', () => {
  const { edits, findings, notFilled } = run(
    ledgerWith({
      peopleInNeed: { typed: [3, null, '三个', 5, 0], values: [3, undefined, undefined, 5, 0] },
      householdSize: { typed: [4, 4, 4, 4, 4] },
      registrationType: { typed: ['城镇', '农村', '农村', '农村', '农村'] },
      reliefAmount: { typed: [null, null, null, null, null] },
    }),
  );
  expect([edits, findings]).toEqual([[], []]);
  expect(notFilled.map(({ at, reason }) => [at.row, at.column, reason])).toEqual([
    [4, 4, '户口类型是城镇，本方案只救助农村户口。'],
    [5, 4, '需救助人口没有填写，不能计算。'],
    [6, 4, '需救助人口填写的内容认不出来，请先改正。'],
    [7, 4, '需救助人口多于家庭人口，请先核对人数。'],
    [8, 4, '需救助人口是 0，没有可救助的人。'],
  ]);
});

test('an amount typed for a town household is left to the checks', () => {
  const { findings, notFilled } = run(
    ledgerWith({
      peopleInNeed: { typed: [3] },
      registrationType: { typed: ['非农业'] },
      reliefAmount: { typed: [999], values: [99900] },
    }),
  );
  expect([findings, notFilled]).toEqual([[], []]);
});

test('a ledger without what the column is computed from is reported as not checked, one without the column is not asked for it', () => {
  expect(
    run(ledgerWith({ peopleInNeed: { typed: [3] } }), ledgerWith({ reliefAmount: { typed: [null] } })).notChecked,
  ).toEqual([
    {
      check: 'relief-amount-differs',
      workbook: '甲村.xlsx',
      sheet: '台账',
      reason: '台账没有“需救助人口”一列，不能计算。',
    },
  ]);
});

test('a scheme that is not yet in force gives no amount', () => {
  const later = { ...shangzhai, rulings: [{ ...shangzhai.rulings[0], from: '2026-12-01' }] };
  const ledger = ledgerWith({ peopleInNeed: { typed: [3] }, reliefAmount: { typed: [null] } });
  const { edits, notChecked } = finish(runFills([ledger], policyOn(later, '2026-01-05' as IsoDate), reliefAmount));
  expect(edits).toEqual([]);
  expect(notChecked.map(({ reason }) => reason)).toEqual(['方案没有规定救助金额的算法。']);
});
