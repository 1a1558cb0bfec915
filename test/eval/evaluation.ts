/** What `npm run eval` can measure: one file each in this folder, one line each in `test/run/eval.ts`. */
import type { BrowserName } from '../browser/harness/find-browser.ts';

export interface Evaluation {
  /** One line for the help. */
  readonly about: string;
  measure(options: EvaluationOptions): Measured | Promise<Measured>;
}

/** What was asked for on the command line; undefined where nothing was. Each evaluation looks at what concerns it. */
export interface EvaluationOptions {
  /** The folder that was named with --fixtures. */
  readonly fixtures: string | undefined;
  /** The folder of recorded agents that was named with --agents. */
  readonly agents: string | undefined;
  /** The folder of people's recorded input that was named with --humans. */
  readonly humans: string | undefined;
  /** --sensitivity: move every threshold as well, which takes minutes. */
  readonly sensitivity: boolean;
  /** The folder of texts that was named with --corpus. */
  readonly corpus: string | undefined;
  /** The folder of written cases that was named with --cases. */
  readonly cases: string | undefined;
  /** --browser chrome|firefox; where none is named, all in which the guard can be installed in this way. */
  readonly browsers: readonly BrowserName[];
  /** How the guard comes into the browser: by policy, by a person's hand for good, or for one run. */
  readonly install: 'policy' | 'user' | 'temporary';
  /** Of a list, only what has this in its name. */
  readonly only: string | undefined;
  /** How often each attempt is made. */
  readonly repeat: number | undefined;
  readonly stops: number | undefined;
  readonly kills: number | undefined;
  readonly trials: number | undefined;
}

export interface Measured {
  /** For machines: one JSON line, or one for each thing that was measured. */
  readonly figures: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[];
  /** For people. */
  readonly lines: readonly string[];
  /** Whether it is as good as the design asks. */
  readonly passed: boolean;
}
