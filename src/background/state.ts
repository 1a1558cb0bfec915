/**
 * Everything the guard remembers, in one place and in memory, with the table of what survives what. Listeners decide
 * on this copy synchronously; until it is loaded nothing may pass.
 */
import type { Evidence } from '../core/actor.ts';
import type { AgentSession } from '../core/agent-session.ts';
import { ALL_CLOSED, type Breakers } from '../core/breaker.ts';
import type { Changed } from '../core/change.ts';
import type { AgentText } from '../core/exposure/agent-text.ts';
import type { Reading } from '../core/exposure.ts';
import type { Grant } from '../core/grant.ts';
import type { Hold } from '../core/hold.ts';
import type { PolicyFault } from '../core/policy/faults.ts';
import { STRICT_DEFAULTS } from '../core/policy/read.ts';
import { NO_SETTINGS, type UserSettings } from '../core/policy/user-settings.ts';
import type { Policy } from '../core/policy.ts';
import type { SitePart } from '../core/site-part.ts';
import { emptyTrial, type TrialCounts } from '../core/trial.ts';
import type { GuardView } from '../messages.ts';
import type { SendMethod, ThreadFacts } from '../sites/site.ts';

/** Where each part of the state lives and what it survives. A test compares this table with the stores. */
export const STATE_TABLE = {
  lastGoodPolicy: { store: 'indexeddb', survives: 'browser restart' },
  importedPolicy: { store: 'indexeddb', survives: 'browser restart' },
  userSettings: { store: 'indexeddb', survives: 'browser restart' },
  trial: { store: 'indexeddb', survives: 'browser restart' },
  killedByPerson: { store: 'indexeddb', survives: 'browser restart' },
  stoppedSites: { store: 'indexeddb', survives: 'browser restart' },
  breakers: { store: 'indexeddb', survives: 'browser restart' },
  grants: { store: 'indexeddb', survives: 'browser restart' },
  agentTexts: { store: 'indexeddb', survives: 'browser restart' },
  draftsLost: { store: 'indexeddb', survives: 'browser restart' },
  openSessions: { store: 'indexeddb', survives: 'browser restart' },
  fingerprintKey: { store: 'indexeddb', survives: 'browser restart' },
  ledgerHead: { store: 'indexeddb', survives: 'browser restart' },
  ledgerSentUpTo: { store: 'indexeddb', survives: 'browser restart' },
  holds: { store: 'storage.session', survives: 'worker death' },
  readings: { store: 'storage.session', survives: 'worker death' },
  latches: { store: 'storage.session', survives: 'worker death' },
  sessions: { store: 'storage.session', survives: 'worker death' },
  openers: { store: 'storage.session', survives: 'worker death' },
  changes: { store: 'storage.session', survives: 'worker death' },
  review: { store: 'storage.session', survives: 'worker death' },
  drives: { store: 'storage.session', survives: 'worker death' },
  facts: { store: 'memory', survives: 'nothing' },
  passes: { store: 'memory', survives: 'nothing' },
  changed: { store: 'memory', survives: 'nothing' },
  unnoted: { store: 'memory', survives: 'nothing' },
  drafts: { store: 'memory', survives: 'nothing' },
  excused: { store: 'memory', survives: 'nothing' },
} as const;

/** An agent has shown itself in this tab. */
export interface Latch {
  readonly tab: number;
  /** Milliseconds since the epoch of the last sighting. */
  readonly at: number;
  /** `remote`: a client that drives the whole browser; `tab`: something inside this tab. */
  readonly reach: 'remote' | 'tab';
  readonly evidence: readonly Evidence[];
}

/** A person has taken a tab back ("I'm driving"), or is about to: debuggers are being sent away. */
export interface Drive {
  readonly tab: number;
  /** Milliseconds since the epoch at which it ends by itself. */
  readonly until: number;
  readonly state: 'evicting' | 'driving';
}

/** The window of ours in which what waits is reviewed. */
export interface ReviewWindow {
  /** The act that it shows. */
  readonly shown: string;
  readonly token: string;
  readonly window: number;
  readonly tab: number;
}

/** A short opening for a permitted act in a sealed tab. */
export interface Pass {
  readonly tab: number;
  readonly site: string;
  readonly method: SendMethod;
  readonly path: string;
  readonly until: number;
}

export interface GuardState {
  /** What the organisation has said. */
  organisationPolicy: Policy;
  /** What is in force: the organisation's policy with what the person has made stricter. */
  policy: Policy;
  /** The values that it was read from; null for the built-in rules. */
  policyValues: unknown;
  settings: UserSettings;
  trial: TrialCounts;
  policyState: 'good' | 'absent' | 'damaged';
  policySource: GuardView['policy']['source'];
  policyFaults: readonly PolicyFault[];
  policySince: number | null;
  killedByPerson: boolean;
  /** Ids of sites on which the person has stopped agents. */
  stoppedSites: ReadonlySet<string>;
  /** Tabs that a person has taken back. */
  drives: Map<number, Drive>;
  /** What agents have tried lately, and the safety stops that came of it. */
  breakers: Breakers;
  /** What the person lets agents do for a while. */
  grants: readonly Grant[];
  /** What agents have written: drafts with what they rest on, and what was sent lately. */
  agentTexts: readonly AgentText[];
  /** When some of these were found to be unreadable, in milliseconds since the epoch; 0 for never. */
  draftsLost: number;
  fingerprintKey: Uint8Array;
  holds: Map<string, Hold>;
  readings: readonly Reading[];
  latches: Map<number, Latch>;
  /** Agents at work, by the name that `sessionOf` gives them. */
  sessions: Map<string, AgentSession>;
  /** Tabs and the tab that each was opened from. */
  openers: Map<number, number>;
  /** What agents have changed lately without being asked. */
  changes: readonly Changed[];
  review: ReviewWindow | null;
  /** Thread facts by "site thread"; null while the site has not answered or could not. */
  facts: Map<string, ThreadFacts | null>;
  passes: readonly Pass[];
  /** Parts of a tab's page that cannot be read, where it has said so; in memory, since a page says it again. */
  changed: Map<number, readonly SitePart[]>;
  /** Tabs that have read something which could not be noted. */
  unnoted: Set<number>;
  /** A run of words of what is being composed in a tab. */
  drafts: Map<number, string>;
  /** Until when a tab is not asked about for parts that cannot be read. */
  excused: Map<number, number>;
  /** Tabs with a debugger that may be a person's DevTools. */
  devtools: ReadonlySet<number>;
  /** Whether each request can be read and refused (by policy, and in Firefox), or only whole addresses closed. */
  network: 'judged' | 'addresses-only';
  /** The keys of our commands, as the browser has them now. */
  keys: readonly string[];
  /** The whole browser is driven by a remote client (Firefox). */
  browserDriven: boolean;
  /** `lost`: what a former life has seen cannot be read, so nobody knows which tabs are an agent's, and all are. */
  memory: 'kept' | 'lost';
}

/** The state before anything is loaded: nothing known, nothing permitted. */
export function emptyState(): GuardState {
  return {
    organisationPolicy: STRICT_DEFAULTS,
    policy: STRICT_DEFAULTS,
    policyValues: null,
    settings: NO_SETTINGS,
    trial: emptyTrial(0),
    policyState: 'absent',
    policySource: 'built-in',
    policyFaults: [],
    policySince: null,
    killedByPerson: false,
    stoppedSites: new Set(),
    drives: new Map(),
    breakers: ALL_CLOSED,
    grants: [],
    agentTexts: [],
    draftsLost: 0,
    fingerprintKey: new Uint8Array(32),
    holds: new Map(),
    readings: [],
    latches: new Map(),
    sessions: new Map(),
    openers: new Map(),
    changes: [],
    review: null,
    facts: new Map(),
    passes: [],
    changed: new Map(),
    unnoted: new Set(),
    drafts: new Map(),
    excused: new Map(),
    devtools: new Set(),
    network: 'addresses-only',
    keys: [],
    browserDriven: false,
    memory: 'kept',
  };
}

/** Who has stopped all agents, if anybody has. */
export function killed(state: GuardState): 'no' | 'person' | 'policy' {
  if (state.policy.killSwitch) return 'policy';
  return state.killedByPerson ? 'person' : 'no';
}

/** Who has stopped agents on a site, if anybody has: everywhere, or there. */
export function stoppedAt(state: GuardState, site: string): 'no' | 'person' | 'policy' | 'site' {
  const everywhere = killed(state);
  if (everywhere !== 'no') return everywhere;
  return state.stoppedSites.has(site) ? 'site' : 'no';
}

/** Whether it is a trial on this site: where agents are stopped, nothing is tried out. */
export function isTrialAt(state: GuardState, site: string): boolean {
  return isTrial(state) && stoppedAt(state, site) === 'no';
}

/** Whether a person has taken this tab back and drives it now. */
export function isDriven(state: GuardState, tab: number): boolean {
  const drive = state.drives.get(tab);
  return drive?.state === 'driving' && !isDriveOver(drive, Date.now());
}

/** A person drives a tab this long at most: then agents' hands count as agents' again, in milliseconds. */
export const DRIVE_MS = 10 * 60_000;

/** Whether its time is over. A clock that was set back ends it: there would be more time left than there ever was. */
export function isDriveOver({ until }: Pick<Drive, 'until'>, now: number): boolean {
  return until <= now || until - now > DRIVE_MS;
}

/**
 * Whether this is a trial that holds nothing. Not while policy is damaged: agents then may only draft, whatever the last
 * good policy tried out.
 */
export function isTrial(state: GuardState): boolean {
  return state.policy.enforcement === 'shadow' && state.policyState !== 'damaged' && killed(state) === 'no';
}
