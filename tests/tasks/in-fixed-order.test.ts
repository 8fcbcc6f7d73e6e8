import fc from 'fast-check';
import type { Finding } from '../../src/core/findings/finding';
import { finish } from '../../src/core/workbook/port';
import { inFixedOrder } from '../../src/tasks/in-fixed-order';
import { workbookOf } from '../support/table';

const books = ['甲.xlsx', '乙.xlsx'].map((name) => ({ ...workbookOf({ 一: '| 甲 |', 二: '| 乙 |' }), name }));

const finding = fc
  .record({
    workbook: fc.constantFrom('甲.xlsx', '乙.xlsx'),
    sheet: fc.constantFrom('一', '二'),
    row: fc.integer({ min: 1, max: 1_048_576 }),
    column: fc.integer({ min: 1, max: 16_384 }),
    kind: fc.constantFrom('a', 'b', 'c'),
  })
  .map(({ kind, ...at }): Finding => ({ kind, severity: 'error', message: '', data: {}, at: [at] }));

/** As one would read the order off: workbook, sheet, row, column, check. */
function precedes(left: Finding, right: Finding): boolean {
  const rank = ({ at: [at], kind }: Finding) => [
    books.findIndex(({ name }) => name === at.workbook),
    ['一', '二'].indexOf(at.sheet),
    at.row,
    at.column,
    kind.charCodeAt(0),
  ];
  const [one, other] = [rank(left), rank(right)];
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 || one[at] < other[at];
}

test('orders by workbook, sheet, row, column and check, and loses nothing', () => {
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 60 }), (findings) => {
      const ordered = finish(inFixedOrder(findings, books));
      expect(new Set(ordered)).toEqual(new Set(findings));
      expect(ordered).toHaveLength(findings.length);
      for (let at = 1; at < ordered.length; at++) expect(precedes(ordered[at - 1], ordered[at])).toBe(true);
    }),
  );
});

test('orders more than it sorts at once, and keeps the order given where all is alike', () => {
  const findings = Array.from({ length: 20_000 }, (_, index): Finding => ({
    kind: 'a',
    severity: 'note',
    message: String(index),
    data: {},
    at: [{ workbook: '甲.xlsx', sheet: '一', row: 1 + ((index * 7919) % 5_000), column: 1 }],
  }));
  const ordered = finish(inFixedOrder(findings, books));
  for (let at = 1; at < ordered.length; at++) {
    const [before, now] = [ordered[at - 1], ordered[at]];
    expect(now.at[0].row).toBeGreaterThanOrEqual(before.at[0].row);
    if (now.at[0].row === before.at[0].row) expect(Number(now.message)).toBeGreaterThan(Number(before.message));
  }
  expect(new Set(ordered).size).toBe(20_000);
});
