/**
 * A site of which nothing is known yet: a page is guarded from its first moment, and what runs there is told a moment
 * later. Until then no composer is seen and every write is unknown, so that each is asked about.
 */
import type { Site } from './site.ts';

const NOTHING: Site = {
  describeRequest: () => ({ kind: 'unknown' }),
  harmlessPaths: [],
  sendPath: () => ({ method: 'post', path: '' }),
  writingGets: [],
  threadOfRead: () => null,
  factsPath: () => null,
  readFacts: () => null,
  plainFacts: () => null,
  threadInView: () => null,
  documents: { selector: ':not(*)', read: () => null },
  expectations: [],
  composers: () => [],
  sendControl: () => null,
  sendOf: () => null,
  sendsByKey: () => false,
  takeBack: () => null,
  draftAddress: () => null,
  openControl: () => null,
};

/** A site that reads like `first`, or like nothing, until it is told what it is, and like that from then on. */
export function lateSite(first: Site | null): { readonly site: Site; become(known: Site): void } {
  let now: Site = first ?? NOTHING;
  const site = {};
  for (const key of Object.keys(NOTHING) as (keyof Site)[])
    Object.defineProperty(site, key, { get: () => now[key], enumerable: true });
  return {
    site: site as Site,
    become: (known) => {
      now = known;
    },
  };
}
