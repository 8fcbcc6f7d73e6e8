import type { Check } from './check';
import idNumberChecksum from './id-number-checksum';
import idNumberDamaged from './id-number-damaged';
import idNumberDuplicate from './id-number-duplicate';
import idNumberMalformed from './id-number-malformed';
import idNumberUntidy from './id-number-untidy';
import longAbsent from './long-absent';
import peopleInNeedExceedsHousehold from './people-in-need-exceeds-household';
import totalRowDiffers from './total-row-differs';

/** Every check, by id. */
export const checks: readonly Check[] = [
  idNumberChecksum,
  idNumberDamaged,
  idNumberDuplicate,
  idNumberMalformed,
  idNumberUntidy,
  longAbsent,
  peopleInNeedExceedsHousehold,
  totalRowDiffers,
];
