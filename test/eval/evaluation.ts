/** What `npm run eval` can measure: one file each in this folder, one line each in `test/run/eval.ts`. */
export interface Evaluation {
  /** One line for the help. */
  readonly about: string;
  measure(): Measured;
}

export interface Measured {
  /** For machines. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** For people. */
  readonly lines: readonly string[];
  /** Whether it is as good as the design asks. */
  readonly passed: boolean;
}
