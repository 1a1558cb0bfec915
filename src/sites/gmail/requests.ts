/** Gmail's requests (InboxSDK 2.2.18, gmail.js 1.1.16; recordings of 2018 to 2022): which ones others will see. */
import type { Described, DescribedAct, RequestBody, SiteRequest } from '../site.ts';
import { describeClassic } from './classic.ts';
import { survey } from './shapes.ts';
import { describeSync } from './sync.ts';

/** What Gmail needs to live, by path; the method does not matter. All of it reads, waits or signs in. */
export const HARMLESS_PATHS = [
  '/sync/u/\\d+/(d/[\\w-]+/)?i/(fd|bv)',
  '/mail/u/\\d+/channel/[a-z]+',
  '/mail/u/\\d+/logstreamz',
  '/ServiceLogin',
  '/accounts/[A-Za-z]+',
] as const;

const HARMLESS = new RegExp(`^(${HARMLESS_PATHS.join('|')})$`);

/** A mailbox that somebody else has given in care (gmail.js 1.1.16: `/mail/u/N/d/…`; its requests were never recorded). */
const DELEGATED = /\/d\/[^/]+\//;

/** What a request to Gmail is. Reads (GET, HEAD) are never asked about here. */
export function describeRequest(request: SiteRequest): Described {
  const { body } = request;
  const path = request.path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
  if (HARMLESS.test(path))
    return carriesSend(body) ? { kind: 'unreadable-act', why: 'it sends where Gmail reads' } : { kind: 'not-an-act' };
  // Wider than what is ever released, so that a delegated mailbox's path is no way around.
  if (/^\/sync\/(?:.*\/)?i\/s$/.test(path)) {
    if (body.kind === 'json' && body.query.some(saysMore))
      return { kind: 'unreadable-act', why: 'its address says more' };
    return body.kind === 'json'
      ? describeSync(body.value, DELEGATED.test(path) ? 'delegated' : 'own')
      : { kind: 'unreadable-act', why: body.kind === 'unreadable' ? body.why : 'it has another shape' };
  }
  if (!/^\/mail(\/|$)/.test(path) || body.kind === 'json') return { kind: 'unknown' };
  return body.kind === 'fields' ? describeClassic(body.fields) : { kind: 'unreadable-act', why: body.why };
}

/** By GET Gmail only shows; an address that names an act, or the address of writes, is no reading (2026-11). */
export const WRITING_GETS = ['/sync/.*i/s([?/].*)?', '/mail(/.*)?\\?(.*&)?(act|req|nvp_bu_send)=.*'] as const;

/** Whether a request to an address of reading has a message or a sending label in it, in its body or its address. */
function carriesSend(body: RequestBody): boolean {
  if (body.kind !== 'json') return body.kind === 'fields' && [...body.fields.values()].some(saysMore);
  const found = survey(body.value);
  return found === null || found.messages.length > 0 || found.sendMarks > 0 || body.query.some(saysMore);
}

/** Gmail's query parameters are short words and numbers; a document, a message's name or a label there is another matter. */
function saysMore(value: string): boolean {
  return value.length > 300 || /[[{]|\^[a-z]|msg-[af]:/.test(value);
}

/** Where a released act goes: the one path of all sync requests, with a delegated mailbox in it or not. */
export function sendPath(_act: Pick<DescribedAct, 'kind' | 'thread'>): {
  readonly method: 'post' | 'put';
  readonly path: string;
} {
  return { method: 'post', path: '/sync/u/\\d+/(d/[\\w-]+/)?i/s(\\?.*)?' };
}
