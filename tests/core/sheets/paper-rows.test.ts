import { paperDifferences as differencesInSteps } from '../../../src/core/sheets/paper-rows';
import { sheetKinds } from '../../../src/core/sheets';
import type { Household } from '../../../src/core/sheets/household';
import { yuan } from '../../../src/core/ledger/money';
import { finish } from '../../../src/core/workbook/port';
import type { CellValue } from '../../../src/core/workbook/cell';
import { sheetOf } from '../../support/table';
import { households, inputOf } from './households';

const paperDifferences = (...given: Parameters<typeof differencesInSteps>) => finish(differencesInSteps(...given));

const of = households(40);

/** A sheet of that kind as it stands in a workbook, with cells changed by hand. */
function printed(
  kind: string,
  change: (value: CellValue, row: number, column: number) => CellValue = (value) => value,
) {
  const [plan] = finish(sheetKinds.find(({ id }) => id === kind)!.build(inputOf(of)));
  return {
    ...sheetOf('| x |'),
    name: plan.name,
    rowCount: plan.rows.length,
    columnCount: plan.columnWidths.length,
    rows: plan.rows.map(({ cells }, row) => cells.map(({ value }, column) => change(value, row + 1, column + 1))),
    merges: plan.merges,
  };
}
const said = (kind: string, ledger: readonly Household[], change?: Parameters<typeof printed>[1]) =>
  paperDifferences(printed(kind, change), ledger).map((difference) =>
    difference.kind === 'figure'
      ? `${difference.heading} ${difference.printed} ${difference.inLedger}`
      : difference.kind === 'unprinted'
        ? `unprinted ${difference.household.at.row}`
        : difference.kind,
  );

const kinds = [
  'village-notice',
  'village-payout',
  'township-notice',
  'payout-roster',
  'payout-approval',
  'township-review-notice',
  'appraisal-minutes',
];

describe.each(kinds)('%s', (kind) => {
  test('agrees with the ledger it was made from', () => expect(said(kind, of)).toEqual([]));

  test('an amount that was changed in the ledger is named with its row', () => {
    const changed = of.map((one, index) => (index === 4 ? { ...one, amount: yuan(999) } : one));
    const [difference, ...more] = paperDifferences(printed(kind), changed);
    expect(more).toEqual([]);
    expect(difference).toMatchObject({ kind: 'figure', inLedger: '999', household: { head: of[4].head } });
    const shown = printed(kind).rows[difference.row - 1];
    expect(shown).toContain(of[4].head);
  });

  test('a household that left the ledger, and one that came', () => {
    expect(
      said(
        kind,
        of.filter((_, index) => index !== 3),
      ),
    ).toEqual(['gone']);
    expect(said(kind, [...of, { ...households(60)[55], village: '大坪村', at: { ...of[0].at, row: 77 } }])).toEqual([
      'unprinted 77',
    ]);
  });

  test('a cell changed by hand no longer fits the code', () => {
    const edited = said(kind, of, (value) => (value === of[6].head ? `${of[6].head}甲` : value));
    expect(edited).toContain('edited');
  });
});

test('a summary without households is only held to its code', () => {
  expect(said('household-types-summary', [])).toEqual([]);
  expect(said('household-types-summary', [], (value) => (value === '低保户' ? '低保' : value))).toEqual(['edited']);
});

test('two heads of one name in different groups are told apart', () => {
  const twins = of.map((one, index) => (index === 9 || index === 10 ? { ...one, head: '王建国' } : one));
  const [plan] = finish(sheetKinds.find(({ id }) => id === 'village-notice')!.build(inputOf(twins)));
  const sheet = {
    ...sheetOf('| x |'),
    rowCount: plan.rows.length,
    columnCount: plan.columnWidths.length,
    rows: plan.rows.map(({ cells }) => cells.map(({ value }) => value)),
    merges: plan.merges,
  };
  expect(paperDifferences(sheet, twins)).toEqual([]);
  expect(paperDifferences(sheet, [...twins].reverse())).toEqual([]);
});
