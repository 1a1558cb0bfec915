/** What `npm run eval` can measure: one file each in this folder, one line each in `test/run/eval.ts`. */
export interface Evaluation {
  /** One line for the help. */
  readonly about: string;
  measure(options: EvaluationOptions): Measured | Promise<Measured>;
}

/** What was named on the command line; undefined what was not. */
export interface EvaluationOptions {
  readonly fixtures: string | undefined;
  readonly agents: string | undefined;
  readonly humans: string | undefined;
  /** Move every threshold as well, which takes minutes. */
  readonly sensitivity: boolean;
}

export interface Measured {
  /** For machines: one JSON line, or one for each thing that was measured. */
  readonly figures: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[];
  /** For people. */
  readonly lines: readonly string[];
  /** Whether it is as good as the design asks. */
  readonly passed: boolean;
}
