import type { IsoDate } from '../../../src/core/ledger/dates';
import type { Conservation } from '../../../src/core/merge/conservation';
import { differenceSheet, situationSheet } from '../../../src/core/merge/merge-sheets';
import type { Difference } from '../../../src/core/merge/differences';
import type { FileVerdict } from '../../../src/core/merge/verdict';
import type { SheetPlan } from '../../../src/core/workbook/sheet-plan';

const valuesOf = ({ rows }: SheetPlan) => rows.map(({ cells }) => cells.map(({ value }) => value));

const place = { workbook: 'a.xlsx', sheet: '台账', row: 3 };
const difference = (changes: Difference['changes'], kind: Difference['kind'] = 'changed'): Difference => ({
  kind,
  village: '青石村',
  name: '林大山',
  older: place,
  newer: place,
  changes,
});
const dated = { field: 'preparedOn', from: '2026-01-03', to: '2026-01-05' } as const;

test('households of which only the day of reporting differs are counted, not listed', () => {
  const plan = differenceSheet([
    difference([dated]),
    difference([dated, { field: 'reliefAmount', from: '150 元', to: '300 元' }]),
    difference([], 'gone'),
    difference([dated]),
  ]);
  const values = valuesOf(plan);
  expect(values.flat()).toContain('共 2 户有差异；号码只写末四位。');
  expect(values.flat()).toContain('另有 2 户只改了填报日期，没有逐户列出。');
  expect(values.slice(4).map(([, , what, field]) => [what, field])).toEqual([
    ['改动', '填报日期'],
    ['改动', '救助金额'],
    ['减少', null],
  ]);
});

describe('合并情况', () => {
  const verdict = (sentences: readonly string[]): FileVerdict => ({
    workbook: 'a.xlsx',
    verdict: 'taken-with-remarks',
    sentences,
    taken: 3,
    setAside: 0,
    sheetsNotRead: [],
  });
  const figures = { entries: 2, people: 3, money: 30_000 as never };
  const conservation: Conservation = {
    lines: [
      { village: '青石村', entryIs: 'household', cameIn: figures, merged: figures, setAside: figures, holds: false },
    ],
    totals: [],
    ownTotals: [],
    rows: [],
  };
  const plan = situationSheet(
    [verdict(['短。']), verdict(['很长的一句话。'.repeat(12)])],
    conservation,
    [],
    '2026-01-08' as IsoDate,
    [],
  );

  test('long sentences have room to stand in', () => {
    const files = plan.rows.filter(({ cells }) => cells[0]?.value === 'a.xlsx');
    expect(files[0].height).toBeUndefined();
    expect(files[1].height).toBeGreaterThan(30);
  });

  test('money looks alike, whole or not', () => {
    const money = plan.rows.find(({ cells }) => cells[1]?.value === '救助金额（元）');
    expect(money?.cells.slice(2, 6)).toEqual([300, 300, 300, -300].map((value) => ({ value, style: 'figure' })));
  });
});
