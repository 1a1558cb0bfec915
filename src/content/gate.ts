/**
 * The gesture gate: a press of Send, its keyboard form and the page's own requests go on only with a fresh permission
 * for exactly this draft; everything else is stopped before anybody is asked.
 */
import { canonicalText } from '../core/canonical.ts';
import type { SignId } from '../core/actor.ts';
import type { Answer } from '../messages.ts';
import { ASK_EVENT, parseAsk, TELL_EVENT, type Told } from '../page/bridge.ts';
import { readPageBody } from '../sites/read-body.ts';
import type { DescribedAct, Site } from '../sites/site.ts';
import { isAnswer, tellBackground } from './talk.ts';

/** A permission for a draft is good for this long; the draft is assessed again as it changes. */
const FRESH_MS = 10_000;

export interface Gate {
  /** The draft has settled: ask whether it would pass, so that pressing Send needs no waiting. */
  assess(): Promise<void>;
  /** Sends what was held by its own way, once. False when the page no longer holds this act. */
  release(channel: 'gesture' | 'request', attempt: string | null, thread: string, text: string): boolean;
  /** A request that waited is not to be sent. */
  stop(attempt: string): void;
}

export interface GateWatch {
  signs(): readonly SignId[];
  held(answer: Answer & { readonly kind: 'held' | 'refused' }): void;
  lost(): void;
}

/** Installs the gate in this frame. */
export function installGate(site: Site, watch: GateWatch): Gate {
  let permitted: { readonly key: string; readonly until: number } | null = null;
  let letThrough = false;

  const isPermitted = (act: DescribedAct) => permitted !== null && permitted.key === keyOf(act) && Date.now() < permitted.until;
  const permit = (act: DescribedAct) => {
    permitted = { key: keyOf(act), until: Date.now() + FRESH_MS };
  };

  function stopUnlessPermitted(event: Event): void {
    const open = site.composer(document);
    if (letThrough || open === null || isPermitted(open.draft)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void attempt(open.draft, event.isTrusted ? [] : ['untrusted-event']);
  }

  async function attempt(draft: DescribedAct, extra: readonly SignId[]): Promise<void> {
    const signs = [...watch.signs(), ...extra];
    if (signs.length > 0) await tellBackground({ type: 'signs', signs: [...signs] });
    const answer = await tellBackground({ type: 'attempt-draft', draft: plain(draft) });
    if (!isAnswer(answer)) return watch.lost();
    if (answer.kind === 'go') {
      permit(draft);
      press(draft.thread, draft.text);
    } else if (answer.kind !== 'would-hold') watch.held(answer);
  }

  /** Presses the site's own Send when the composer still holds this draft. */
  function press(thread: string, text: string): boolean {
    const open = site.composer(document);
    const control = open === null ? null : findSend(open.root, site);
    if (open === null || control === null || keyOf(open.draft) !== keyOf({ ...open.draft, thread, text })) return false;
    permit(open.draft);
    letThrough = true;
    try {
      control.click();
    } finally {
      letThrough = false;
    }
    return true;
  }

  addEventListener('click', (event) => event.target instanceof Element && site.sendControl(event.target) && stopUnlessPermitted(event), true);
  addEventListener(
    'keydown',
    (event) => {
      const open = site.composer(document);
      if (open !== null && site.sendsByKey(event, open)) stopUnlessPermitted(event);
    },
    true,
  );
  addEventListener('submit', (event) => event.target instanceof Element && event.target.closest('#reply-control') && stopUnlessPermitted(event), true);
  addEventListener(ASK_EVENT, (event) => void answerPage(event as CustomEvent), true);

  async function answerPage(event: CustomEvent): Promise<void> {
    const ask = parseAsk(event.detail);
    if (ask === null) return;
    const told = atOnce(site, ask.method, ask.url, ask.body, ask.readable, isPermitted);
    tellPage(ask.attempt, told);
    if (told !== 'wait') return;
    const signs = watch.signs();
    if (signs.length > 0) await tellBackground({ type: 'signs', signs: [...signs] });
    const body = ask.readable ? (ask.body ?? '') : null;
    const answer = await tellBackground({ type: 'attempt-request', attempt: ask.attempt, request: { method: ask.method, url: ask.url, body } });
    if (!isAnswer(answer)) return watch.lost();
    if (answer.kind === 'go') tellPage(ask.attempt, 'go');
    else if (answer.kind !== 'would-hold') {
      if (answer.kind === 'refused') tellPage(ask.attempt, 'stop');
      watch.held(answer);
    }
  }

  return {
    async assess() {
      const open = site.composer(document);
      if (open === null || open.draft.text === '') return;
      const signs = watch.signs();
      if (signs.length > 0) await tellBackground({ type: 'signs', signs: [...signs] });
      const answer = await tellBackground({ type: 'assess', draft: plain(open.draft) });
      if (isAnswer(answer) && answer.kind === 'go') permit(open.draft);
      else permitted = null;
    },
    release(channel, attemptName, thread, text) {
      if (channel === 'request' && attemptName !== null) {
        tellPage(attemptName, 'go');
        return true;
      }
      return press(thread, text);
    },
    stop: (attemptName) => tellPage(attemptName, 'stop'),
  };
}

/** What needs no asking: requests elsewhere, what the site needs to live, and the permitted draft itself. */
function atOnce(site: Site, method: string, address: string, body: string | null, readable: boolean, isPermitted: (act: DescribedAct) => boolean): Told {
  const url = new URL(address);
  if (url.origin !== location.origin && location.origin !== 'null') return 'go';
  const described = site.describeRequest({
    method: method.toUpperCase(),
    path: url.pathname,
    body: readable ? readPageBody(body, url.searchParams) : { kind: 'unreadable', why: 'the page did not show its text' },
  });
  if (described.kind === 'not-an-act') return 'go';
  return described.kind === 'act' && isPermitted(described.act) ? 'go' : 'wait';
}

function tellPage(attempt: string, told: Told): void {
  dispatchEvent(new CustomEvent(TELL_EVENT, { detail: JSON.stringify({ attempt, told }) }));
}

function findSend(root: Element, site: Site): HTMLElement | null {
  for (const button of root.querySelectorAll('button')) if (site.sendControl(button) === button) return button;
  return null;
}

function plain(draft: DescribedAct): { kind: DescribedAct['kind']; thread: string; text: string } {
  return { kind: draft.kind, thread: draft.thread, text: draft.text };
}

/** What makes two descriptions the same act here; the background compares the full digest. */
function keyOf(act: Pick<DescribedAct, 'kind' | 'thread' | 'text'>): string {
  return JSON.stringify([act.kind, act.thread, canonicalText(act.text)]);
}
