/** Where on a site a person finds what was done there, to look at it or to take it back by hand. */
import type { ActionKind } from '../core/action.ts';
import type { SiteKind } from '../core/policy.ts';

/** A place of the site and its address without the host; what it is called is for others to say. */
export interface DoneLink {
  readonly where: 'bin' | 'archive' | 'spam' | 'sent' | 'thread';
  readonly path: string;
}

/** Gmail's own lists; which account it was the request does not say, so it is the first. */
const GMAIL: Partial<Record<ActionKind, DoneLink>> = {
  trash: { where: 'bin', path: '/mail/u/0/#trash' },
  archive: { where: 'archive', path: '/mail/u/0/#all' },
  label: { where: 'archive', path: '/mail/u/0/#all' },
  spam: { where: 'spam', path: '/mail/u/0/#spam' },
  send: { where: 'sent', path: '/mail/u/0/#sent' },
};

/** Forums keep a post where it stands, with its earlier versions behind its pencil. */
const TOPICS: Partial<Record<SiteKind, Readonly<Record<string, string>>>> = {
  discourse: { topic: '/t/', post: '/p/' },
  nodebb: { topic: '/topic/', post: '/post/' },
};

/** Null where the site has no such place, or where it is not known. */
export function doneLink(site: SiteKind, kind: ActionKind, thread: string): DoneLink | null {
  if (site === 'gmail') return GMAIL[kind] ?? null;
  const [, type = '', id = ''] = /^(topic|post):(\d+)$/.exec(thread) ?? [];
  const path = TOPICS[site]?.[type];
  return path === undefined ? null : { where: 'thread', path: `${path}${id}` };
}
