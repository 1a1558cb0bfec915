/** What a person may let agents do for a while, and what runs. All text in it is only ever shown as text. */
import type { HeadCount } from '../core/newcomers.ts';

/** The thread in front, in which agents could be let answer. */
export interface GrantableView {
  readonly site: string;
  readonly thread: string;
  readonly place: string;
  readonly readers: HeadCount;
  /** How often at most. */
  readonly times: number;
  /** Stands for exactly this; goes back with the word. Never shown. */
  readonly shown: string;
}

/** A grant that runs. */
export interface GrantView {
  readonly id: number;
  readonly thread: string;
  readonly place: string;
  readonly siteName: string;
  readonly left: number;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
}
