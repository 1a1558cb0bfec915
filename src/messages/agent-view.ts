/** What people are shown of agents: what they are called, why we believe that one is there, and what it has done. */
import type { Evidence } from '../core/actor.ts';
import type { AgentId } from '../core/agent-name.ts';
import type { WayOfWorking } from '../core/agent-session.ts';

/** One reason to believe who acts, with the numbers that were seen. */
export type EvidenceView = Pick<Evidence, 'sign' | 'source' | 'facts'>;

/** What an agent is called: by its name, or by how it works. */
export type AgentView =
  | { readonly kind: 'named'; readonly name: AgentId }
  | { readonly kind: 'unnamed'; readonly way: WayOfWorking };

/** An agent at work. */
export interface SessionView {
  readonly id: string;
  readonly agent: AgentView;
  /** Milliseconds since the epoch. */
  readonly begun: number;
  readonly tabs: number;
  readonly acts: number;
  readonly evidence: readonly EvidenceView[];
}

/** Another extension that could act as an agent in guarded pages. */
export interface CapableExtensionView {
  /** As it calls itself: untrusted text. */
  readonly name: string;
  /** It is known as an agent's. */
  readonly known: boolean;
  /** It may attach the debugger to any tab. */
  readonly debugs: boolean;
  /** It may read and change guarded pages. */
  readonly reaches: boolean;
}

/** One line of what has happened. */
export interface HappeningView {
  readonly at: number;
  /** The kind of the entry in the record. */
  readonly what: string;
  readonly place: string;
  /** The agent that it speaks of; null where it speaks of none. */
  readonly agent: AgentView | null;
  readonly evidence: readonly EvidenceView[];
}
