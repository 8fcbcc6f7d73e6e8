/** The last thing the panel has to say to the person: one or more plain sentences. */
export interface Notice {
  readonly intent: 'info' | 'success' | 'warning' | 'error';
  readonly text: string;
  /** The number of the step it tells of, so that it can be taken back on the spot. */
  readonly step?: number;
}
