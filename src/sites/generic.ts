/** Any site that policy describes, put together from that description; and what mends a site of a built-in kind by the same data. */
import type { ChangingKind, WritingKind } from '../core/action.ts';
import { addressPattern } from '../core/site-address.ts';
import type { SiteDescription } from '../core/site-description.ts';
import { describedExpectations, mendedExpectations } from './generic/expectations.ts';
import {
  composersIn,
  describedThread,
  documentsOf,
  draftAddress,
  readable,
  sendControlAt,
  sendOf,
  sendsByKey,
  threadAt,
} from './generic/page.ts';
import { describeBy, harmlessPaths, knownRequests, openingFor } from './generic/requests.ts';
import type { Composer, DocumentReader, Site, ThreadFacts, ThreadInView } from './site.ts';

/** A site of which a description says all. */
export function describedSite(description: SiteDescription): Site {
  const { threads, composers, page } = description;
  const requests = knownRequests(description.requests);
  return {
    describeRequest: (request) => describeBy(requests, request),
    harmlessPaths: harmlessPaths(requests),
    // Of what no description has, nothing is ever released: no address is empty.
    sendPath: (act) => openingFor(requests, act) ?? { method: 'post', path: '' },
    writingGets: requests
      .filter(({ method, act }) => method === 'GET' && act !== 'none')
      .map(({ known }) => addressPattern(known, null)),
    threadOfRead: (path, search = '') => threadAt(threads, path, search),
    factsPath: () => null,
    readFacts: () => null,
    plainFacts: (thread) => (page.readers === null ? factsOf(thread) : null),
    threadInView: (document) => describedThread(description, document),
    documents: documentsOf(description),
    expectations: describedExpectations(description),
    composers: (document) => composersIn(description, requests, document),
    sendControl: (target) => sendControlAt(composers, target),
    sendOf: (composer) => sendOf(composers, composer),
    sendsByKey: (event, composer) => sendsByKey(composers, event, composer),
    takeBack: () => null,
    draftAddress: (act) => draftAddress(composers, act),
    openControl: () => null,
  };
}

/**
 * A site of a built-in kind with what policy knows better: in the page policy's selectors are tried first, of requests
 * only those that the built-in knowledge has no name for.
 */
export function mendedSite(known: Site, description: SiteDescription): Site {
  const mend = describedSite(description);
  const sends = new Set<WritingKind | ChangingKind | 'none'>(description.requests.map(({ act }) => act));
  const isMended = (composer: Composer) => mend.sendOf(composer) !== null;
  const site: Site = {
    ...known,
    describeRequest(request) {
      const described = known.describeRequest(request);
      return described.kind === 'unknown' ? mend.describeRequest(request) : described;
    },
    harmlessPaths: [...known.harmlessPaths, ...mend.harmlessPaths],
    sendPath(act) {
      const [built, added] = [known.sendPath(act), sends.has(act.kind) ? mend.sendPath(act) : null];
      return added === null || added.method !== built.method
        ? built
        : { ...built, path: `(${built.path}|${added.path})` };
    },
    writingGets: [...known.writingGets, ...mend.writingGets],
    threadOfRead: (path, search) => known.threadOfRead(path, search) ?? mend.threadOfRead(path, search),
    threadInView: (page) => seenByBoth(known, mend, description, page),
    documents: documentsByBoth(known, mend, description),
    composers: (page) => {
      const found = mend.composers(page);
      return [...found, ...known.composers(page).filter((each) => found.every(({ root }) => root !== each.root))];
    },
    sendControl: (target) => mend.sendControl(target) ?? known.sendControl(target),
    sendOf: (composer) => mend.sendOf(composer) ?? known.sendOf(composer),
    sendsByKey: (event, composer) =>
      isMended(composer)
        ? mend.sendsByKey(event, composer) || known.sendsByKey(event, composer)
        : known.sendsByKey(event, composer),
  };
  return { ...site, expectations: mendedExpectations(site) };
}

/** What the mending selectors find, part by part, over what is known; the labels of both, since a page may only add some. */
function seenByBoth(known: Site, mend: Site, { page }: SiteDescription, document: Document): ThreadInView | null {
  const [before, now] = [known.threadInView(document), mend.threadInView(document)];
  if (now === null || before === null) return now ?? before;
  return {
    thread: before.thread,
    title: page.title === null ? before.title : now.title,
    tags: [...now.tags, ...before.tags],
    account: now.account ?? before.account,
  };
}

/** Documents by either selector, each read in its own way. */
function documentsByBoth(known: Site, mend: Site, { page }: SiteDescription): DocumentReader {
  if (page.documents === null) return known.documents;
  return {
    get selector() {
      return `${mend.documents.selector}, ${known.documents.selector}`;
    },
    read: (element) =>
      element.matches(readable(page.documents)) ? mend.documents.read(element) : known.documents.read(element),
  };
}

/** A place is its thread; who reads it, policy's areas say. */
function factsOf(thread: string): ThreadFacts {
  return { title: thread, area: thread, areaName: '', restricted: false, people: [], groups: [], tags: [], text: '' };
}
