/** What `npm run eval` can measure: one file each in this folder, one line each in `test/run/eval.ts`. */
import type { BrowserName } from '../browser/harness/find-browser.ts';

/** What was asked for on the command line. */
export interface EvaluationOptions {
  /** The folder that was named with --fixtures; undefined when none was. */
  readonly fixtures: string | undefined;
  readonly browsers: readonly BrowserName[];
  /** How the guard comes into the browser: by policy, or by a person's hand. */
  readonly install: 'policy' | 'user' | 'temporary';
  /** How often each attempt is made. */
  readonly repeat: number;
  /** Of a list, only what has this in its name. */
  readonly only: string | undefined;
}

export interface Evaluation {
  /** One line for the help. */
  readonly about: string;
  measure(options: EvaluationOptions): Measured | Promise<Measured>;
}

export interface Measured {
  /** For machines: one JSON line, or one for each thing that was measured. */
  readonly figures: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[];
  /** For people. */
  readonly lines: readonly string[];
  /** Whether it is as good as the design asks. */
  readonly passed: boolean;
}
