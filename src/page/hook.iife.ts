/**
 * Runs in the page's own world before the page: asks about each write and keeps it back until it is told. This is
 * grace, so that a held act can be sent later in the way it was begun; the network is what refuses.
 */

import { tellAgentNames } from './agent-names.ts';
import { ask, bodyText, formText, giveUp, isWriteHere, whenTold } from './ask.ts';
import { watchLiveLines } from './live-lines.ts';
import { natives } from './natives.ts';

interface Opened {
  readonly method: string;
  readonly url: string;
  readonly isAsync: boolean;
  /** The attempt that waits for an answer; null when none does. */
  waits: string | null;
}

const opened = new WeakMap<XMLHttpRequest, Opened>();
const MARK = Symbol.for('countersign.hook');

function guardFetch(this: unknown, input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = input instanceof natives.Request ? input : null;
  const method = init?.method ?? request?.method ?? 'GET';
  const target = isWriteHere(method, request?.url ?? String(input));
  const send = () =>
    natives.apply(natives.fetch, this ?? window, init === undefined ? [input] : [input, init]) as Promise<Response>;
  if (target === null) return send();
  // The body of a Request object cannot be read without using it up; the network will describe it.
  const body = request !== null && init?.body === undefined ? undefined : bodyText(init?.body);
  const { told, attempt } = ask({
    method,
    url: target.href,
    body: body ?? null,
    readable: body !== undefined,
    canWait: true,
  });
  if (told === 'go') return send();
  if (told === 'stop') return natives.Promise.reject(new natives.TypeError('Failed to fetch'));
  return new natives.Promise((resolve, reject) => {
    whenTold(attempt, (later) => (later === 'go' ? resolve(send()) : reject(new natives.TypeError('Failed to fetch'))));
    whenAborted(init?.signal ?? request?.signal, (reason) => {
      giveUp(attempt);
      reject(reason);
    });
  });
}

/** A page that sets itself a time and gives a waiting request up goes on at once, as it would without a network. */
function whenAborted(signal: AbortSignal | null | undefined, then: (reason: unknown) => void): void {
  if (!(signal instanceof natives.AbortSignal)) return;
  if (signal.aborted) return then(signal.reason);
  natives.apply(natives.addEventListener, signal, ['abort', () => then(signal.reason)]);
}

function guardOpen(this: XMLHttpRequest, ...args: unknown[]): void {
  const before = opened.get(this)?.waits ?? null;
  if (before !== null) giveUp(before);
  opened.set(this, { method: String(args[0]), url: String(args[1]), isAsync: args[2] !== false, waits: null });
  natives.apply(natives.xhrOpen, this, args as Parameters<XMLHttpRequest['open']>);
}

function guardSend(this: XMLHttpRequest, body?: Document | XMLHttpRequestBodyInit | null): void {
  const how = opened.get(this);
  const target = how ? isWriteHere(how.method, how.url) : null;
  const send = () => natives.apply(natives.xhrSend, this, [body]);
  if (how === undefined || target === null) return send();
  const text = bodyText(body);
  const { told, attempt } = ask({
    method: how.method,
    url: target.href,
    body: text ?? null,
    readable: text !== undefined,
    canWait: how.isAsync,
  });
  if (told === 'go') return send();
  // A synchronous request cannot wait for a person: it fails as without a network.
  if (!how.isAsync) throw new natives.DOMException('A network error occurred.', 'NetworkError');
  if (told === 'stop') return fail(this);
  how.waits = attempt;
  whenTold(attempt, (later) => {
    how.waits = null;
    if (later === 'go') send();
    else fail(this);
  });
}

/** A page that gives a waiting request up and tries again must not find both of them sent. */
function guardAbort(this: XMLHttpRequest): void {
  const how = opened.get(this);
  const waited = how?.waits ?? null;
  natives.apply(natives.xhrAbort, this, []);
  if (how === undefined || waited === null) return;
  giveUp(waited);
  how.waits = null;
  for (const type of ['abort', 'loadend'])
    natives.apply(natives.dispatchEvent, this, [new natives.ProgressEvent(type)]);
}

/** Ends a request that was never sent as a network error, which every site knows how to show. */
function fail(request: XMLHttpRequest): void {
  natives.apply(natives.xhrAbort, request, []);
  for (const type of ['error', 'loadend']) {
    natives.apply(natives.dispatchEvent, request, [new natives.ProgressEvent(type)]);
  }
}

function guardBeacon(this: Navigator, url: string | URL, data?: BodyInit | null): boolean {
  const target = isWriteHere('POST', String(url));
  const text = bodyText(data);
  if (
    target !== null &&
    ask({ method: 'POST', url: target.href, body: text ?? null, readable: text !== undefined, canWait: false }).told !==
      'go'
  )
    return false;
  return natives.apply(natives.sendBeacon, this, [url, data]) as boolean;
}

/** `submit()` fires no event that anybody could stop. */
function guardSubmit(this: HTMLFormElement): void {
  const target = isWriteHere(this.method, this.action);
  const submit = () => natives.apply(natives.submit, this, []);
  if (target === null) return submit();
  const text = formText(new natives.FormData(this));
  const { told, attempt } = ask({
    method: this.method,
    url: target.href,
    body: text ?? null,
    readable: text !== undefined,
    canWait: true,
  });
  if (told === 'go') return submit();
  if (told === 'wait') whenTold(attempt, (later) => (later === 'go' ? submit() : undefined));
}

function install(): void {
  const page = window as unknown as { [MARK]?: true };
  if (page[MARK]) return;
  Object.defineProperty(page, MARK, { value: true });
  watchLiveLines();
  tellAgentNames();
  window.fetch = guardFetch as typeof window.fetch;
  XMLHttpRequest.prototype.open = guardOpen as XMLHttpRequest['open'];
  XMLHttpRequest.prototype.send = guardSend;
  XMLHttpRequest.prototype.abort = guardAbort;
  Navigator.prototype.sendBeacon = guardBeacon;
  HTMLFormElement.prototype.submit = guardSubmit;
}

install();
