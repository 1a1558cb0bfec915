import { describe, expect, it } from 'vitest';
import { describeRequest, HARMLESS_PATHS } from '../../src/sites/discourse/requests.ts';
import { plainFacts, plainText, readFacts, threadOfRead } from '../../src/sites/discourse/threads.ts';
import { readBrowserBody, readPageBody } from '../../src/sites/read-body.ts';
import type { RequestBody } from '../../src/sites/site.ts';
import { recordings } from '../recordings.ts';

const fields = (values: Readonly<Record<string, string>>): RequestBody => ({
  kind: 'fields',
  fields: new Map(Object.entries(values)),
});
const post = (values: Readonly<Record<string, string>>, path = '/posts') =>
  describeRequest({ method: 'POST', path, body: fields(values) });
const reply = {
  raw: 'Hi',
  topic_id: '101',
  category: '5',
  archetype: 'regular',
  draft_key: 'topic_101',
  nested_post: 'true',
  typing_duration_msecs: '9',
};

describe('what a request to a Discourse forum is', () => {
  it.each([
    ['a reply', post(reply), { kind: 'reply', thread: 'topic:101', text: 'Hi', attachments: [] }],
    [
      'a reply to /posts.json',
      post(reply, '/posts.json'),
      { kind: 'reply', thread: 'topic:101', text: 'Hi', attachments: [] },
    ],
    [
      'a category in a reply narrows nothing',
      post({ ...reply, category: '7' }),
      { kind: 'reply', thread: 'topic:101', text: 'Hi', attachments: [] },
    ],
    [
      'a reply by a path with more slashes',
      post(reply, '//posts/'),
      { kind: 'reply', thread: 'topic:101', text: 'Hi', attachments: [] },
    ],
    [
      'a new topic',
      post({ raw: 'Body', title: 'Title', category: '5' }),
      { kind: 'post', thread: 'new:5', text: 'Title\n\nBody', attachments: [] },
    ],
    [
      'a new topic’s tags are read by others',
      post({ raw: 'Body', title: 'T', category: '5', tags: 'x' }),
      { kind: 'post', thread: 'new:5', text: 'T\n\n#x\n\nBody', attachments: [] },
    ],
    [
      'a message',
      post({ raw: 'Hi', title: 'T', archetype: 'private_message', target_recipients: 'Bob, alice' }),
      { kind: 'message', thread: 'people:alice,bob', text: 'T\n\nHi', attachments: [] },
    ],
    [
      'an edit',
      describeRequest({ method: 'PUT', path: '/posts/502', body: fields({ 'post[raw]': 'New' }) }),
      { kind: 'edit', thread: 'post:502', text: 'New', attachments: [] },
    ],
  ])('%s', (_name, described, act) => {
    expect(described).toEqual({
      kind: 'acts',
      acts: [{ ...act, quoted: '', recipients: null, messageId: null, items: 1 }],
    });
  });

  it.each([
    ['a field that nobody knows', post({ ...reply, whisper: 'true' })],
    ['no text', post({ topic_id: '101' })],
    [
      'nested fields',
      describeRequest({ method: 'POST', path: '/posts', body: { kind: 'json', value: [], query: [] } }),
    ],
    ['a topic that is no number', post({ raw: 'Hi', topic_id: '101;7' })],
    [
      'a body that cannot be read',
      describeRequest({ method: 'POST', path: '/posts', body: { kind: 'unreadable', why: 'x' } }),
    ],
    ['another path under /posts', describeRequest({ method: 'POST', path: '/posts/502/recover', body: fields({}) })],
    ['a form post of old', describeRequest({ method: 'POST', path: '/compose', body: fields({}) })],
    ['a topic’s own fields', describeRequest({ method: 'PUT', path: '/t/-/101', body: fields({ title: 'x' }) })],
    ['a path with another ending', describeRequest({ method: 'POST', path: '/posts.xml', body: fields({}) })],
    ['chat', describeRequest({ method: 'POST', path: '/chat/5', body: fields({ message: 'x' }) })],
  ])('%s is surely seen by others and cannot be read', (_name, described) => {
    expect(described.kind).toBe('unreadable-act');
  });

  it.each([
    '/message-bus/ab12/poll',
    '/topics/timings',
    '/drafts.json',
    '/drafts/topic_1.json',
    '/presence/update',
    '/session',
    '/clicks/track',
  ])('%s is needed by the site and seen by nobody', (path) => {
    expect(describeRequest({ method: 'POST', path, body: fields({}) }).kind).toBe('not-an-act');
  });

  it.each(['/uploads.json', '/invites', '/post_actions', '/message-bus/../posts', '/drafts.json/../posts', '/u/alice'])(
    '%s is not taken for harmless',
    (path) => {
      expect(describeRequest({ method: 'POST', path, body: fields({}) }).kind).not.toBe('not-an-act');
    },
  );

  it('has no harmless path that reaches /posts', () => {
    for (const path of HARMLESS_PATHS) expect(new RegExp(`^${path}$`).test('/posts')).toBe(false);
  });
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
