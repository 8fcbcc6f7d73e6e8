import type { IsoDate } from '../ledger/dates';
import { yuan, type Fen } from '../ledger/money';
import { holidayYears, type HolidayYear } from './holidays';
import type { Rulings, Scheme } from './scheme';

/** A figure and the clause that sets it. A figure without a source does not compile. */
export interface Ruling<V> {
  readonly value: V;
  /** The clause as a person would cite it. */
  readonly source: string;
}

/**
 * A scheme resolved for one day: what checks, fills and sheets receive. A parameter the scheme does not set is missing.
 * Every figure in 元 of the scheme stands here as `Ruling<Fen>`.
 */
export interface Policy extends InFen<Omit<Rulings, 'from'>> {
  readonly scheme: string;
  readonly schemeTitle: string;
  /** The document that all clauses belong to. */
  readonly document: string;
  /** Days off and worked, by year, the scheme's own before those that ship; missing means those that ship. */
  readonly holidays?: readonly HolidayYear[];
  /** The day of the check. Core has no clock. */
  readonly asOf: IsoDate;
}

/** How a household's amount is set; which shape, says `shape`. */
export type Standard = NonNullable<Policy['standard']>;

/** The rulings in force on the day: of each parameter the latest one that had begun. */
export function policyOn(scheme: Scheme, today: IsoDate): Policy {
  const begun = scheme.rulings.filter((rulings) => rulings.from === undefined || rulings.from <= today);
  const start = ({ from = '' }: Rulings) => from;
  const inOrder = [...begun].sort((left, right) =>
    start(left) < start(right) ? -1 : start(left) > start(right) ? 1 : 0,
  );
  const { from: _, ...inForce }: Rulings = Object.assign({}, ...inOrder);
  return {
    ...inFen(inForce),
    scheme: scheme.id,
    schemeTitle: scheme.title,
    document: scheme.document,
    holidays: [...(scheme.holidays ?? []), ...holidayYears],
    asOf: today,
  };
}

/** The same shape with every `{ yuan, source }` as a `Ruling<Fen>`. */
type InFen<T> = T extends { readonly yuan: number; readonly source: string }
  ? Ruling<Fen>
  : T extends readonly (infer U)[]
    ? readonly InFen<U>[]
    : T extends object
      ? { readonly [K in keyof T]: InFen<T[K]> }
      : T;

function inFen<T>(part: T): InFen<T>;
function inFen(part: unknown): unknown {
  if (Array.isArray(part)) return part.map((item: unknown) => inFen(item));
  if (typeof part !== 'object' || part === null) return part;
  if ('yuan' in part && typeof part.yuan === 'number' && 'source' in part) {
    return { value: yuan(part.yuan), source: part.source };
  }
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, inFen(value as unknown)]));
}
