import { valueOf, type Ledger } from '../ledger/ledger';
import type { Household } from './entitlement';

/** What the entry says of its household, as far as amounts and goods depend on it. */
export const householdOf = (ledger: Ledger, entry: number): Household => ({
  householdSize: valueOf(ledger, entry, 'householdSize'),
  peopleInNeed: valueOf(ledger, entry, 'peopleInNeed'),
  householdType: valueOf(ledger, entry, 'householdType'),
  severity: valueOf(ledger, entry, 'severity'),
  disasterType: valueOf(ledger, entry, 'disasterType'),
  registrationType: valueOf(ledger, entry, 'registrationType'),
});
