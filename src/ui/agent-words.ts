/** What an agent is called in front of people, and what it is doing. Pure: the texts come in through `say`. */
import { AGENT_NAMES } from '../core/agent-name.ts';
import type { AgentView, CapableExtensionView, SessionView } from '../messages/agent-view.ts';
import { evidenceLines } from './evidence-words.ts';
import { nameOf, numberText, type Say } from './words.ts';

const UNNAMED = {
  debugger: 'agentByDebugger',
  webdriver: 'agentByWebdriver',
  script: 'agentByScript',
  input: 'agentByInput',
} as const satisfies Record<(AgentView & { readonly kind: 'unnamed' })['way'], string>;

/** Its name, or what it is like where nobody knows its name. */
export function agentName(agent: AgentView, say: Say): string {
  return agent.kind === 'named' ? AGENT_NAMES[agent.name] : say(UNNAMED[agent.way]);
}

/** What the sign in a tab says. */
export function agentWorksHere(agent: AgentView, say: Say): string {
  return agent.kind === 'named' ? say('agentHere', AGENT_NAMES[agent.name]) : say('someAgentHere');
}

/** Since when, where and how much. */
export function sessionLine({ begun, tabs, acts }: SessionView, say: Say): string {
  const since = new Date(begun).toLocaleTimeString(undefined, { timeStyle: 'short' });
  const where = tabs === 1 ? say('inOneTab') : say('inTabs', numberText(tabs));
  const what = acts === 0 ? say('noActs') : acts === 1 ? say('oneAct') : say('manyActs', numberText(acts));
  return [say('sinceTime', since), where, what].join(' · ');
}

/** Reasons in one glance; all of them stand in the record. */
const MOST_REASONS = 2;

/** Why an agent is believed to be there, what the browser saw first; and how its name is known. */
export function sessionEvidence({ agent, evidence }: SessionView, say: Say): readonly string[] {
  const byBrowser = evidence.filter(({ source }) => source === 'browser');
  const byPage = evidence.filter(({ source }) => source === 'page');
  const lines = evidenceLines({ evidence: [...byBrowser, ...byPage] }, say).slice(0, MOST_REASONS);
  return agent.kind === 'named' ? [...lines, `${say('namedByMark')} (${say('seenByPage')})`] : lines;
}

/** One extension that could act, and what it could do. */
export function capableLine({ name, known, debugs, reaches }: CapableExtensionView, say: Say): string {
  const what = debugs ? (reaches ? 'canDebugAndReach' : 'canDebug') : 'canReach';
  return [say(what, nameOf(name)), ...(known ? [say('knownAgent')] : [])].join(' ');
}
