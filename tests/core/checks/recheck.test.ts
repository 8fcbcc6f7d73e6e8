import { checkState, recheck, type CheckState } from '../../../src/core/checks/recheck';
import { runChecks } from '../../../src/core/checks/run';
import type { Finding } from '../../../src/core/findings/finding';
import type { FieldKey } from '../../../src/core/ledger/fields';
import { policyOn } from '../../../src/core/policy/policy';
import { finish } from '../../../src/core/workbook/port';
import { schemeById } from '../../../src/schemes';
import { mistakes } from '../../support/planted-mistakes';
import { cleanHouseholds, ledgerFrom, numbersFrom, type Row } from '../../support/seeded-ledger';
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
          state = recheck(state, { ledger: 0, entry, field, typed, value });
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
  const next = recheck(state, { ledger: 0, entry: 20, field: 'payoutNote', typed: '补贴', value: '补贴' });
  expect(next.findings.get('payout-remark-missing')).toHaveLength(1);
  expect(next.findings.get('id-number-two-names')).toBe(state.findings.get('id-number-two-names'));
});
