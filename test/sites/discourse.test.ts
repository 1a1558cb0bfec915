import { describe, expect, it } from 'vitest';
import { isClosedArea, plainFacts, readFacts, threadOfRead } from '../../src/sites/discourse/threads.ts';
import { plainText } from '../../src/sites/plain-text.ts';
import { readBrowserBody, readPageBody } from '../../src/sites/read-body.ts';
import type { RequestBody } from '../../src/sites/site.ts';
import { recordings } from '../recordings.ts';

const fields = (values: Readonly<Record<string, string>>): RequestBody => ({
  kind: 'fields',
  fields: new Map(Object.entries(values)),
});

describe('a body', () => {
  const none = new URLSearchParams();
  const bytes = (text: string) => ({ raw: [{ bytes: new TextEncoder().encode(text).buffer as ArrayBuffer }] });
  it.each<[string, RequestBody]>([
    ['in two fields of one name', readBrowserBody({ formData: { raw: ['a', 'b'] } }, none)],
    ['that is an empty form', readBrowserBody({ formData: {} }, none)],
    ['that the browser could not read', readBrowserBody({ error: 'Unknown error.' }, none)],
    ['with a file', readBrowserBody({ raw: [{ file: '/tmp/x' }] }, none)],
    ['that is no text', readBrowserBody({ raw: [{ bytes: new Uint8Array([0xff, 0xfe]).buffer }] }, none)],
    ['that is a form in disguise', readBrowserBody(bytes('raw=x&topic_id=1'), none)],
    ['that is nested', readBrowserBody(bytes('{"post":{"raw":"x"}}'), none)],
    ['that is a list', readBrowserBody(bytes('[1]'), none)],
    ['that names a field twice', readBrowserBody(bytes('{"raw":"a","raw":"b"}'), none)],
    ['that names a field twice in another spelling', readBrowserBody(bytes('{"raw":"a","r\\u0061w":"b"}'), none)],
    [
      'whose field stands in the address too',
      readBrowserBody({ formData: { raw: ['a'] } }, new URLSearchParams('raw=b')),
    ],
    ['with a field twice, in the page', readPageBody('raw=a&raw=b', none)],
    ['cut at 16 MiB', readBrowserBody({ raw: [{ bytes: new ArrayBuffer(16_777_216) }] }, none)],
  ])('%s is no table of fields', (_name, body) => {
    expect(body.kind).not.toBe('fields');
  });

  it('is the same read from the browser and from the page, in address, form or JSON', () => {
    const wanted = fields({ raw: 'a "b": c', topic_id: '1' });
    expect(readBrowserBody({ formData: { raw: ['a "b": c'], topic_id: ['1'] } }, none)).toEqual(wanted);
    expect(readBrowserBody(bytes('{"raw":"a \\"b\\": c","topic_id":1}'), none)).toEqual(wanted);
    expect(readBrowserBody(null, new URLSearchParams('raw=a+%22b%22%3A+c&topic_id=1'))).toEqual(wanted);
    expect(readPageBody('raw=a+%22b%22%3A+c&topic_id=1', none)).toEqual(wanted);
  });
});

describe('what a forum says about a thread', () => {
  it.each([
    ['/t/77', 'topic:77'],
    ['/t/sev1-key-leak/77', 'topic:77'],
    ['/t/sev1-key-leak/77/3', 'topic:77'],
    ['/t/77.json', 'topic:77'],
    ['/raw/77', 'topic:77'],
    ['/posts/401.json', 'post:401'],
    ['/posts/401/revisions/latest.json', 'post:401'],
    ['/posts/by_number/77/2.json', 'topic:77'],
    ['/p/401', 'post:401'],
    ['/n/sev1-key-leak/77/2', 'topic:77'],
    ['/t/sev1-key-leak/77.rss', 'topic:77'],
    ['/t/77/excerpts.json', 'topic:77'],
    ['/chat/c/general/5', 'chat:5'],
    ['/chat/c/-/5/12', 'chat:5'],
    ['/chat/api/channels/5/messages', 'chat:5'],
    ['/chat/api/channels/5/threads/2/messages', 'chat:5'],
    ['/chat/browse/open', null],
    ['/latest', null],
    ['/u/alice', null],
  ])('a GET of %s shows %s', (path, thread) => {
    expect(threadOfRead(path)).toBe(thread);
  });

  it('reads category, people and text from the forum’s own answer', () => {
    const answer = {
      title: 'T',
      archetype: 'regular',
      category_id: 7,
      tags: ['restricted', { name: 'sev1' }],
      post_stream: { posts: [{ cooked: '<p>Key &amp; <code>lock</code></p>' }, { cooked: '<p>Two</p>' }] },
    };
    expect(readFacts('topic:77', answer)).toMatchObject({
      title: 'T',
      area: 'category:7',
      tags: ['restricted', 'sev1'],
      text: 'Key & lock\n\n\nTwo\n',
    });
    const message = {
      title: 'M',
      archetype: 'private_message',
      details: { allowed_users: [{ username: 'Alice' }], allowed_groups: [{ name: 'sev-team', user_count: 4 }] },
    };
    expect(readFacts('topic:110', message)).toMatchObject({
      area: 'people',
      people: ['alice'],
      groups: [{ id: 'sev-team', size: 4 }],
      restricted: true,
    });
    expect(readFacts('post:401', { topic_id: 77 })).toEqual({ instead: 'topic:77' });
    expect(readFacts('topic:1', { errors: ['x'] })).toBeNull();
    expect(readFacts('topic:1', 'x')).toBeNull();
  });

  it('knows new topics and recipients without asking, and never takes no recipient for nobody', () => {
    expect(plainFacts('new:5')).toMatchObject({ area: 'category:5' });
    expect(plainFacts('people:alice,bob')).toMatchObject({ people: ['alice', 'bob'] });
    expect(plainFacts('new:')).toBeNull();
    expect(plainFacts('topic:1')).toBeNull();
  });

  it.each([
    [{ category: { id: 7, read_restricted: true } }, true],
    [{ category: { id: 5, read_restricted: false } }, false],
    [{ category: { id: 5 } }, null],
    [{ errors: ['x'] }, null],
    [null, null],
  ])('tells from %j whether a category is closed', (answer, closed) => {
    expect(isClosedArea(answer)).toBe(closed);
  });

  it('turns HTML to the words that a reader sees', () => {
    expect(plainText('<p>a<br>b</p><script>x</script><ul><li>c &lt;d&gt; &#233; &#x1F600;</li></ul>')).toBe(
      'a\nb\nc <d> é 😀\n',
    );
  });

  const recorded = recordings('discourse');
  it.runIf(recorded.names.length > 0)(
    'reads topics recorded from a running forum (skipped where the recordings are not)',
    () => {
      const topic: unknown = JSON.parse(recorded.textOf('api-topic.json'));
      const facts = readFacts('topic:1', topic);
      expect(facts).not.toBeNull();
      expect(facts !== null && 'text' in facts && facts.text.length).toBeGreaterThan(500);
    },
  );
});
