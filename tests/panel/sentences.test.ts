import { refusalSentence } from '../../src/panel/sentences/receipt-sentence';
import { entriesIn } from '../../src/panel/sentences/scope-sentence';
import { shownChange } from '../../src/panel/sentences/shown-value';
import type { ApplyReceipt, RefusalReason } from '../../src/core/workbook/change';

const receipt = (...refused: readonly [row: number, reason: RefusalReason][]): ApplyReceipt => ({
  applied: [],
  refused: refused.map(([row, reason]) => ({
    edit: { at: { sheet: '花名册', row, column: 4 }, from: 'a', to: 'b' },
    reason,
    found: 'c',
  })),
  refusedSheets: [],
  undo: [],
});

test('nothing is said where nothing was refused', () => {
  expect(refusalSentence(receipt(), 'apply')).toBeUndefined();
});

test('refusals are told by reason, the first three places named, neighbours as one', () => {
  expect(
    refusalSentence(receipt([2, 'changed'], [3, 'formula'], [4, 'changed'], [5, 'changed'], [6, 'changed']), 'undo'),
  ).toBe('有 4 格在此之后又被改过，未撤销：花名册!D2、花名册!D4:D6。有 1 格由公式计算，未撤销：花名册!D3。');
});

test('a sheet that was left alone is named with the reason', () => {
  expect(
    refusalSentence({ ...receipt(), refusedSheets: [{ sheet: '核查记录', reason: 'sheet-not-ours' }] }, 'apply'),
  ).toBe('工作表“核查记录”不是本助手生成的，未改动。');
});

test.each<RefusalReason>([
  'changed',
  'formula',
  'locked',
  'merged-away',
  'sheet-missing',
  'sheet-not-ours',
  'read-only',
  'too-long',
])('a cell refused as %s is told in one Chinese sentence without codes', (reason) => {
  for (const attempt of ['apply', 'undo'] as const) {
    const sentence = refusalSentence(receipt([7, reason]), attempt);
    expect(sentence).toMatch(/^有 1 格.+，未(改动|撤销)：花名册!D7。$/);
    expect(sentence?.replace('花名册!D7', '')).not.toMatch(/[A-Za-z]|！/);
  }
});

test('a change of kind alone is shown as such', () => {
  expect(shownChange(450, '450')).toEqual({ from: '450（数字）', to: '450（文本）' });
  expect(shownChange(null, 450)).toEqual({ from: '空', to: '450' });
  expect(shownChange({ error: '#N/A' }, '1')).toEqual({ from: '#N/A', to: '1' });
});

test('households and persons are counted apart', () => {
  const households = { entryIs: 'household', rows: [4, 5, 6] } as const;
  const persons = { entryIs: 'person', rows: [4, 5, 6, 7] } as const;
  expect(entriesIn([households])).toBe('3 户');
  expect(entriesIn([persons])).toBe('4 人');
  expect(entriesIn([households, persons])).toBe('3 户、4 人');
  expect(entriesIn([])).toBe('0 户');
});
