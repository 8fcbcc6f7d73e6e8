import type { Scheme } from '../../core/policy/scheme';

/** The two hold the same: a scheme read twice from one sheet, or chosen by name where it was in force already. */
export const isSameScheme = (one: Scheme, other: Scheme): boolean =>
  one === other || (one.id === other.id && JSON.stringify(one) === JSON.stringify(other));
