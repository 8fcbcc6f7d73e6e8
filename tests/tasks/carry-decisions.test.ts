import { isRecordSheet } from '../../src/core/decisions/record-sheet';
import { applyToSnapshot } from '../../src/core/workbook/apply-to-snapshot';
import { finish } from '../../src/core/workbook/port';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { carryDecisions } from '../../src/tasks/carry-decisions';
import { checkWorkbooks } from '../../src/tasks/check-workbooks';
import { decideFinding } from '../../src/tasks/decide-finding';
import { markChanges } from '../../src/tasks/mark-ledger';
import { decisionsIn } from '../../src/tasks/settled-report';
import { idNumberFrom, people } from '../support/people';
import { workbookOf } from '../support/table';
import { testDay } from '../support/test-policy';

const [one, two, three] = people(3);
const twin = idNumberFrom(`${one.idNumber.slice(0, 14)}998`);
const table = (...rows: readonly string[]) => `| 行政村 | 户主姓名 | 身份证号 | 家庭人口 | 备注 |\n${rows.join('\n')}`;
const first = `| 一村 | ${one.name} | ${one.idNumber} | 3 | |`;
const second = `| 一村 | ${one.name} | ${twin} | 2 | |`;
const away = (name: typeof two, remark = '常年在外务工') =>
  `| 一村 | ${name.name} | ${name.idNumber} | 2 | ${remark} |`;
const given = { decision: '核实无误', reason: '已返乡', by: '张三', on: '2025-01-10' };
const named = (name: string, ...rows: readonly string[]) => ({ ...workbookOf({ 台账: table(...rows) }), name });

const check = (workbook: WorkbookSnapshot, decisions = [] as ReturnType<typeof decisionsIn>) =>
  finish(checkWorkbooks({ workbooks: [workbook], today: testDay, decisions }));

/** Last batch, in which all that was found was decided. */
function decided(workbook: WorkbookSnapshot, ...decisions: readonly (typeof given)[]): WorkbookSnapshot {
  return decisions.reduce((book, words) => {
    const report = check(book);
    const step = finish(decideFinding(book, report, report.findings[0], words, testDay));
    return applyToSnapshot(book, step.changes).snapshot;
  }, workbook);
}

const last = decided(
  named('上一批.xlsx', first, second, away(two), away(three)),
  { ...given, decision: '不是同一人', reason: '同名不同人' },
  given,
  given,
);
// The same village, other rows: the pair in another order, one person gone, one whose remark says otherwise.
const next = named('这一批.xlsx', away(two, '长期在外务工'), second, first);

test('what is found again on the same facts is decided as before, and says that it was taken over', () => {
  expect(check(last).findings).toEqual([]);
  const report = check(next);
  const carried = finish(carryDecisions(next, report, decisionsIn(last), testDay));
  expect([carried.carried, carried.lapsed, carried.gone]).toEqual([1, 1, 1]);
  const { snapshot, receipt } = applyToSnapshot(next, carried.changes);
  expect(receipt.refused).toEqual([]);
  const after = check(snapshot);
  expect(
    after.decided.map(({ finding, decision }) => [finding.kind, decision.reason, decision.by, decision.on]),
  ).toEqual([['person-listed-twice', '同名不同人（沿用上一批）', '张三', '2025-01-10']]);
  expect(after.findings.map(({ kind }) => kind)).toEqual(['long-absent']);
  expect(after.lapsed.map(({ decision }) => decision.reason)).toEqual(['已返乡']);
});

test('taking over again changes nothing, and never what was decided here', () => {
  const { snapshot } = applyToSnapshot(
    next,
    finish(carryDecisions(next, check(next), decisionsIn(last), testDay)).changes,
  );
  const again = finish(carryDecisions(snapshot, check(snapshot), decisionsIn(last), testDay));
  expect([again.changes, again.carried]).toEqual([[], 0]);
  const own = decided(next, { ...given, decision: '暂缓处理', reason: '等村里回话' });
  const kept = finish(carryDecisions(own, check(own), decisionsIn(last), testDay));
  const reasons = decisionsIn(applyToSnapshot(own, kept.changes).snapshot).map(({ reason }) => reason);
  expect(reasons).toContain('等村里回话');
});

test('a check is told of the decisions of another workbook, and marking writes them into this one', () => {
  const report = check(next, decisionsIn(last));
  expect(report.findings.map(({ kind }) => kind)).toEqual(['long-absent']);
  expect([report.decided.length, report.lapsed.length]).toEqual([1, 1]);
  const { snapshot } = applyToSnapshot(next, markChanges(next, report, testDay, decisionsIn(last)));
  expect(check(snapshot).decided.map(({ decision }) => decision.reason)).toEqual(['同名不同人']);
  expect(snapshot.sheets.filter(isRecordSheet)).toHaveLength(1);
  const texts = snapshot.sheets
    .find(isRecordSheet)
    ?.rows.flatMap((row) => row ?? [])
    .join('\n');
  expect(texts).not.toContain(three.name);
});
