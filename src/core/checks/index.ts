import type { Check } from './check';
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
import headIsMemberElsewhere from './head-is-member-elsewhere';
import householdSizeDiffersFromMembers from './household-size-differs-from-members';
import householdSizeUnusual from './household-size-unusual';
import householdSplit from './household-split';
import householdTwoAccounts from './household-two-accounts';
import householdTypeAge from './household-type-age';
import householdTypeContradiction from './household-type-contradiction';
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
import memberUnderTwoHeads from './member-under-two-heads';
import nameSeparator from './name-separator';
import nameSuspiciousCharacter from './name-suspicious-character';
import nameUntidy from './name-untidy';
import needUnchangedDespiteAbsence from './need-unchanged-despite-absence';
import peopleInNeedExceedsHousehold from './people-in-need-exceeds-household';
import personListedTwice from './person-listed-twice';
import phoneMalformed from './phone-malformed';
import phoneShared from './phone-shared';
import totalRowDiffers from './total-row-differs';
import urbanHouseholdNotEligible from './urban-household-not-eligible';

/** Every check, by id. */
export const checks: readonly Check[] = [
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
  headIsMemberElsewhere,
  householdSizeDiffersFromMembers,
  householdSizeUnusual,
  householdSplit,
  householdTwoAccounts,
  householdTypeAge,
  householdTypeContradiction,
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
  memberUnderTwoHeads,
  nameSeparator,
  nameSuspiciousCharacter,
  nameUntidy,
  needUnchangedDespiteAbsence,
  peopleInNeedExceedsHousehold,
  personListedTwice,
  phoneMalformed,
  phoneShared,
  totalRowDiffers,
  urbanHouseholdNotEligible,
];
