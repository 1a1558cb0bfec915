/** Who the guard takes recorded agents for: by what the page shows alone, and with what the browser's own sensors add. */
import type { Thresholds } from '../../../src/agents/measured.ts';
import type { Actor, SignId } from '../../../src/core/actor.ts';
import { attributionBy, signsIn } from './replay.ts';
import { readSessions, type Session } from './sessions.ts';

export type Tally = Readonly<Record<Actor, number>>;

/** One session with the signs that its page showed. */
export interface Seen {
  readonly session: Session;
  readonly signs: readonly SignId[];
}

export interface ToolFigures extends Tally {
  readonly sessions: number;
  readonly withSensors: Tally;
  /** In how many sessions each sign fired. */
  readonly signs: Readonly<Record<string, number>>;
}

export interface AgentFigures extends ToolFigures {
  readonly byTool: Readonly<Record<string, ToolFigures>>;
  /** Sessions of protocols and of script, which alone the design asks about; the rest is input by the system. */
  readonly driven: ToolFigures;
  /** Those of Chromium's protocols and debuggers. */
  readonly debugged: ToolFigures;
  /** Each tool judged only by signs that some other tool shows as well, as if nobody had ever seen it. */
  readonly leaveOneToolOut: Readonly<Record<string, Tally>>;
  /** All driven sessions, without one sign. */
  readonly leaveOneSignOut: Readonly<Record<string, Tally>>;
}

/** Every session of a folder with its signs. */
export function seeSessions(folder: string, limits: Thresholds): readonly Seen[] {
  return [...readSessions(folder)].map((session) => see(session, limits));
}

/** One session with its signs. */
export function see(session: Session, limits: Thresholds): Seen {
  return { session, signs: [...new Set([...session.navigator, ...signsIn(session.steps, limits)])] };
}

export function agentFigures(seen: readonly Seen[]): AgentFigures {
  const driven = seen.filter(({ session }) => !bySystemInput(session));
  const tools = [...new Set(seen.map(({ session }) => nameOf(session)))];
  return {
    ...figuresOf(seen),
    byTool: Object.fromEntries(
      tools.map((tool) => [tool, figuresOf(seen.filter(({ session }) => nameOf(session) === tool))]),
    ),
    driven: figuresOf(driven),
    debugged: figuresOf(driven.filter(({ session }) => sensorsOf(session).includes('debugger'))),
    leaveOneToolOut: leaveOneToolOut(seen),
    leaveOneSignOut: leaveOneSignOut(driven),
  };
}

function figuresOf(seen: readonly Seen[]): ToolFigures {
  const signs: Record<string, number> = {};
  for (const each of seen) for (const sign of each.signs) signs[sign] = (signs[sign] ?? 0) + 1;
  return {
    sessions: seen.length,
    ...tally(seen.map((each) => attributionBy(each.signs, []).actor)),
    withSensors: tally(seen.map(({ signs: page, session }) => attributionBy(page, sensorsOf(session)).actor)),
    signs,
  };
}

function leaveOneToolOut(seen: readonly Seen[]): AgentFigures['leaveOneToolOut'] {
  const tools = [...new Set(seen.map(({ session }) => session.tool))];
  return Object.fromEntries(
    tools.map((tool) => {
      const known = new Set(seen.flatMap(({ session, signs }) => (session.tool === tool ? [] : signs)));
      const mine = seen.filter(({ session }) => session.tool === tool);
      const actors = mine.map(
        ({ signs }) =>
          attributionBy(
            signs.filter((sign) => isKnown(sign, known)),
            [],
          ).actor,
      );
      return [tool, tally(actors)];
    }),
  );
}

/** What speaks for a person is known of people. */
function isKnown(sign: SignId, known: ReadonlySet<SignId>): boolean {
  return known.has(sign) || sign === 'typed-by-hand';
}

function leaveOneSignOut(seen: readonly Seen[]): AgentFigures['leaveOneSignOut'] {
  const signs = [...new Set(seen.flatMap((each) => each.signs))];
  const without = (left: SignId) =>
    tally(
      seen.map(
        (each) =>
          attributionBy(
            each.signs.filter((sign) => sign !== left),
            [],
          ).actor,
      ),
    );
  return Object.fromEntries(signs.map((left) => [left, without(left)]));
}

export function tally(actors: readonly Actor[]): Tally {
  const count = (actor: Actor) => actors.filter((each) => each === actor).length;
  return { agent: count('agent'), unknown: count('unknown'), human: count('human') };
}

function nameOf({ tool, action }: Session): string {
  return `${tool}.${action}`;
}

/** Input made by the system itself, which no browser can tell from a device. */
function bySystemInput({ tool }: Session): boolean {
  return tool.startsWith('xdotool');
}

/**
 * What the browser's own sensors add, by measurement: Chrome shows the tab as attached for every protocol client and
 * extension with a debugger; a Firefox under BiDi says so to the background; script in the page shows in neither.
 */
function sensorsOf(session: Session): readonly SignId[] {
  if (bySystemInput(session) || ['ext-contentscript', 'page-agent'].includes(session.tool)) return [];
  return session.browser.startsWith('firefox') ? ['webdriver'] : ['debugger'];
}
