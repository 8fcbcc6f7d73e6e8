import payoutApproval from './payout-approval';
import payoutRoster from './payout-roster';
import type { SheetKind } from './sheet-kind';
import townshipNotice from './township-notice';
import townshipReviewNotice from './township-review-notice';
import villageNotice from './village-notice';
import villagePayout from './village-payout';

/** All kinds of printed sheets, in the order of the season. */
export const sheetKinds: readonly SheetKind[] = [
  villageNotice,
  villagePayout,
  payoutApproval,
  townshipReviewNotice,
  townshipNotice,
  payoutRoster,
];
