/** The guard that ships, without a browser around it, in one written case: readings, drafts, then the act. */
import { evidenceOf } from '../../../src/agents/evidence.ts';
import { noteAgentDraft } from '../../../src/background/agent-texts.ts';
import { type Assessment, assess } from '../../../src/background/assess.ts';
import { noteOpened } from '../../../src/background/openers.ts';
import { forgetComposition, forgetSigns, keepSigns } from '../../../src/background/sessions.ts';
import { emptyState, type GuardState } from '../../../src/background/state.ts';
import { withReading } from '../../../src/background/with-reading.ts';
import { afterRestart } from '../../../src/core/exposure/agent-text.ts';
import { type PolicySite, siteById } from '../../../src/core/policy.ts';
import type { DescribedAct, SeenThread, ThreadFacts } from '../../../src/sites/site.ts';
import { describedAct } from '../described-act.ts';
import type { Answer, FlowAct, FlowCase, FlowDraft, FlowRead, Who } from './read-cases.ts';

const MINUTE_MS = 60_000;
/** The person's own address. */
const ACCOUNT = 'alice@corp.example';

export interface Played {
  readonly answer: Answer;
  /** Held or refused for nothing but what agents may do there. */
  readonly byMandate: boolean;
  readonly assessment: Assessment;
}

/** What the guard answers to the act of a case. */
export function play(each: FlowCase): Played {
  const state: GuardState = {
    ...emptyState(),
    policy: each.policy,
    policyState: 'good',
    fingerprintKey: new Uint8Array(32).fill(7),
    network: 'judged',
  };
  const tabs = new Tabs(state);
  const past = [
    ...each.read.map((reading) => ({ ago: reading.minutesAgo, play: () => look(state, tabs, reading) })),
    ...(each.drafted ?? []).map((draft) => ({
      ago: draft.minutesAgo,
      play: () => write(state, tabs, draft, each.read),
    })),
  ];
  for (const event of past.sort((a, b) => b.ago - a.ago)) event.play();
  const assessment = assessed(state, tabs, each.act, each.read);
  const { level, reasons } = assessment.verdict;
  const asks = level === 'WARN' || level === 'BLOCK';
  return {
    answer: level === 'BLOCK' ? 'blocked' : level === 'WARN' ? 'asked' : 'not asked',
    byMandate: asks && reasons.every(({ kind }) => kind === 'mandate'),
    assessment,
  };
}

/** Somebody looks at a thread. */
function look(state: GuardState, tabs: Tabs, reading: FlowRead): void {
  const read = { thread: reading.thread, facts: factsOf(reading), seen: seenOf(reading) };
  const at = Date.now() - reading.minutesAgo * MINUTE_MS;
  state.readings = withReading(state, siteOf(state, reading.site), tabs.of(reading.by, reading.tab), read, at);
}

/** An agent writes a draft, and goes, or stays. */
function write(state: GuardState, tabs: Tabs, draft: FlowDraft, read: readonly FlowRead[]): void {
  const kind = draft.area === undefined ? 'send' : 'reply';
  const { minutesAgo, thenRestart, ...rest } = draft;
  const assessment = assessed(state, tabs, { ...rest, kind, to: draft.to ?? [] }, read);
  noteAgentDraft(state, tabs.of(draft.by, draft.tab), assessment, Date.now() - minutesAgo * MINUTE_MS);
  if (thenRestart !== true) return;
  state.readings = [];
  state.latches.clear();
  state.openers.clear();
  state.agentTexts = afterRestart(state.agentTexts);
  tabs.forget();
}

function assessed(state: GuardState, tabs: Tabs, act: FlowAct, read: readonly FlowRead[]): Assessment {
  const site = siteOf(state, act.site);
  const facts = factsOf({ ...act, label: undefined });
  if (facts !== null) state.facts.set(`${site.id} ${act.thread}`, facts);
  return assess(state, site, tabs.of(act.by, act.tab), describe(act, read));
}

/** Tabs by who works in them. Tab numbers begin anew with each case, and so must what was seen in them. */
class Tabs {
  readonly #numbers = new Map<string, number>();
  readonly #state: GuardState;
  #last = 0;

  constructor(state: GuardState) {
    this.#state = state;
  }

  /** The tab, with its agent having shown itself there just now. */
  of(who: Who, name = ''): number {
    const tab = this.#number(who, name);
    const now = Date.now();
    if (who === 'person') keepSigns(tab, ['typed-by-hand'], 'page');
    else if (who !== 'unknown') {
      const remote = who === 'remote agent';
      const evidence = remote ? evidenceOf('debugger', 'browser', now) : evidenceOf('untrusted-event', 'page', now);
      this.#state.latches.set(tab, { tab, at: now, reach: remote ? 'remote' : 'tab', evidence: [evidence] });
    }
    return tab;
  }

  /** The browser was started anew. */
  forget(): void {
    this.#numbers.clear();
  }

  #number(who: Who, name: string): number {
    const key = `${who} ${name}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const first = [...this.#numbers].find(([other]) => other.startsWith(`${who} `));
    const tab = ++this.#last;
    this.#numbers.set(key, tab);
    forgetSigns(tab);
    forgetComposition(tab);
    // What an agent in a tab opens from there is its own; a remote client is known in each of its tabs.
    if (first !== undefined && (who === 'agent' || who === 'another agent')) noteOpened(this.#state, tab, first[1]);
    return tab;
  }
}

function siteOf(state: GuardState, id: string): PolicySite {
  const site = siteById(state.policy, id);
  if (site === undefined) throw new Error(`no site "${id}"`);
  return site;
}

/** The act as the site's request says it. */
function describe(act: FlowAct, read: readonly FlowRead[]): DescribedAct {
  const quoted = (act.quotes ?? []).map((name) => textOf(read, name)).join('\n\n');
  return describedAct(act, quoted, act.messageId ?? null);
}

function textOf(read: readonly FlowRead[], thread: string): string {
  const found = read.find((each) => each.thread === thread);
  if (found === undefined) throw new Error(`it quotes "${thread}", which nobody has read`);
  return found.text;
}

type Place = Pick<FlowRead, 'thread' | 'title' | 'area' | 'people' | 'closed' | 'label'> & { readonly text: string };

/** What a forum answers about a topic; a mail cannot be asked about. */
function factsOf({ title, area, people, closed, label, text }: Place): ThreadFacts | null {
  if (area === undefined) return null;
  return {
    title: title ?? '',
    area,
    areaName: '',
    restricted: closed ?? false,
    people: people ?? [],
    groups: [],
    tags: label === undefined ? [] : [label],
    text,
  };
}

/** What the page of a mail shows. */
function seenOf({ thread, title, label, area, people, text }: Place): SeenThread | null {
  if (area !== undefined) return null;
  return {
    thread,
    title: title ?? '',
    tags: label === undefined ? [] : [label],
    documents: [{ author: null, text }],
    people: people ?? null,
    account: ACCOUNT,
  };
}
