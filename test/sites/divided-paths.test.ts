/** Addresses that servers take apart differently: never a small thing to us where they are an act to a server. */
import { describe, expect, it } from 'vitest';
import type { RequestDescription } from '../../src/core/site-description.ts';
import { decodedPath, undividedPath } from '../../src/sites/decoded-path.ts';
import { discourse } from '../../src/sites/discourse.ts';
import { describedSite } from '../../src/sites/generic.ts';
import { gmail } from '../../src/sites/gmail.ts';
import { nodebb } from '../../src/sites/nodebb.ts';
import { describePageRequest } from '../../src/sites/page-request.ts';
import type { Site } from '../../src/sites/site.ts';

const kindOf = (site: Site, method: string, path: string, body: string) =>
  describePageRequest(site, { method, url: `https://site.corp.example${path}`, body }).described.kind;

const named = (change: Partial<RequestDescription>): RequestDescription => ({
  act: 'post',
  method: 'POST',
  address: '/',
  when: [],
  unless: [],
  thread: '{thread}',
  text: ['body'],
  title: null,
  recipients: null,
  files: [],
  ignored: [],
  ...change,
});
const described = (requests: readonly RequestDescription[]) =>
  describedSite({
    threads: [],
    page: { title: null, documents: null, author: null, labels: null, readers: null, account: null },
    composers: [],
    requests,
  });

describe('an address with a "%2F" in it', () => {
  // Rails takes "702/notice" for the number 702.
  it.each([
    ['an edit as a note of the staff', discourse, 'PUT', '/posts/702%2Fnotice', 'raw=The+plan&notice=Hello'],
    ['an edit as a bookmark', discourse, 'PUT', '/posts/702%2Fbookmark', 'raw=The+plan'],
    ['an edit as a lock, in small letters', discourse, 'PUT', '/posts/702%2flocked', 'raw=The+plan'],
    ['a deletion as a mark', discourse, 'DELETE', '/posts/702%2Fbookmark', ''],
    ['a chat message as a read mark', discourse, 'POST', '/chat/5%2Fread%2F9', 'message=The+plan'],
    ['a reply as a read mark', nodebb, 'POST', '/api/v3/topics/5%2Fread', '{"content":"The plan"}'],
    ['an edit as a vote', nodebb, 'PUT', '/api/v3/posts/7%2Fvote', '{"content":"The plan"}'],
    ['a send under another address', gmail, 'POST', '/sync/u/0%2Fi/s', '[]'],
  ])('is not taken for something harmless: %s', (_name, site, method, path, body) => {
    expect(kindOf(site, method, path, body)).toBe('unreadable-act');
  });

  it('is not taken for the harmless one of a described site', () => {
    const site = described([
      named({ act: 'none', address: '/pages/{any}/preview', thread: '' }),
      named({ address: '/pages/{thread}' }),
    ]);
    expect(kindOf(site, 'POST', '/pages/7/preview', 'body=x')).toBe('not-an-act');
    expect(kindOf(site, 'POST', '/pages/7%2Fpreview', 'body=x')).toBe('unreadable-act');
  });

  it('names the same place of a described site as "/" does', () => {
    const site = described([named({ address: '/wiki/{thread*}' })]);
    expect(
      describePageRequest(site, { method: 'POST', url: 'https://w.example/wiki/A%2FB', body: 'body=x' }).described,
    ).toMatchObject({ kind: 'acts', acts: [{ thread: 'A/B' }] });
  });
});

it('a path that is no UTF-8 is decoded as far as it can be', () => {
  const url = new URL('https://site.corp.example/%70osts%2F7%FF');
  expect([decodedPath(url), undividedPath(url)]).toEqual(['/posts/7%FF', '/posts%2F7%FF']);
});

it('a HEAD is described as the GET that servers take it for', () => {
  const site = described([named({ act: 'delete', method: 'GET', address: '/remove/{thread}', text: [] })]);
  expect([kindOf(site, 'GET', '/remove/7', ''), kindOf(site, 'HEAD', '/remove/7', '')]).toEqual(['acts', 'acts']);
});
