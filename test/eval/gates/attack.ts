/** One attack of the list: a name, who tries it, and how. What arrived is read from the stand-in servers' own records. */
import type { BrowserName } from '../../browser/harness/find-browser.ts';
import type { Stage } from '../../browser/stage.ts';
import type { Hand } from './hand.ts';
import type { Worker } from './hand-agents.ts';

/** Who attacks. */
export const AGENTS = [
  'page script',
  'content-script extension',
  'debugger extension',
  'CDP client',
  'BiDi client',
] as const;
export type AgentName = (typeof AGENTS)[number];

export const INSTALLS = ['policy', 'user', 'temporary'] as const;
export type Install = (typeof INSTALLS)[number];

/** Where the agent sits: a page with what it has written, in a browser with the guard. */
export interface Desk {
  readonly stage: Stage;
  readonly agent: Worker;
  readonly agentName: AgentName;
  /** The agent's extension and the tab that it works in; null where there is none. */
  readonly hand: { readonly hand: Hand; readonly tab: number } | null;
  /** What stands in the composer. */
  readonly text: string;
}

export interface Attack {
  readonly name: string;
  readonly site: 'forum' | 'mail';
  /** Absent: every agent that this run has. */
  readonly agents?: readonly AgentName[];
  readonly browsers?: readonly BrowserName[];
  /** Tried in so many rounds at most; absent: in all. */
  readonly rounds?: number;
  /** Leaves the page as it is, so that the next attack can follow at once. */
  readonly leaves: 'the page' | 'another page';
  /** The person confirms what waits in the course of it: that one act may arrive, as it was confirmed, once. */
  readonly approves?: true;
  run(at: Desk): Promise<unknown>;
}

/** What an attack needed did not come about: nothing was attacked, so nothing was stopped. */
export class NotTried extends Error {}

export interface Row {
  readonly attack: string;
  readonly agent: AgentName;
  readonly browser: BrowserName;
  readonly install: string;
  readonly attempts: number;
  readonly arrived: number;
  /** Attempts after which it was looked whether the text still stands in its composer, as far as the page is still there. */
  readonly looked: number;
  /** Of these, those after which it did. */
  readonly kept: number;
}
