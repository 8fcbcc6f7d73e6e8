import type { IsoDate } from '../core/ledger/dates';

/** The day it is where the computer stands. */
export const isoDay = (now: Date): IsoDate =>
  `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}` as IsoDate;

/** The minute it is, `2026-01-10 15:04`. */
export const isoMinute = (now: Date): string =>
  `${isoDay(now)} ${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
