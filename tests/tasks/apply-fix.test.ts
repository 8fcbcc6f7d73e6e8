import type { Finding } from '../../src/core/findings/finding';
import type { CellEdit } from '../../src/core/workbook/change';
import { fixChanges } from '../../src/tasks/apply-fix';

const edit = (row: number, to: string): CellEdit => ({ at: { sheet: '花名册', row, column: 4 }, from: 'x', to });
const finding = (...edits: readonly CellEdit[]): Finding => ({
  kind: 'any',
  message: 'any',
  data: {},
  severity: 'error',
  at: [{ workbook: '台账.xlsx', sheet: '花名册', row: 2, column: 4 }],
  ...(edits.length > 0 ? { fix: { edits, certainty: 'sure' } } : {}),
});

test('fixes become one change with every edit once', () => {
  const [one, two] = [finding(edit(2, 'a'), edit(3, 'b')), finding(edit(3, 'b'), edit(4, 'c'))];
  expect(fixChanges([one, two])).toEqual({
    changes: [{ kind: 'edit-cells', edits: [edit(2, 'a'), edit(3, 'b'), edit(4, 'c')] }],
    findings: [one, two],
  });
});

test('where two fixes want different things of a cell, the first has it and the other waits whole', () => {
  const [one, two] = [finding(edit(2, 'a')), finding(edit(3, 'b'), edit(2, 'other'))];
  expect(fixChanges([one, two])).toEqual({ changes: [{ kind: 'edit-cells', edits: [edit(2, 'a')] }], findings: [one] });
});

test('findings without a fix change nothing', () => {
  expect(fixChanges([finding()])).toEqual({ changes: [], findings: [] });
});
