import fc from 'fast-check';
import { checkState, recheck, type CheckState, type EditedCell } from '../../../src/core/checks/recheck';
import type { References } from '../../../src/core/checks/reference-kinds';
import { runChecks } from '../../../src/core/checks/run';
import type { Finding } from '../../../src/core/findings/finding';
import type { FieldKey } from '../../../src/core/ledger/fields';
import type { Ledger } from '../../../src/core/ledger/ledger';
import type { Fen } from '../../../src/core/ledger/money';
import { policyOn } from '../../../src/core/policy/policy';
import type { CellValue } from '../../../src/core/workbook/cell';
import { finish } from '../../../src/core/workbook/port';
import { schemeById } from '../../../src/schemes';
import { person } from '../../support/people';
import { mistakes } from '../../support/planted-mistakes';
import { cleanHouseholds, cleanMembers, ledgerFrom, numbersFrom, type Row } from '../../support/seeded-ledger';
import { testDay } from '../../support/test-policy';

const scheme = schemeById('zhonggang');
if (!scheme) throw new Error('no scheme');
const policy = policyOn(scheme, testDay);

const sorted = (findings: readonly Finding[]) => findings.map((finding) => JSON.stringify(finding)).sort();
const all = ({ findings }: CheckState) => [...findings.values()].flat();

test('after any edits the state is what a whole run would say', () => {
  const rows = cleanHouseholds(120, policy, 6);
  const random = numbersFrom(99);
  let state = finish(checkState([ledgerFrom(rows)], policy));
  for (let step = 0; step < 150; step++) {
    const mistake = mistakes[random(mistakes.length)];
    const at = random(rows.length - 5);
    const spoilt: Row[] = rows.map((row) => ({ ...row }));
    mistake.plant(spoilt, at, random);
    // Every cell that differs is one edit; each second mistake is taken back again.
    for (const changed of step % 2 === 0 ? [spoilt] : [spoilt, rows.map((row) => ({ ...row }))]) {
      const next = ledgerFrom(changed);
      for (const field of Object.keys(next.columns) as FieldKey[]) {
        const [column, before] = [next.columns[field], state.ledgers[0].columns[field]];
        if (!column || !before) continue;
        for (let entry = 0; entry < rows.length; entry++) {
          if (Object.is(column.typed[entry], before.typed[entry])) continue;
          const [typed, value] = [column.typed[entry], column.values[entry]];
          state = finish(recheck(state, [{ ledger: 0, entry, field, typed, value }]));
        }
      }
    }
    if (step % 2 === 0) rows.splice(0, rows.length, ...spoilt);
    if (step % 10 !== 9) continue;
    expect(sorted(all(state))).toEqual(sorted(finish(runChecks(state.ledgers, policy)).findings));
  }
  expect(all(state).length).toBeGreaterThan(20);
});

test('what an edit does not concern is not run again', () => {
  const rows = cleanHouseholds(50, policy, 6);
  rows[7].idNumber = rows[3].idNumber;
  const state = finish(checkState([ledgerFrom(rows)], policy));
  const next = finish(recheck(state, [{ ledger: 0, entry: 20, field: 'payoutNote', typed: '补贴', value: '补贴' }]));
  expect(next.findings.get('payout-remark-missing')).toHaveLength(1);
  expect(next.findings.get('id-number-two-names')).toBe(state.findings.get('id-number-two-names'));
});

const lists: References = {
  deceased: [{ idNumber: person(300_003).idNumber, name: person(300_003).name }],
  'last-payout': [{ name: person(300_007).name, idNumber: person(300_007).idNumber }],
  'household-types': [{ idNumber: person(300_001).idNumber, words: '低保户' }],
  allocation: [
    { village: '青石村', amount: 100_000 as Fen },
    { village: '柳溪村', amount: 200_000 as Fen },
  ],
};

/** Whatever a person may type or paste into a cell: another row's value, nothing, nonsense, a number a slip away. */
const entered = (rows: readonly Row[], field: FieldKey, at: number, pick: number): CellValue => {
  const own = rows[at][field] ?? null;
  const others = [rows[(at + 1) % rows.length], rows[pick % rows.length]].map((row) => row[field] ?? null);
  const text = String(own);
  const slip = text.slice(0, 12) + String((Number(text[12]) + 1) % 10) + text.slice(13);
  const next = /^\d{12,}$/.test(String(others[0])) ? String(BigInt(String(others[0])) - BigInt(1)) : null;
  return [...others, null, '无', '甲乙', 0, 12, 45_000, slip, next, text.slice(0, -1)][pick % 11];
};

test.each(['zhonggang', 'shangzhai', 'disaster-type-in-kind'])(
  'edits of any field, one by one or pasted together, over households, rosters and totals under %s',
  (id) => {
    const own = policyOn(schemeById(id) ?? scheme, testDay);
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.tuple(fc.nat(1), fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }), {
          minLength: 1,
          maxLength: 8,
        }),
        (pastes) => {
          const households = cleanHouseholds(36, own, 6);
          const sheets: Row[][] = [[...households, totalOf(households)], cleanMembers(households.slice(0, 8), 6)];
          const read = () => sheets.map((rows) => ledgerFrom(rows));
          let state = finish(checkState(read(), own, lists));
          for (const paste of pastes) {
            for (const [sheet, field, at, pick] of paste) {
              const rows = sheets[sheet];
              const keys = Object.keys(rows[0]) as FieldKey[];
              const key = keys[field % keys.length];
              const row = at % (sheet === 0 ? households.length : rows.length);
              rows[row][key] = entered(rows, key, row, pick) as never;
            }
            const now = read();
            // A row that is no household any more is another ledger; that is for a whole check.
            if (now.some(({ rows }, index) => rows.length !== state.ledgers[index].rows.length)) return;
            const edits = now.flatMap((ledger, index) => editsBetween(state.ledgers[index], ledger, index));
            state = finish(recheck(state, edits));
            expect(sorted(all(state))).toEqual(sorted(finish(runChecks(now, own, lists)).findings));
            compared += 1;
          }
        },
      ),
      { numRuns: 30 },
    );
    expect(compared).toBeGreaterThan(50);
  },
);

const totalOf = (rows: readonly Row[]): Row => ({
  householdHead: '合计',
  householdSize: rows.reduce((sum, row) => sum + Number(row.householdSize), 0),
  reliefAmount: rows.reduce((sum, row) => sum + Number(row.reliefAmount), 0),
});

const editsBetween = (before: Ledger, after: Ledger, ledger: number): EditedCell[] =>
  (Object.keys(after.columns) as FieldKey[]).flatMap((field) => {
    const [now, was] = [after.columns[field], before.columns[field]];
    return (now?.typed ?? []).flatMap((typed, entry) =>
      Object.is(typed, was?.typed[entry]) ? [] : [{ ledger, entry, field, typed, value: now?.values[entry] }],
    );
  });
