import type { Check, Example } from '../../src/core/checks/check';
import { runChecks, type CheckResult } from '../../src/core/checks/run';
import { finish } from '../../src/core/workbook/port';
import { readingOf, workbookOf } from './table';
import { policyWith } from './test-policy';

/** What a check says of one of its examples. Throws where a table of the example is not exactly one ledger. */
export function resultOf(check: Check, example: Example): CheckResult {
  const { tables, policy, lists } =
    typeof example === 'string' ? { tables: [example], policy: {}, lists: {} } : example;
  const ledgers = tables.flatMap((table, index) => {
    const reading = readingOf(workbookOf(table, { name: `第${index + 1}份.xlsx` }));
    if (reading.ledgers.length !== 1) throw new Error(`not one ledger: ${table}`);
    return reading.ledgers;
  });
  return finish(runChecks(ledgers, policyWith(policy), lists, [check]));
}
