import { samePersonKinds } from '../core/decisions/decision-choices';
import type { Finding } from '../core/findings/finding';

/** True for a finding that holds rows against each other, so that they can be looked at side by side. */
export const isComparable = ({ kind, at }: Finding): boolean =>
  (samePersonKinds.has(kind) || householdKinds.has(kind)) &&
  at.some(({ workbook, sheet, row }) => row !== at[0].row || sheet !== at[0].sheet || workbook !== at[0].workbook);

const householdKinds = new Set(['household-split', 'household-two-accounts', 'account-shared', 'phone-shared']);
