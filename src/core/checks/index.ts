import type { Check } from './check';
import absentListed from './absent-listed';
import accountBankUnusual from './account-bank-unusual';
import accountDamaged from './account-damaged';
import accountEqualsOtherNumber from './account-equals-other-number';
import accountHolderDiffers from './account-holder-differs';
import accountLengthUnusual from './account-length-unusual';
import accountLuhn from './account-luhn';
import accountMalformed from './account-malformed';
import accountMissing from './account-missing';
import accountSerialFill from './account-serial-fill';
import accountShared from './account-shared';
import beddingOutsideStandard from './bedding-outside-standard';
import cadreRelativeListed from './cadre-relative-listed';
import datesOutOfOrder from './dates-out-of-order';
import deadlinePassed from './deadline-passed';
import deceasedListed from './deceased-listed';
import evenSplit from './even-split';
import fundSourcesDiffer from './fund-sources-differ';
import grainOutsideStandard from './grain-outside-standard';
import headIsMemberElsewhere from './head-is-member-elsewhere';
import heatingOutsideStandard from './heating-outside-standard';
import householdSizeDiffersFromMembers from './household-size-differs-from-members';
import householdSizeUnusual from './household-size-unusual';
import householdSplit from './household-split';
import householdTwoAccounts from './household-two-accounts';
import householdTypeAge from './household-type-age';
import householdTypeContradiction from './household-type-contradiction';
import householdTypeNotOnList from './household-type-not-on-list';
import householdTypeOldName from './household-type-old-name';
import householdTypeUnknown from './household-type-unknown';
import idNumberBirthDate from './id-number-birth-date';
import idNumberChecksum from './id-number-checksum';
import idNumberDamaged from './id-number-damaged';
import idNumberDuplicate from './id-number-duplicate';
import idNumberMalformed from './id-number-malformed';
import idNumberMasked from './id-number-masked';
import idNumberNearDuplicate from './id-number-near-duplicate';
import idNumberOld15 from './id-number-old-15';
import idNumberOtherDocument from './id-number-other-document';
import idNumberPlaceholder from './id-number-placeholder';
import idNumberRegionUnknown from './id-number-region-unknown';
import idNumberSerialFill from './id-number-serial-fill';
import idNumberTwoNames from './id-number-two-names';
import idNumberUntidy from './id-number-untidy';
import longAbsent from './long-absent';
import memberNotRegistered from './member-not-registered';
import memberUnderTwoHeads from './member-under-two-heads';
import nameSeparator from './name-separator';
import nameSuspiciousCharacter from './name-suspicious-character';
import nameUntidy from './name-untidy';
import needUnchangedDespiteAbsence from './need-unchanged-despite-absence';
import notInNeedLedger from './not-in-need-ledger';
import noticeTooShort from './notice-too-short';
import paidTwiceThisSeason from './paid-twice-this-season';
import partsBelowTotal from './parts-below-total';
import partsExceedTotal from './parts-exceed-total';
import payoutOutlier from './payout-outlier';
import payoutRemarkMissing from './payout-remark-missing';
import peopleInNeedExceedsHousehold from './people-in-need-exceeds-household';
import personListedTwice from './person-listed-twice';
import phoneMalformed from './phone-malformed';
import phoneShared from './phone-shared';
import publicPayrollListed from './public-payroll-listed';
import reliefAmountBelowFloor from './relief-amount-below-floor';
import reliefAmountNotWholeYuan from './relief-amount-not-whole-yuan';
import reliefAmountOutsideBand from './relief-amount-outside-band';
import reliefAmountOverCap from './relief-amount-over-cap';
import remarkForbiddenWord from './remark-forbidden-word';
import remarkSaysDeceased from './remark-says-deceased';
import serialNumberBroken from './serial-number-broken';
import standardsStacked from './standards-stacked';
import totalBelowAllocation from './total-below-allocation';
import totalOverAllocation from './total-over-allocation';
import totalRowDiffers from './total-row-differs';
import unitConfused from './unit-confused';
import urbanHouseholdNotEligible from './urban-household-not-eligible';
import villageTotalOverAllocation from './village-total-over-allocation';

/** Every check, by id. */
export const checks: readonly Check[] = [
  absentListed,
  accountBankUnusual,
  accountDamaged,
  accountEqualsOtherNumber,
  accountHolderDiffers,
  accountLengthUnusual,
  accountLuhn,
  accountMalformed,
  accountMissing,
  accountSerialFill,
  accountShared,
  beddingOutsideStandard,
  cadreRelativeListed,
  datesOutOfOrder,
  deadlinePassed,
  deceasedListed,
  evenSplit,
  fundSourcesDiffer,
  grainOutsideStandard,
  headIsMemberElsewhere,
  heatingOutsideStandard,
  householdSizeDiffersFromMembers,
  householdSizeUnusual,
  householdSplit,
  householdTwoAccounts,
  householdTypeAge,
  householdTypeContradiction,
  householdTypeNotOnList,
  householdTypeOldName,
  householdTypeUnknown,
  idNumberBirthDate,
  idNumberChecksum,
  idNumberDamaged,
  idNumberDuplicate,
  idNumberMalformed,
  idNumberMasked,
  idNumberNearDuplicate,
  idNumberOld15,
  idNumberOtherDocument,
  idNumberPlaceholder,
  idNumberRegionUnknown,
  idNumberSerialFill,
  idNumberTwoNames,
  idNumberUntidy,
  longAbsent,
  memberNotRegistered,
  memberUnderTwoHeads,
  nameSeparator,
  nameSuspiciousCharacter,
  nameUntidy,
  needUnchangedDespiteAbsence,
  notInNeedLedger,
  noticeTooShort,
  paidTwiceThisSeason,
  partsBelowTotal,
  partsExceedTotal,
  payoutOutlier,
  payoutRemarkMissing,
  peopleInNeedExceedsHousehold,
  personListedTwice,
  phoneMalformed,
  phoneShared,
  publicPayrollListed,
  reliefAmountBelowFloor,
  reliefAmountNotWholeYuan,
  reliefAmountOutsideBand,
  reliefAmountOverCap,
  remarkForbiddenWord,
  remarkSaysDeceased,
  serialNumberBroken,
  standardsStacked,
  totalBelowAllocation,
  totalOverAllocation,
  totalRowDiffers,
  unitConfused,
  urbanHouseholdNotEligible,
  villageTotalOverAllocation,
];
