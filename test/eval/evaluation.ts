/** What `npm run eval` can measure: one file each in this folder, one line each in `test/run/eval.ts`. */
import type { BrowserName } from '../browser/harness/find-browser.ts';

export interface Evaluation {
  /** One line for the help. */
  readonly about: string;
  measure(options: EvaluationOptions): Measured | Promise<Measured>;
}

/** What was asked for on the command line; undefined where nothing was. */
export interface EvaluationOptions {
  /** The folder that was named with --fixtures. */
  readonly fixtures: string | undefined;
  /** The folder of recorded agents that was named with --agents. */
  readonly agents: string | undefined;
  /** The folder of people's recorded input that was named with --humans. */
  readonly humans: string | undefined;
  /** --sensitivity: move every threshold as well, which takes minutes. */
  readonly sensitivity: boolean;
  /** --browser chrome|firefox; both where none is named. */
  readonly browsers: readonly BrowserName[];
  /** --only: a part of the whole, by its name. */
  readonly only: string | undefined;
  readonly stops: number | undefined;
  readonly kills: number | undefined;
}

export interface Measured {
  /** For machines: one JSON line, or one for each thing that was measured. */
  readonly figures: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[];
  /** For people. */
  readonly lines: readonly string[];
  /** Whether it is as good as the design asks. */
  readonly passed: boolean;
}
