import fc from 'fast-check';
import { checks } from '../../../src/core/checks';
import { runChecks } from '../../../src/core/checks/run';
import type { Finding } from '../../../src/core/findings/finding';
import type { Ledger, LedgerColumn } from '../../../src/core/ledger/ledger';
import { policyOn } from '../../../src/core/policy/policy';
import type { CellValue } from '../../../src/core/workbook/cell';
import { finish } from '../../../src/core/workbook/port';
import { schemeById } from '../../../src/schemes';
import { people, person } from '../../support/people';
import { mistakes } from '../../support/planted-mistakes';
import { cleanHouseholds, ledgerFrom, numbersFrom } from '../../support/seeded-ledger';
import { testDay } from '../../support/test-policy';

const scheme = schemeById('zhonggang');
if (!scheme) throw new Error('no scheme');
const policy = policyOn(scheme, testDay);

const alone = (ledger: Ledger, entry: number): Ledger => ({
  ...ledger,
  rows: [ledger.rows[entry]],
  totals: [],
  columns: Object.fromEntries(
    (Object.values(ledger.columns) as LedgerColumn[]).map((column) => [
      column.field,
      { ...column, typed: [column.typed[entry]], values: [column.values[entry]] },
    ]),
  ),
});

const sorted = (findings: readonly Finding[]) => findings.map((finding) => JSON.stringify(finding)).sort();

test('judging each sort of row once, and suspects only, finds what judging row by row finds', () => {
  const rows = cleanHouseholds(700, policy, 8);
  const random = numbersFrom(5);
  for (let at = 0; at < rows.length - 5; at += 3) {
    mistakes[random(mistakes.length)].plant(rows, at, random);
  }
  const ledger = ledgerFrom(rows);
  const single = checks.filter(({ cell, each }) => cell ?? each);
  const whole = finish(runChecks([ledger], policy, {}, single)).findings;
  const oneByOne = ledger.rows.flatMap(
    (_, entry) => finish(runChecks([alone(ledger, entry)], policy, {}, single)).findings,
  );
  expect(sorted(whole)).toEqual(sorted(oneByOne));
  expect(whole.length).toBeGreaterThan(100);
  expect(new Set(whole.map(({ kind }) => kind)).size).toBeGreaterThan(20);
});

const number = person(0).idNumber;
const oddCell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    null,
    '',
    ' ',
    0,
    true,
    109901194805208000,
    6200000000001047,
    ...[
      '无',
      '待办',
      '000000',
      'H1234567800',
      'E12345678',
      '林旺满',
      ' 林旺满',
      '阿依古丽•买买提',
      '林□满',
      '林wang满',
    ],
    ...['620000000000104729', '6200000000001040000', '6.2E+18', '6200********1047299', '301020304050'],
    ...[number, `${number} `, number.toLowerCase(), `${number}44`, number.slice(0, 17), `8${number.slice(1)}`],
    ...['11010519491231002X', '11010519491231002x', '810000199408230021', '109901197902303211', '10990119010101001X'],
    ...people(9).map((one) => one.idNumber),
  ),
  fc.stringMatching(/^[1-8][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]$/),
  fc.stringMatching(/^[0-9 -]{12,20}$/),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

test('a cell that is no suspect is never guilty', () => {
  const hasty = checks.filter(({ suspects }) => suspects);
  expect(hasty.length).toBeGreaterThan(5);
  fc.assert(
    fc.property(fc.array(oddCell, { minLength: 1, maxLength: 30 }), (typed) => {
      for (const check of hasty) {
        const suspects = new Set(check.suspects?.(typed, policy));
        const guilty = typed.flatMap((value, entry) =>
          value !== null && value !== '' && check.cell?.(value, policy) ? [entry] : [],
        );
        expect({ check: check.id, missed: guilty.filter((entry) => !suspects.has(entry)) }).toEqual({
          check: check.id,
          missed: [],
        });
      }
    }),
    { numRuns: 300 },
  );
});
