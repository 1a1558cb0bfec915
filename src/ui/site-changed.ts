/** A site that has changed, in words for people and as a report for whoever mends it. Pure. */
import type { SitePart } from '../core/site-part.ts';

/** What the parts of a page are called. */
export const PARTS: Readonly<Record<SitePart, string>> = {
  thread: 'partThread',
  documents: 'partDocuments',
  people: 'partPeople',
  composer: 'partComposer',
  send: 'partSend',
  requests: 'partRequests',
  'left-drafts': 'partLeftDrafts',
};

export interface ReportOf {
  readonly kind: string;
  readonly unread: readonly SitePart[];
  readonly version: string;
  readonly browser: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A report to send to an administrator: what cannot be read and where, and nothing of what stands there. */
export function siteReport({ kind, unread, version, browser, at }: ReportOf): string {
  const day = new Date(at).toISOString().slice(0, 10);
  return JSON.stringify({ countersign: version, site: kind, cannotRead: unread, browser, day }, null, 2);
}
