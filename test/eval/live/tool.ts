/** One real tool of the live matrix: in which browsers it works, what it is expected to be taken for, and how it does the errand. */
import type { BrowserName } from '../../browser/harness/find-browser.ts';
import type { Stage, StageOptions } from '../../browser/stage.ts';

export interface LiveTool {
  readonly name: string;
  readonly browsers: readonly BrowserName[];
  /** `agent`: must be taken for one. `not a person`: nobody can tell, and it is never taken for one. `nobody`: neither. */
  readonly expected: 'agent' | 'not a person' | 'nobody';
  /** Only when it is asked for by name, since it takes long or much. */
  readonly optIn?: true;
  /** What must be there before its browser starts; throws `NotHere` where it cannot be had. */
  prepare(browser: BrowserName, say: (line: string) => void): Promise<Prepared>;
}

/** A tool that is ready, before its browser has started. */
export interface Prepared {
  readonly stage: Partial<StageOptions> & Pick<StageOptions, 'remote'>;
  /** Does the errand in the browser that has started with it. */
  work(stage: Stage): Promise<void>;
  close(): Promise<void>;
}

/** For tools that need nothing of their own. */
export const NOTHING_TO_CLOSE = async (): Promise<void> => undefined;
