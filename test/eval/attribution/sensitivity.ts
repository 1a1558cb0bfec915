/** How much each threshold matters: the headline figures with it a fifth lower and a fifth higher. */
import { MEASURED, type Thresholds } from '../../../src/agents/measured.ts';
import { agentFigures, see } from './agents.ts';
import { humanFigures, type PersonsSend } from './people.ts';
import type { Session } from './sessions.ts';

/** The headline figures, as shares. */
export interface Headline {
  readonly drivenAgent: number;
  readonly drivenHuman: number;
  readonly desktopAgent: number;
  readonly typedHuman: number;
}

export interface Moved {
  readonly threshold: string;
  readonly by: 0.8 | 1.2;
  readonly headline: Headline;
}

/** Every tenth send of a desktop: forty-seven times the whole is ten times as much, half an hour on a busy machine. */
const EVERY = 10;

/** The headline as it is, and with each threshold moved. */
export function sensitivity(
  sessions: readonly Session[],
  sends: readonly PersonsSend[],
): { readonly now: Headline; readonly moved: readonly Moved[] } {
  const some = sends.filter(({ device }, index) => device !== 'touch' && index % EVERY === 0);
  const names = Object.keys(MEASURED) as (keyof Thresholds)[];
  const moved = names.flatMap((threshold) =>
    ([0.8, 1.2] as const).map((by) => {
      const limits = { ...MEASURED, [threshold]: MEASURED[threshold] * by };
      return { threshold, by, headline: headline(sessions, some, limits) };
    }),
  );
  return { now: headline(sessions, some, MEASURED), moved };
}

function headline(sessions: readonly Session[], sends: readonly PersonsSend[], limits: Thresholds): Headline {
  const { driven } = agentFigures(sessions.map((session) => see(session, limits)));
  const { desktop } = humanFigures(sends, limits);
  return {
    drivenAgent: share(driven.agent, driven.sessions),
    drivenHuman: share(driven.human, driven.sessions),
    desktopAgent: share(desktop.agent, desktop.sends),
    typedHuman: share(desktop.typedHuman, desktop.typed),
  };
}

function share(count: number, of: number): number {
  return of === 0 ? 0 : count / of;
}
