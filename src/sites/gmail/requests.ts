/** Gmail's requests (InboxSDK 2.2.18, gmail.js 1.1.16; recordings of 2018 to 2022): which ones others will see. */
import type { Described, DescribedAct, SiteRequest } from '../site.ts';
import { describeClassic } from './classic.ts';
import { describeSync } from './sync.ts';

/** What Gmail needs to live, by path; the method does not matter. All of it reads, waits or signs in. */
export const HARMLESS_PATHS = [
  '/sync/u/\\d+/i/(fd|bv)',
  '/mail/u/\\d+/channel/[a-z]+',
  '/mail/u/\\d+/logstreamz',
  '/ServiceLogin',
  '/accounts/[A-Za-z]+',
] as const;

const HARMLESS = new RegExp(`^(${HARMLESS_PATHS.join('|')})$`);

/** What a request to Gmail is. Reads (GET, HEAD) are never asked about here. */
export function describeRequest(request: SiteRequest): Described {
  const { body } = request;
  const path = request.path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
  if (HARMLESS.test(path)) return { kind: 'not-an-act' };
  // Wider than what is ever released, so that a delegated mailbox's path is no way around.
  if (/^\/sync\/(?:.*\/)?i\/s$/.test(path)) {
    return body.kind === 'json'
      ? describeSync(body.value)
      : { kind: 'unreadable-act', why: body.kind === 'unreadable' ? body.why : 'it has another shape' };
  }
  if (!/^\/mail(\/|$)/.test(path) || body.kind === 'json') return { kind: 'unknown' };
  return body.kind === 'fields' ? describeClassic(body.fields) : { kind: 'unreadable-act', why: body.why };
}

/** Where a released send goes: the one path of all sync requests. */
export function sendPath(_act: Pick<DescribedAct, 'kind' | 'thread'>): {
  readonly method: 'post' | 'put';
  readonly path: string;
} {
  return { method: 'post', path: '/sync/u/\\d+/i/s(\\?.*)?' };
}
