/**
 * Why a verdict is what it is: data, so that the overlay, the review, the ledger and a help desk all tell the same
 * story. Rendered into sentences in one place (`ui/words.ts`).
 */
import type { Actor } from './actor.ts';
import type { Leak } from './audience.ts';
import type { Measure, Scope } from './breaker-measure.ts';
import type { Level } from './decide.ts';
import type { Span } from './exposure/spans.ts';
import type { HeadCount } from './newcomers.ts';
import type { Mandate } from './policy.ts';
import type { SitePart } from './site-part.ts';

/** A source whose content, or whose reading, bears on the act. */
export interface Source {
  readonly id: string;
  readonly site: string;
  readonly thread: string;
  readonly title: string;
  /** Display names of its labels. */
  readonly labels: readonly string[];
  /** Display names of who can read it. */
  readonly readers: readonly string[];
  /**
   * `match`: its words stand in the draft at these places; `session`: the agent has read it; `draft`: an agent that had
   * read it has written this draft.
   */
  readonly how:
    | { readonly kind: 'match'; readonly spans: readonly Span[] }
    | { readonly kind: 'session' }
    | { readonly kind: 'draft' };
}

/** Sensitive content in the act's own text: which kind, and how often. */
export interface FoundContent {
  /** A detector's id, or the id of one of the policy's own patterns. */
  readonly detector: string;
  /** What the organisation calls its own pattern; null for a detector of the guard's. */
  readonly name: string | null;
  readonly count: number;
}

/** A safety stop, as it bears on an act: what filled it, and whose acts were measured. */
export interface StopFact {
  readonly state: 'open' | 'half-open';
  readonly measure: Measure;
  readonly scope: Scope['kind'];
}

export type Reason =
  | { readonly kind: 'killed' }
  /** Agents are stopped by what they have done lately (`open`), or were until a person let them go on (`half-open`). */
  | ({ readonly kind: 'breaker' } & StopFact)
  /** A person has let agents do this, here, for a while. */
  | { readonly kind: 'grant'; readonly grant: number }
  | { readonly kind: 'mandate'; readonly mandate: Mandate; readonly actor: Actor }
  | { readonly kind: 'leak'; readonly source: Source; readonly leaks: readonly Leak[] }
  | {
      readonly kind: 'marked';
      readonly labels: readonly string[];
      readonly found: readonly FoundContent[];
      readonly leaks: readonly Leak[];
    }
  /** Said of an addressee by whom nothing leaks; it asks nothing by itself. */
  | { readonly kind: 'look-alike'; readonly who: string; readonly own: string }
  | { readonly kind: 'rule'; readonly ruleId: string; readonly name: string; readonly level: Level }
  /**
   * What a change demands by itself: `few` items within a short time, `many`, or a kind that is `always` asked about.
   * `items` counts the session's of that time.
   */
  | { readonly kind: 'change'; readonly why: 'few' | 'many' | 'always'; readonly items: number }
  /** So many agents have written before it, each in answer to the one before, and no person has confirmed any of it. */
  | { readonly kind: 'chain'; readonly length: number }
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'authenticator'; readonly label: string }
  | { readonly kind: 'policy-damaged' }
  /** The site has changed: these parts of its page, or its requests, cannot be read as they should. */
  | { readonly kind: 'site-changed'; readonly parts: readonly SitePart[] };

/** The largest number of people who would newly see something; a number nobody can tell is larger than any; null for none. */
export function mostNewcomers(reasons: readonly Reason[]): HeadCount | null {
  const leaks = reasons.flatMap((reason) => (reason.kind === 'leak' || reason.kind === 'marked' ? reason.leaks : []));
  const counts = leaks.flatMap((leak) => (leak.kind === 'readers' ? [leak.newcomers] : []));
  return counts.reduce<HeadCount | null>(
    (most, each) =>
      most === null || each.count === null || (most.count !== null && each.count > most.count) ? each : most,
    null,
  );
}
