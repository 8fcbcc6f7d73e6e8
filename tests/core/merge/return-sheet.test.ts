import type { IsoDate } from '../../../src/core/ledger/dates';
import { applyToSnapshot } from '../../../src/core/workbook/apply-to-snapshot';
import { finish } from '../../../src/core/workbook/port';
import { valueAt, type WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { readWorkbook } from '../../../src/core/read/read-workbook';
import { forms } from '../../../src/forms';
import { recordStep } from '../../../src/core/journal/record-step';
import { readJournal } from '../../../src/core/journal/read-journal';
import { returnToVillage } from '../../../src/tasks/return-to-village';
import { person } from '../../support/people';
import { householdsFrom, returnedPlan, workbookOfPlans } from '../../support/returned-plan';
import { mergeOf } from './merge-of';

const day = '2026-01-08' as IsoDate;
const wrong = person(2).idNumber.replace(/.$/, (last) => (last === '1' ? '2' : '1'));
const back = workbookOfPlans(
  '青石村.xlsx',
  returnedPlan('青石村', [
    ...householdsFrom(0, 2),
    { head: 2, cells: { idNumber: wrong } },
    { head: 3, size: 2, inNeed: 2, cells: { householdSize: 1 } },
    { head: 4, cells: { registrationType: null } },
  ]),
);

/** The file as it goes back to its village. */
function sent(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const { changes } = returnToVillage(workbook, mergeOf([workbook]).findings, day);
  return applyToSnapshot(workbook, changes).snapshot;
}

function put(workbook: WorkbookSnapshot, row: number, column: number, to: string | number): WorkbookSnapshot {
  const { name } = workbook.sheets[0];
  const from = valueAt(workbook.sheets[0], row, column);
  return applyToSnapshot(workbook, [{ kind: 'edit-cells', edits: [{ at: { sheet: name, row, column }, from, to }] }])
    .snapshot;
}

const listOf = (workbook: WorkbookSnapshot) =>
  (workbook.sheets.find(({ name }) => name === '退回修改')?.rows ?? []).slice(4).map((row) => row ?? []);

test('its own file with marks and a list: cell, what, why and how', () => {
  const first = sent(back);
  expect(first.sheets.map(({ name }) => name)).toEqual(['冬春救助台账', '退回修改']);
  expect(first.sheets[0].rows).toEqual(back.sheets[0].rows);
  const list = listOf(first);
  expect(list.length).toBe(mergeOf([back]).findings.length);
  const cells = list.map((row) => row[2]);
  expect(cells).toEqual(expect.arrayContaining(['F7', 'K8', 'H9']));
  expect(new Set(first.sheets[0].marks.map(({ row }) => row))).toEqual(new Set([7, 8, 9]));
  for (const row of list) {
    expect(row[5]).toMatch(/。/);
    expect(row[6]).toMatch(/^请.*。$/);
    expect(row[7]).toMatch(/。$/);
    expect(row[8]).toBe('待修改');
  }
  expect(JSON.stringify(list)).not.toContain(wrong.slice(4, 14));
  expect(finish(readWorkbook(first, forms)).ledgers).toHaveLength(1);
});

test('what was typed before does not go along, nor does it count as a ledger’s change', () => {
  const before = person(7).account;
  const step = {
    number: 1,
    when: '2026-01-08 10:00',
    name: '修正',
    cells: [{ at: { sheet: '冬春救助台账', row: 6, column: 18 }, from: before, to: person(1).account }],
    count: 1,
  };
  const { changes } = recordStep(readJournal(back), step);
  const withJournal = applyToSnapshot(back, changes).snapshot;
  expect(JSON.stringify(withJournal.sheets.map(({ rows }) => rows))).toContain(before);
  const away = sent(withJournal);
  expect(away.sheets.map(({ name }) => name)).toEqual(['冬春救助台账', '退回修改']);
  expect(JSON.stringify(away.sheets.map(({ rows }) => rows))).not.toContain(before);
  expect(away.sheets[0].rows).toEqual(sent(back).sheets[0].rows);
  expect(sent(away).sheets.map(({ name }) => name)).toEqual(['冬春救助台账', '退回修改']);
});

test('when it comes back the list shows what was mended', () => {
  const first = sent(back);
  const mended = put(put(first, 7, 6, person(2).idNumber), 8, 10, 2);
  const report = mergeOf([mended]);
  const left = report.findings.length;
  expect(left).toBeGreaterThan(0);
  expect(report.verdicts[0].sentences.at(-1)).toContain(
    `已改正 ${listOf(first).length - left} 处，还有 ${left} 处没有改好`,
  );
  const second = sent(mended);
  const states = listOf(second).map((row) => `${row[2]} ${row[8]}`);
  expect(states).toContain('F7 已改正');
  expect(states).toContain('H9 上次已提出，还没有改');
  expect(second.sheets.filter(({ name }) => name.startsWith('退回修改'))).toHaveLength(1);
});

test('when all is mended it says so', () => {
  const only = workbookOfPlans(
    '青石村.xlsx',
    returnedPlan('青石村', [{ head: 1 }, { head: 2, cells: { registrationType: null } }]),
  );
  const mended = put(sent(only), 6, 8, '农村');
  const report = mergeOf([mended]);
  expect(report.findings).toEqual([]);
  expect(report.verdicts[0].sentences.at(-1)).toMatch(/^上次退回要改的 (\d+) 处，已改正 \1 处。$/);
});
