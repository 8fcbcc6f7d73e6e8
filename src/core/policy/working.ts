/** How a figure came about, all in Chinese, so that a person can follow and check it. */
export interface Working {
  readonly inputs: readonly { readonly label: string; readonly value: string }[];
  /** The clause that sets the figures. */
  readonly clause: string;
  /** Such as `3 人 × 150 元/人 = 450 元`. */
  readonly formula: string;
}

/** A working that is put into words only where someone wants to read it: most rows agree and nobody does. */
export type Explain = () => Working;
