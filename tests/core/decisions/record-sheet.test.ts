import { checks } from '../../../src/core/checks';
import { runChecks } from '../../../src/core/checks/run';
import { decisionWords, recordColumns } from '../../../src/core/decisions/record-columns';
import {
  holdsDecision,
  isRecordSheet,
  readDecisions,
  recordHeading,
  recordSheet,
} from '../../../src/core/decisions/record-sheet';
import { applyToSnapshot } from '../../../src/core/workbook/apply-to-snapshot';
import type { CellValue } from '../../../src/core/workbook/cell';
import { finish } from '../../../src/core/workbook/port';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { people } from '../../support/people';
import { readingOf, workbookOf } from '../../support/table';
import { policyWith, testDay } from '../../support/test-policy';

const kinds = new Map(checks.map((check) => [check.id, check]));
const [one, two, three] = people(3);

const check = (workbook: WorkbookSnapshot) => {
  const { ledgers } = readingOf({ ...workbook, sheets: workbook.sheets.filter((sheet) => !isRecordSheet(sheet)) });
  return { ledgers, findings: finish(runChecks(ledgers, policyWith())).findings };
};

/** The workbook with the record of its own findings. */
const recorded = (workbook: WorkbookSnapshot): WorkbookSnapshot => {
  const { ledgers, findings } = check(workbook);
  const plan = recordSheet(findings, kinds, testDay, workbook, ledgers);
  const { snapshot, receipt } = applyToSnapshot(workbook, [{ kind: 'put-sheet', plan }]);
  expect(receipt.refusedSheets).toEqual([]);
  return snapshot;
};

const record = (workbook: WorkbookSnapshot) => {
  const sheet = workbook.sheets.find(isRecordSheet);
  if (!sheet) throw new Error('no record');
  return sheet;
};

const column = (heading: string): number => recordColumns.findIndex((each) => each.heading === heading) + 1;

/** The column of a row of the record. */
const at = (workbook: WorkbookSnapshot, row: number, heading: string): CellValue =>
  record(workbook).rows[row - 1]?.[column(heading) - 1] ?? null;

const written = (workbook: WorkbookSnapshot, row: number, values: Readonly<Record<string, string | number>>) => {
  const sheet = record(workbook).name;
  const edits = Object.entries(values).map(([heading, to]) => ({
    at: { sheet, row, column: column(heading) },
    from: at(workbook, row, heading),
    to,
  }));
  const { snapshot, receipt } = applyToSnapshot(workbook, [{ kind: 'edit-cells', edits }]);
  expect(receipt.refused).toEqual([]);
  return snapshot;
};

const tableWith = (...rows: readonly string[]) =>
  `| 行政村 | 户主姓名 | 身份证号 | 家庭人口 | 需救助人口 |\n${rows.join('\n')}`;
const sound = `| 一村 | ${one.name} | ${one.idNumber} | 3 | 2 |`;
const crowded = `| 一村 | ${two.name} | ${two.idNumber} | 2 | 4 |`;
const another = `| 二村 | ${three.name} | ${three.idNumber} | 1 | 5 |`;

const decided = (workbook: WorkbookSnapshot) =>
  written(recorded(workbook), 5, { 处理: '核实无误', 理由: '新生儿未登记', 处理人: '李四', 处理日期: '2026-01-16' });

test('the record says what was found, where, and why it matters', () => {
  const workbook = recorded(workbookOf({ 台账: tableWith(sound, crowded) }));
  const sheet = record(workbook);
  expect(sheet.name).toBe('核查记录');
  expect(sheet.rows[0]?.[0]).toBe(recordHeading);
  expect(sheet.rows[1]?.[0]).toBe('核查日期：2026年1月15日；共 1 项：错误 1 项，疑点 0 项，提示 0 项。');
  expect(sheet.rows[3]?.slice(0, recordColumns.length)).toEqual(recordColumns.map(({ heading }) => heading));
  const finding = kinds.get('people-in-need-exceeds-household');
  expect(sheet.rows[4]?.slice(0, 13)).toEqual([
    1,
    '台账',
    'E3',
    two.name,
    '错误',
    finding?.title,
    '需救助人口 4 人超过家庭人口 2 人，请核对这两个人数。',
    finding?.why,
    finding?.source,
    null,
    null,
    null,
    null,
  ]);
  expect(at(workbook, 5, '标识')).toMatch(/^[0-9a-f]{16}-[0-9a-f]{16}$/);
});

test('nothing found is said', () => {
  expect(at(recorded(workbookOf({ 台账: tableWith(sound) })), 5, '序号')).toBe('本次核查没有发现问题。');
});

test('the plan prints on A4 landscape with its headings on each page and offers the words for a decision', () => {
  const workbook = workbookOf({ 台账: tableWith(crowded) });
  const { ledgers, findings } = check(workbook);
  const plan = recordSheet(findings, kinds, testDay, workbook, ledgers);
  expect(plan.page).toMatchObject({
    paper: 'A4',
    orientation: 'landscape',
    fitToWidth: true,
    titleRows: { from: 4, to: 4 },
  });
  expect(plan.lists).toEqual([
    { area: { top: 5, bottom: 5, left: column('处理'), right: column('处理') }, choices: decisionWords },
  ]);
  expect(
    plan.rows.flatMap(({ cells }) => cells).every(({ style }) => style === undefined || style in plan.styles),
  ).toBe(true);
});

test('a decision is a thing a person wrote, not an empty row', () => {
  const workbook = recorded(workbookOf({ 台账: tableWith(crowded) }));
  expect(holdsDecision(record(workbook))).toBe(false);
  expect(holdsDecision(record(written(workbook, 5, { 理由: '待问村里' })))).toBe(true);
});

test('decisions are read back', () => {
  const workbook = decided(workbookOf({ 台账: tableWith(crowded) }));
  expect(readDecisions(record(workbook))).toEqual([
    expect.objectContaining({
      key: at(workbook, 5, '标识'),
      decision: '核实无误',
      reason: '新生儿未登记',
      by: '李四',
      on: '2026-01-16',
    }),
  ]);
});

test('a decision stays with its finding after rows were inserted, sorted and renumbered', () => {
  const workbook = decided(workbookOf({ 台账: tableWith(crowded) }));
  const moved = workbookOf({ 台账: tableWith(another, sound, crowded) });
  const again = recorded({ ...moved, sheets: [...moved.sheets, record(workbook)] });
  expect([5, 6].map((row) => [at(again, row, '户主或姓名'), at(again, row, '处理')])).toEqual([
    [three.name, null],
    [two.name, '核实无误'],
  ]);
  expect(readDecisions(record(again))).toHaveLength(1);
});

test('a decision whose finding is gone is kept in the second block, and comes back with the finding', () => {
  const workbook = decided(workbookOf({ 台账: tableWith(crowded) }));
  const repaired = workbookOf({ 台账: tableWith(sound) });
  const without = recorded({ ...repaired, sheets: [...repaired.sheets, record(workbook)] });
  expect(at(without, 7, '级别')).toBe('已不再出现');
  expect(readDecisions(record(without)).map(({ decision, by }) => [decision, by])).toEqual([['核实无误', '李四']]);
  const back = workbookOf({ 台账: tableWith(crowded) });
  const returned = recorded({ ...back, sheets: [...back.sheets, record(without)] });
  expect([at(returned, 5, '处理'), at(returned, 5, '级别')]).toEqual(['核实无误', '错误']);
});

test('when the facts change the decision no longer holds, and the record says so', () => {
  const workbook = decided(workbookOf({ 台账: tableWith(crowded) }));
  const changed = workbookOf({ 台账: tableWith(crowded.replace('| 4 |', '| 6 |')) });
  const again = recorded({ ...changed, sheets: [...changed.sheets, record(workbook)] });
  expect(at(again, 5, '处理')).toBeNull();
  expect([at(again, 7, '处理'), at(again, 7, '级别')]).toEqual(['核实无误', '内容已变']);
});

test('recording twice gives the same sheet', () => {
  const workbook = decided(workbookOf({ 台账: tableWith(crowded, another) }));
  expect(recorded(workbook).sheets.find(isRecordSheet)?.rows).toEqual(record(workbook).rows);
});

test('two rows that say the same have keys of their own', () => {
  const nameless = '| 一村 | | | 2 | 4 |';
  const workbook = recorded(workbookOf({ 台账: tableWith(sound, nameless, nameless) }));
  const keys = [5, 6].map((row) => at(workbook, row, '标识'));
  expect(new Set(keys).size).toBe(2);
});

test("another person's sheet of that name is left alone", () => {
  const workbook = recorded(workbookOf({ 台账: tableWith(crowded), 核查记录: '| 我的笔记 |' }));
  expect(record(workbook).name).toBe('核查记录2');
  expect(workbook.sheets.find((sheet) => sheet.name === '核查记录')?.rows[0]?.[0]).toBe('我的笔记');
});

test('a record that was renamed or moved is still ours', () => {
  const workbook = decided(workbookOf({ 台账: tableWith(crowded) }));
  const renamed = {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => (isRecordSheet(sheet) ? { ...sheet, name: '问题清单' } : sheet)).reverse(),
  };
  expect(record(recorded(renamed)).name).toBe('问题清单');
});

test('no identity number, account or phone is written, not even one that a message quotes', () => {
  const quoting = new Map(kinds).set('quoting', {
    ...checks[0],
    id: 'quoting',
    messages: { quoted: '“{actual}”认不出来，请核对。' },
  });
  const place = { workbook: '台账.xlsx', sheet: '台账', row: 2, column: 3 };
  const workbook = workbookOf({ 台账: tableWith(sound, sound, crowded, crowded) });
  const { ledgers, findings } = check(workbook);
  const quoted = [one.idNumber, one.account, one.phone, `${one.idNumber.slice(0, 6)} ${one.idNumber.slice(6)}`].map(
    (actual) => ({ kind: 'quoting', message: 'quoted', data: { actual }, severity: 'error', at: [place] }) as const,
  );
  const plan = recordSheet([...findings, ...quoted], quoting, testDay, workbook, ledgers);
  const texts = plan.rows.flatMap(({ cells }) => cells.map(({ value }) => String(value ?? '')));
  expect(texts.some((text) => text.includes(one.idNumber.slice(-4)))).toBe(true);
  const hashes = new Set(plan.rows.slice(4).map(({ cells }) => cells[column('标识') - 1]?.value));
  const readable = texts.filter((text) => !hashes.has(text)).join('\n');
  expect(readable).not.toMatch(/\d{6,}/);
});

test('decisions written by hand without a key are all kept', () => {
  const workbook = decided(workbookOf({ 台账: tableWith(crowded, another) }));
  const byHand = [5, 6].reduce((book, row) => {
    const emptied = written(book, row, { 理由: `第 ${row} 行，手写` });
    const edit = { at: { sheet: '核查记录', row, column: column('标识') }, from: at(emptied, row, '标识'), to: null };
    return applyToSnapshot(emptied, [{ kind: 'edit-cells', edits: [edit] }]).snapshot;
  }, workbook);
  expect(readDecisions(record(recorded(byHand))).map(({ reason }) => reason)).toEqual([
    '第 5 行，手写',
    '第 6 行，手写',
  ]);
});

test('each row is as high as its longest text needs, and has room for a reason', () => {
  const workbook = workbookOf({ 台账: tableWith(sound, crowded) });
  const { ledgers, findings } = check(workbook);
  const long = new Map(kinds).set('long', { ...checks[0], id: 'long', messages: { said: `${'很长'.repeat(60)}。` } });
  const [finding] = findings;
  const plan = recordSheet([finding, { ...finding, kind: 'long', message: 'said' }], long, testDay, workbook, ledgers);
  const [heading, short, tall] = plan.rows.slice(3).map(({ height }) => height ?? 0);
  expect(plan.rows.every(({ height }) => height !== undefined)).toBe(true);
  expect(short).toBeGreaterThanOrEqual(heading);
  // 120 signs in a column of 32 take at least eight lines of 10 points.
  expect(tall).toBeGreaterThan(8 * 12);
});
