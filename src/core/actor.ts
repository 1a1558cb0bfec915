/**
 * Who acts: from single sightings (evidence) to a conclusion that keeps them. Absence of agent evidence is not proof
 * of a person, so `unknown` is a member of its own: neither trusted nor punished.
 */

export type Actor = 'human' | 'agent' | 'unknown';

/** The traits by which an actor shows in a page; one subject a file in `src/agents/`. */
export const PAGE_SIGNS = [
  'untrusted-event',
  'webdriver',
  'text-not-typed',
  'text-by-program',
  'machine-rhythm',
  'bare-capitals',
  'pointer-jump',
  'pointer-jumps',
  'no-pressure',
  'unseen-page',
  'assistive-press',
  'press-unclear',
  'typed-by-hand',
] as const;

export type PageSign = (typeof PAGE_SIGNS)[number];

/** Those of a page, and what only the browser sees. */
export const SIGN_IDS = [...PAGE_SIGNS, 'debugger'] as const;

export type SignId = (typeof SIGN_IDS)[number];

/** Whether a sign speaks of the composition at hand alone, and ends with it. */
export function isOfComposition(sign: SignId): boolean {
  return sign !== 'untrusted-event' && sign !== 'webdriver' && sign !== 'debugger';
}

/** Numbers seen in one composition. Whole numbers; they say nothing of what was written. */
export interface InputFacts {
  /** Characters of the text that are not the site's own. */
  readonly characters: number;
  /** Of these, those that a key wrote. */
  readonly typed: number;
  /** Of these, those that neither key nor paste nor input method explains. */
  readonly unexplained: number;
  /** The longest piece of the unexplained that came at once; 0 when nobody saw it come. */
  readonly atOnce: number;
  /** Keys that wrote in it. */
  readonly keys: number;
  readonly capitals: number;
  /** Capitals that no Shift explains. */
  readonly bareCapitals: number;
  /** Presses of the mouse, and those to which the pointer jumped. */
  readonly presses: number;
  readonly jumps: number;
  /** Medians, in milliseconds, where a program's rhythm shows; null where none does. */
  readonly pace: { readonly heldMs: number; readonly apartMs: number } | null;
}

export interface Evidence {
  readonly sign: SignId;
  /** Which way it points; `neither` rules out a certain person and never speaks for an agent (assistive technology). */
  readonly direction: 'agent' | 'human' | 'neither';
  /** 3 concludes alone, 1 supports; sums are compared in `attribute`. */
  readonly weight: 1 | 2 | 3;
  /** `page`: claimed inside the page, where an agent can lie; `browser`: seen by the browser itself. */
  readonly source: 'page' | 'browser';
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** What was counted in the composition that the sign speaks of; absent where nothing was. */
  readonly facts?: InputFacts;
}

export interface Attribution {
  readonly actor: Actor;
  readonly evidence: readonly Evidence[];
  /** Where the conclusion comes from: the strongest source among its evidence. */
  readonly source: 'page' | 'browser';
}

/** What is known of the tab before this act. */
export interface ActorContext {
  /** An agent has shown itself in this tab, now or within the latch. */
  readonly latched: boolean;
  /** DevTools are open here: they look like a debugger and may be one, so nobody can be told. */
  readonly devtools: boolean;
}

/**
 * The conclusion from all evidence. Agent evidence of weight 3, or of 3 together, makes an agent; a latched tab makes
 * an agent of everything that is not better explained; page evidence may only raise suspicion, so it makes a `human`
 * only in a tab without any agent sign.
 */
export function attribute(evidence: readonly Evidence[], context: ActorContext): Attribution {
  const pro = evidence.filter((e) => e.direction === 'agent' && !(context.devtools && e.sign === 'debugger'));
  const weight = pro.reduce((sum, e) => sum + e.weight, 0);
  const source = pro.some((e) => e.source === 'browser') ? 'browser' : 'page';
  if (weight >= 3 || context.latched) return { actor: 'agent', evidence, source };
  const unclear = evidence.some((e) => e.direction === 'neither');
  if (context.devtools || weight > 0 || unclear) return { actor: 'unknown', evidence, source };
  // Nothing points to an agent, so all that is left points to a hand.
  const hand = evidence.reduce((sum, e) => sum + e.weight, 0);
  return { actor: hand >= 3 ? 'human' : 'unknown', evidence, source };
}
