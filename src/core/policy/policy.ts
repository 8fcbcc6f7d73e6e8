import type { IsoDate } from '../ledger/dates';

/** A figure and the clause that sets it. A figure without a source does not compile. */
export interface Ruling<V> {
  readonly value: V;
  /** The clause as a person would cite it. */
  readonly source: string;
}

/** A scheme resolved for one day: what checks, fills and sheets receive. A parameter the scheme does not set is missing. */
export interface Policy {
  readonly scheme: string;
  readonly schemeTitle: string;
  /** The day of the check. Core has no clock. */
  readonly asOf: IsoDate;
  readonly ruralOnly?: Ruling<boolean>;
  /** Someone away for at least this many whole months counts as long absent. */
  readonly absentMonths?: Ruling<number>;
}
