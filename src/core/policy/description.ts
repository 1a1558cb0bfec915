/** From checked values to a site's description, with what mends it already in place. */
import type { SiteKind } from '../policy.ts';
import type { ComposerDescription, PageSelectors, RequestDescription, SiteDescription } from '../site-description.ts';
import type { RawDescription, RawFacts } from './schema-site.ts';

/**
 * How a site is read; null when policy says nothing of it. What mends it stands before what is described: selectors
 * take the place of those with their name, editors and requests are tried first.
 */
export function descriptionOf(
  kind: SiteKind,
  described: RawDescription | undefined,
  facts: RawFacts | undefined,
): SiteDescription | null {
  if (facts === undefined && described === undefined) return null;
  if (kind !== 'generic') return completed(facts ?? {});
  return completed({
    threads: [...(facts?.threads ?? []), ...(described?.threads ?? [])],
    page: { ...described?.page, ...given(facts?.page) },
    composers: [...(facts?.composers ?? []), ...(described?.composers ?? [])],
    requests: [...(facts?.requests ?? []), ...(described?.requests ?? [])],
  });
}

function completed({ threads, page, composers, requests }: Omit<RawFacts, 'site'>): SiteDescription {
  return {
    threads: threads ?? [],
    page: pageOf(page),
    composers: (composers ?? []).map(composerOf),
    requests: (requests ?? []).map(requestOf),
  };
}

function pageOf(page: RawFacts['page']): PageSelectors {
  return {
    title: page?.title ?? null,
    documents: page?.documents ?? null,
    author: page?.author ?? null,
    labels: page?.labels ?? null,
    readers: page?.readers ?? null,
    account: page?.account ?? null,
  };
}

function composerOf(raw: NonNullable<RawDescription['composers']>[number]): ComposerDescription {
  return {
    root: raw.root,
    editor: raw.editor,
    send: raw.send,
    title: raw.title ?? null,
    act: raw.act ?? 'post',
    keys: raw.keys ?? 'none',
    at: raw.at ?? null,
  };
}

function requestOf(raw: RawDescription['requests'][number]): RequestDescription {
  return {
    method: raw.method,
    address: raw.address,
    when: raw.when ?? [],
    unless: raw.unless ?? [],
    act: raw.act,
    text: raw.text ?? [],
    title: raw.title ?? null,
    thread: raw.thread ?? '{thread}',
    recipients:
      raw.recipients === undefined
        ? null
        : { to: raw.recipients.to ?? [], cc: raw.recipients.cc ?? [], bcc: raw.recipients.bcc ?? [] },
    files: raw.files ?? [],
    ignored: raw.ignored ?? [],
  };
}

/** Without the keys that are there but say nothing. */
function given<T extends object>(values: T | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== undefined)) as Partial<T>;
}
