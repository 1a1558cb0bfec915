import type { BrowserName } from '../browser/harness/find-browser.ts';

/** What `npm run eval` can measure: one file each in this folder, one line each in `test/run/eval.ts`. */
export interface Evaluation {
  /** One line for the help. */
  readonly about: string;
  measure(options: EvaluationOptions): Measured | Promise<Measured>;
}

export interface EvaluationOptions {
  /** The folder that was named with --fixtures; undefined when none was. */
  readonly fixtures: string | undefined;
  /** The one browser that was named with --browser; undefined for all. */
  readonly browser?: BrowserName | undefined;
  /** What was named with --trials. */
  readonly trials?: number | undefined;
}

export interface Measured {
  /** For machines: one JSON line, or one for each thing that was measured. */
  readonly figures: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[];
  /** For people. */
  readonly lines: readonly string[];
  /** Whether it is as good as the design asks. */
  readonly passed: boolean;
}
