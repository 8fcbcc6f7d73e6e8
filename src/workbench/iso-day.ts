import type { IsoDate } from '../core/ledger/dates';

/** The day it is where the computer stands. */
export const isoDay = (now: Date): IsoDate =>
  `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}` as IsoDate;
