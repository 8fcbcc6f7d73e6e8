/** Something in the scheme itself that cannot be followed, or must be asked for, whatever the ledger says. */
export interface Contradiction {
  readonly kind:
    | 'floor-above-band'
    | 'band-gap'
    | 'notice-too-long'
    | 'deadlines-out-of-order'
    | 'payment-after-deadline'
    | 'allocation-below-floor'
    | 'open-question';
  /** One Chinese sentence with the figures, sizes and dates concerned. */
  readonly sentence: string;
  /** The clauses that do not go together. */
  readonly sources: readonly string[];
  /** The household sizes concerned, up to 20: larger households are so rare that a notice need not provide for them. */
  readonly sizes?: readonly number[];
}

/** What is to be paid from the allocation, as far as it is known. */
export interface Demand {
  readonly households: number;
  readonly people: number;
}
