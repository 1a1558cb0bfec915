/** A recorded request, or a recorded answer of a site, as the guard describes it. */
import type { Recipients } from '../../../src/core/action.ts';
import type { SiteKind } from '../../../src/core/policy.ts';
import { siteFor } from '../../../src/sites/all.ts';
import { useOf } from '../../../src/sites/gmail/message.ts';
import { survey } from '../../../src/sites/gmail/shapes.ts';
import { readPageBody } from '../../../src/sites/read-body.ts';
import type { Described, DescribedAct, RequestBody } from '../../../src/sites/site.ts';
import type { Read } from '../sites.ts';

/** Where each kind of site takes what is sent; a recorded body does not say where it went. */
const SEND_ADDRESSES: readonly (readonly [SiteKind, string])[] = [
  ['gmail', '/sync/u/0/i/s'],
  ['gmail', '/mail/u/0/'],
  ['discourse', '/posts.json'],
];

/** A recording that names its request whole, as test tools and HAR files do. */
interface WholeRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/** What the recording is and what was read in it. */
export function readRecording(text: string): Read {
  const whole = wholeRequest(text);
  return (whole === null ? bodyAlone(text) : atItsAddress(whole)) ?? answer(text) ?? { site: null, what: 'unknown' };
}

function wholeRequest(text: string): WholeRequest | null {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { method, url, body, postData } = value as Record<string, unknown>;
  const sent = body ?? (postData as { readonly text?: unknown } | undefined)?.text;
  if (typeof url !== 'string' || !URL.canParse(url) || sent === undefined) return null;
  return {
    method: typeof method === 'string' ? method.toUpperCase() : 'POST',
    url,
    body: typeof sent === 'string' ? sent : JSON.stringify(sent),
  };
}

function atItsAddress({ method, url, body }: WholeRequest): Read {
  const { hostname, pathname, searchParams } = new URL(url);
  const kind: SiteKind = hostname === 'mail.google.com' ? 'gmail' : 'discourse';
  const read = readPageBody(body, searchParams);
  return requestReading(
    kind,
    siteFor({ kind, description: null }).describeRequest({ method, path: pathname, body: read }),
    read,
  );
}

/** The first site that takes it for an act; else the first that knows it at all. */
function bodyAlone(text: string): Read | null {
  const read = readPageBody(text, new URLSearchParams());
  const tried = SEND_ADDRESSES.map(([kind, path]) => {
    const described = siteFor({ kind, description: null }).describeRequest({ method: 'POST', path, body: read });
    return { kind, described };
  });
  const found =
    tried.find(({ described }) => described.kind === 'acts') ??
    tried.find(({ described }) => described.kind === 'not-an-act') ??
    (messagesIn(read).length > 0 ? tried[0] : undefined);
  return found === undefined ? null : requestReading(found.kind, found.described, read);
}

function requestReading(site: SiteKind, described: Described, body: RequestBody): Read {
  const uses = messagesIn(body).map(useOf);
  const acts = described.kind === 'acts' ? described.acts.map(actReading) : [];
  return {
    site,
    what: 'request',
    is: described.kind,
    ...(described.kind === 'unreadable-act' ? { why: described.why } : {}),
    drafts: uses.filter((use) => use === 'draft').length,
    sends: uses.filter((use) => use === 'send').length,
    scheduled: JSON.stringify(body.kind === 'json' ? body.value : '').split('"^scheduled').length - 1,
    acts,
  };
}

function messagesIn(body: RequestBody): readonly object[] {
  return body.kind === 'json' ? (survey(body.value)?.messages ?? []) : [];
}

function actReading({ kind, thread, text, quoted, recipients, attachments, items }: DescribedAct) {
  return {
    kind,
    thread,
    recipients: recipients && countsOf(recipients),
    to: recipients?.to ?? [],
    cc: recipients?.cc ?? [],
    bcc: recipients?.bcc ?? [],
    newText: text.length - quoted.length,
    quotedText: quoted.length,
    attachments: attachments === 'unknown' ? 'unknown' : attachments.length,
    items,
  };
}

function countsOf({ to, cc, bcc }: Recipients) {
  return { to: to.length, cc: cc.length, bcc: bcc.length };
}

/** What a forum tells of a topic when it is asked. */
function answer(text: string): Read | null {
  const value = parsed(text);
  const id = (value as { readonly id?: unknown } | null)?.id;
  if (typeof id !== 'number') return null;
  const facts = siteFor({ kind: 'discourse', description: null }).readFacts(`topic:${id}`, value);
  if (facts === null) return null;
  if ('instead' in facts) return { site: 'discourse', what: 'answer', instead: facts.instead };
  const { area, restricted, people, groups, tags } = facts;
  return {
    site: 'discourse',
    what: 'answer',
    area,
    restricted,
    people: people.length,
    groups: groups.length,
    tags,
    text: facts.text.length,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
