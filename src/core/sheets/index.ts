import allocation from './allocation';
import application from './application';
import appraisalMinutes from './appraisal-minutes';
import archiveIndex from './archive-index';
import bankFile from './bank-file';
import countyApproval from './county-approval';
import cover from './cover';
import goodsIssue from './goods-issue';
import householdTypesSummary from './household-types-summary';
import nationalForm from './national-form';
import needSummary from './need-summary';
import paidSummary from './paid-summary';
import payoutApproval from './payout-approval';
import payoutReceipt from './payout-receipt';
import payoutRoster from './payout-roster';
import type { SheetKind } from './sheet-kind';
import townshipNotice from './township-notice';
import townshipReviewNotice from './township-review-notice';
import villageNotice from './village-notice';
import villagePayout from './village-payout';

/** All kinds of printed sheets, in the order of the season. */
export const sheetKinds: readonly SheetKind[] = [
  application,
  appraisalMinutes,
  villageNotice,
  needSummary,
  nationalForm,
  allocation,
  villagePayout,
  payoutApproval,
  townshipReviewNotice,
  townshipNotice,
  payoutRoster,
  countyApproval,
  bankFile,
  payoutReceipt,
  goodsIssue,
  paidSummary,
  householdTypesSummary,
  archiveIndex,
  cover,
];
