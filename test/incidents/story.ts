/** What a story needs of whoever tells it, and what it comes to. */
import type { Agent } from '../browser/agents.ts';
import type { Stage } from '../browser/stage.ts';

/** Tells what happens, a line a step; takes a picture of each stage. */
export interface Teller {
  say(line: string): void;
  picture(name: string): Promise<void>;
  /** How long a watching person is given after each step, in milliseconds; 0 when nobody watches. */
  readonly pace: number;
}

/** For tests that only need a story's beginning. */
export const playsNothing: Teller = { say: () => undefined, picture: async () => undefined, pace: 0 };

export interface StoryResult {
  /** Ways in which an agent tried to get something out. */
  readonly attempts: number;
  /** What reached a server without anybody's yes. */
  readonly arrived: number;
  /** What arrived after the person's yes. */
  readonly approvedArrived: number;
  /** What arrived although the person said no. */
  readonly declinedArrived: number;
  /** What arrived is, byte for byte, what was approved. */
  readonly exact: boolean;
}

/** One story, told in code. */
export interface Story {
  /** One line for the person who watches. */
  readonly title: string;
  /** Where it begins. */
  readonly begins: 'forum' | 'mail';
  /** `agents`: told with each kind of agent; `alone`: with no remote protocol at all. */
  readonly cast: 'agents' | 'alone';
  /** What must have arrived after the person's yes. */
  readonly approved: number;
  play(stage: Stage, agent: Agent, tell: Teller): Promise<StoryResult>;
}

/** How often something stands in the organisation's record. */
export function entriesOf(stage: Stage, kind: string): number {
  return stage.collector.entries.filter((entry) => entry.kind === kind).length;
}
