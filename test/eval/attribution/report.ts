/** The figures of who acts, for people to read. */
import type { AgentFigures, Tally, ToolFigures } from './agents.ts';
import type { DeviceFigures, HumanFigures } from './people.ts';
import type { Headline, Moved } from './sensitivity.ts';

export function agentLines(figures: AgentFigures): readonly string[] {
  const { driven, debugged } = figures;
  return [
    'Agents: sessions · agent / not sure / person by the page alone · the same with sensors · signs (in how many sessions)',
    ...Object.entries(figures.byTool).map(([tool, each]) => toolLine(tool, each)),
    '',
    toolLine('All', figures),
    toolLine('Protocols and script', driven),
    toolLine('Chromium’s protocols and debuggers', debugged),
    '',
    'Each tool judged only by signs that another tool shows too (agent / not sure / person)',
    ...Object.entries(figures.leaveOneToolOut).map(([tool, each]) => `  ${tool}  ${three(each)}`),
    '',
    'All of protocols and script, without one sign',
    ...Object.entries(figures.leaveOneSignOut).map(([sign, each]) => `  ${sign}  ${three(each)}`),
  ];
}

export function humanLines(figures: HumanFigures): readonly string[] {
  return [
    'People: sends · agent / not sure / person · typed sends taken for a person’s · signs',
    ...Object.entries(figures.byDevice).map(([device, each]) => deviceLine(device, each)),
    '',
    deviceLine('Desktop', figures.desktop),
  ];
}

export function sensitivityLines({
  now,
  moved,
}: {
  readonly now: Headline;
  readonly moved: readonly Moved[];
}): readonly string[] {
  const most = (name: keyof Headline) => Math.max(...moved.map(({ headline }) => Math.abs(headline[name] - now[name])));
  return [
    '',
    'Each threshold a fifth lower and higher: agents seen · agents taken for people · people taken for agents · typists recognised',
    `  as it is  ${headlineOf(now)}`,
    ...moved.map(({ threshold, by, headline }) => `  ${threshold} × ${by}  ${headlineOf(headline)}`),
    `  moves at most ${percent(most('drivenAgent'))} · ${percent(most('drivenHuman'))} · ${percent(most('desktopAgent'))} · ${percent(most('typedHuman'))}`,
  ];
}

function headlineOf({ drivenAgent, drivenHuman, desktopAgent, typedHuman }: Headline): string {
  return [drivenAgent, drivenHuman, desktopAgent, typedHuman].map(percent).join(' · ');
}

function toolLine(name: string, { sessions, withSensors, signs, ...page }: ToolFigures): string {
  return `  ${name}  ${sessions} · ${three(page)} · ${three(withSensors)} · ${listed(signs)}`;
}

function deviceLine(name: string, figures: DeviceFigures): string {
  const { sends, agent, typed, typedHuman, signs, agentShareBelow } = figures;
  const share = `agent ${percent(agent / sends)}, below ${percent(agentShareBelow)} with 95 % certainty`;
  const recognised = typed === 0 ? 'none typed' : `${typedHuman} of ${typed} (${percent(typedHuman / typed)})`;
  return `  ${name}  ${sends} · ${three(figures)} (${share}) · ${recognised} · ${listed(signs)}`;
}

function three({ agent, unknown, human }: Tally): string {
  return `${agent} / ${unknown} / ${human}`;
}

function listed(signs: Readonly<Record<string, number>>): string {
  return Object.entries(signs)
    .sort(([, a], [, b]) => b - a)
    .map(([sign, count]) => `${sign} ${count}`)
    .join(', ');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3).replace(/0+$/, '').replace(/\.$/, '')} %`;
}
