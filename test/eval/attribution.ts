/**
 * Who acts, measured on recordings: real agent tools must not be taken for a person, and people not for an agent. Both
 * run through the code that ships. Recordings hold what a page sees; what the browser's own sensors add is a column of
 * its own, by measurement.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MEASURED } from '../../src/agents/measured.ts';
import { type AgentFigures, agentFigures, seeSessions, type Tally, tally } from './attribution/agents.ts';
import { assistiveSend, PRESSES, TEXTS } from './attribution/assistive.ts';
import { composeSends, type HumanFigures, humanFigures } from './attribution/people.ts';
import { attributionBy, signsIn } from './attribution/replay.ts';
import { agentLines, humanLines, sensitivityLines } from './attribution/report.ts';
import { sensitivity } from './attribution/sensitivity.ts';
import type { Evaluation, Measured } from './evaluation.ts';

/** What the design asks, as shares. */
export const ASKED = {
  drivenHuman: 0,
  drivenAgent: 0.97,
  debuggedAgentWithSensors: 0.995,
  desktopAgent: 0.001,
  touchAgent: 0.001,
  typedHuman: 0.9,
} as const;

export interface AttributionFigures {
  /** Null where the recordings are not at hand. */
  readonly agents: AgentFigures | null;
  readonly humans: HumanFigures | null;
  readonly assistive: Tally & { readonly sends: number };
}

export const ATTRIBUTION: Evaluation = {
  about: 'who recorded agents and people are taken for: recordings in --agents DIR and --humans DIR',
  measure(options): Measured {
    const folders = {
      agents: options.agents ?? beside('agent-traces'),
      humans: options.humans ?? beside('human-input'),
    };
    const seen = folders.agents === null ? null : seeSessions(folders.agents, MEASURED);
    const sends = folders.humans === null ? null : composeSends(folders.humans);
    if (sends?.length === 0) throw new Error(`${folders.humans} holds no recordings of people (mouse/ and keys/).`);
    const figures: AttributionFigures = {
      agents: seen === null ? null : agentFigures(seen),
      humans: sends === null ? null : humanFigures(sends, MEASURED),
      assistive: assistiveFigures(),
    };
    const moved = options.sensitivity ? sensitivity(seen?.map(({ session }) => session) ?? [], sends ?? []) : null;
    const faults = faultsIn(figures);
    return {
      figures: { ...figures, ...(moved === null ? {} : { sensitivity: moved }) },
      lines: [...report(figures), ...(moved === null ? [] : sensitivityLines(moved)), '', ...verdict(faults)],
      passed: faults.length === 0,
    };
  },
};

/** Recordings lie beside the repository where they may be used at all. */
function beside(name: string): string | null {
  const folder = fileURLToPath(new URL(`../../../shared/data/${name}/`, import.meta.url));
  return existsSync(folder) ? folder : null;
}

function assistiveFigures(): AttributionFigures['assistive'] {
  const sends = PRESSES.flatMap((press) => TEXTS.map((text) => assistiveSend(press, text)));
  return { sends: sends.length, ...tally(sends.map((send) => attributionBy(signsIn(send, MEASURED), []).actor)) };
}

/** In what it is not as good as the design asks. */
export function faultsIn({ agents, humans, assistive }: AttributionFigures): readonly string[] {
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of);
  const touch = humans?.byDevice.touch;
  const faults: [boolean, string][] = [
    [(agents?.human ?? 0) > 0, 'An agent was taken for a person.'],
    [
      Object.values(agents?.leaveOneToolOut ?? {}).some(({ human }) => human > 0),
      'A tool that nobody had seen before would be taken for a person.',
    ],
    [
      agents !== null && share(agents.driven.agent, agents.driven.sessions) < ASKED.drivenAgent,
      'Too few agents were seen in the page.',
    ],
    [
      agents !== null &&
        share(agents.debugged.withSensors.agent, agents.debugged.sessions) < ASKED.debuggedAgentWithSensors,
      'Too few agents were seen with sensors.',
    ],
    [
      humans !== null && share(humans.desktop.agent, humans.desktop.sends) > ASKED.desktopAgent,
      'People were taken for agents.',
    ],
    [touch !== undefined && share(touch.agent, touch.sends) > ASKED.touchAgent, 'Fingers were taken for agents.'],
    [
      humans !== null && share(humans.desktop.typedHuman, humans.desktop.typed) < ASKED.typedHuman,
      'Too few people were recognised.',
    ],
    [
      assistive.unknown !== assistive.sends,
      'A press by assistive technology was taken for an agent or for a proven person.',
    ],
  ];
  return faults.flatMap(([is, fault]) => (is ? [fault] : []));
}

function report({ agents, humans, assistive }: AttributionFigures): readonly string[] {
  return [
    ...(agents === null ? ['SKIPPED: the recordings of agents are not at hand (--agents DIR).'] : agentLines(agents)),
    '',
    ...(humans === null ? ['SKIPPED: the recordings of people are not at hand (--humans DIR).'] : humanLines(humans)),
    '',
    `Presses by assistive technology: ${assistive.sends}, agent ${assistive.agent}, not sure ${assistive.unknown}, person ${assistive.human}.`,
  ];
}

function verdict(faults: readonly string[]): readonly string[] {
  return faults.length === 0
    ? ['As good as the design asks, in what could be measured.']
    : ['NOT as the design asks:', ...faults];
}
