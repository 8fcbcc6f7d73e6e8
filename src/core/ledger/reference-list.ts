import type { IsoDate } from './dates';
import type { Fen } from './money';

/** One person or place on a list that an office holds; what the list does not say is missing. */
export interface ReferenceEntry {
  /** For comparing, as `comparableIdNumber` gives it. */
  readonly idNumber?: string;
  readonly name?: string;
  readonly village?: string;
  /** Of death, of going away, of payment: what the list is about. */
  readonly date?: IsoDate;
  /** The type, the office or the relation that the list names. */
  readonly words?: string;
  /** The identity number of the head of the household, for lists of members. */
  readonly headIdNumber?: string;
  readonly amount?: Fen;
}
