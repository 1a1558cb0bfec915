/**
 * While an agent works in this tab: shows a person that it does, and looks for marks by which it can be named. Nothing of
 * this runs while no agent is here, and nothing is held or let go by it.
 */
import browser from 'webextension-polyfill';
import { AGENT_GLOBALS, agentByGlobals, agentInDocument, tellingName } from '../agents/known-agents.ts';
import type { AgentId } from '../core/agent-name.ts';
import type { PageOrders } from '../messages.ts';
import { NAMES_EVENT, NAMES_FOUND_EVENT, parseNames } from '../page/bridge.ts';
import type { Site } from '../sites/site.ts';
import { AgentSign } from '../ui/overlay/agent-sign.tsx';
import { tellBackground } from './talk.ts';

/** How often marks are looked for, and whether the sign lies over something that is being written. */
const LOOK_EVERY_MS = 1_000;

export class AgentWatch {
  readonly #site: Site;
  readonly #sign = new AgentSign((key, ...values) => browser.i18n?.getMessage(key, values) ?? '');
  #timer: ReturnType<typeof setInterval> | null = null;
  #byGlobals: AgentId | null = null;
  #told: AgentId | null = null;

  constructor(site: Site) {
    this.#site = site;
    addEventListener(NAMES_FOUND_EVENT, (event) => {
      this.#byGlobals = agentByGlobals(parseNames((event as CustomEvent<unknown>).detail));
    });
  }

  /** The agent that works here now; null for none. */
  follow(agent: PageOrders['agent']): void {
    this.#sign.show(agent);
    if (agent === null) {
      if (this.#timer !== null) clearInterval(this.#timer);
      this.#timer = null;
      this.#told = null;
      return;
    }
    this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#look();
  }

  #look(): void {
    // An extension that has gone can tell nobody, and its sign would say what nobody knows any more.
    if (browser.runtime?.id === undefined) return this.follow(null);
    if (document.visibilityState === 'visible') this.#sign.keepClearOf(this.#composers());
    dispatchEvent(new CustomEvent(NAMES_EVENT, { detail: AGENT_GLOBALS.join(' ') }));
    const name = tellingName(agentInDocument(document), this.#byGlobals);
    if (name === null || name === this.#told) return;
    this.#told = name;
    void tellBackground({ type: 'agent-named', name });
  }

  /** Where somebody writes now. */
  #composers(): readonly DOMRect[] {
    return this.#site.composers(document).map(({ root }) => root.getBoundingClientRect());
  }
}
