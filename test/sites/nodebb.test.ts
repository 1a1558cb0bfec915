/** What requests to a NodeBB forum are and what it says about a place; recorded requests where they are at hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeRequest,
  draftAddress,
  HARMLESS_PATHS,
  LIVE_PATHS,
  sendPath,
} from '../../src/sites/nodebb/requests.ts';
import { drawsOn, factsPath, plainFacts, readFacts, threadOfRead } from '../../src/sites/nodebb/threads.ts';
import { matchesAny } from '../../src/sites/patterns.ts';
import { readPageBody } from '../../src/sites/read-body.ts';
import type { Described, DescribedAct } from '../../src/sites/site.ts';
import { recordings } from '../recordings.ts';

type Values = Readonly<Record<string, unknown>>;

function json(method: string, path: string, values: Values | string): Described {
  const text = typeof values === 'string' ? values : JSON.stringify(values);
  return describeRequest({ method, path, body: readPageBody(text, new URLSearchParams()) });
}

function form(method: string, path: string, values: Readonly<Record<string, string>>): Described {
  return describeRequest({
    method,
    path,
    body: readPageBody(new URLSearchParams(values).toString(), new URLSearchParams()),
  });
}

/** As measured. */
const reply = { uuid: '56f3', tid: '3', handle: '', content: 'Hi', toPid: null };
const topic = {
  uuid: 'dbc5',
  handle: '',
  title: 'T',
  content: 'Body',
  thumb: '',
  cid: 6,
  tags: [],
  thumbs: [],
  timestamp: 0,
};

type Expected = Partial<DescribedAct> & Pick<DescribedAct, 'kind' | 'thread' | 'text'>;

const ACTS: readonly (readonly [name: string, method: string, path: string, values: Values, act: Expected])[] = [
  ['a reply', 'POST', '/api/v3/topics/3', reply, { kind: 'reply', thread: 'topic:3', text: 'Hi' }],
  [
    'a quick reply',
    'POST',
    '/api/v3/topics/3',
    { tid: 3, content: 'Hi' },
    { kind: 'reply', thread: 'topic:3', text: 'Hi' },
  ],
  ['a reply by another spelling', 'POST', '/API/v3/Topics/3/', reply, { kind: 'reply', thread: 'topic:3', text: 'Hi' }],
  [
    'a reply under a guest’s name',
    'POST',
    '/api/v3/topics/3',
    { ...reply, handle: 'Bob' },
    { kind: 'reply', thread: 'topic:3', text: '[as: Bob]\n\nHi' },
  ],
  ['a new topic', 'POST', '/api/v3/topics', topic, { kind: 'post', thread: 'new:6', text: 'T\n\nBody' }],
  [
    'a new topic with tags',
    'POST',
    '/api/v3/topics',
    { ...topic, tags: ['a', 'b'] },
    { kind: 'post', thread: 'new:6', text: 'T\n\n#a,b\n\nBody' },
  ],
  [
    'a scheduled topic',
    'POST',
    '/api/v3/topics',
    { ...topic, timestamp: 1795456174470 },
    { kind: 'post', thread: 'new:6', text: 'T\n\n[at: 1795456174470]\n\nBody' },
  ],
  [
    'a topic with a picture',
    'POST',
    '/api/v3/topics',
    { ...topic, thumbs: ['/x.png'] },
    { kind: 'post', thread: 'new:6', text: 'T\n\nBody', attachments: 'unknown' },
  ],
  [
    'a topic for the world outside',
    'POST',
    '/api/v3/topics',
    { ...topic, cid: -1 },
    { kind: 'post', thread: 'new:-1', text: 'T\n\nBody' },
  ],
  [
    'an edit',
    'PUT',
    '/api/v3/posts/7',
    { uuid: 'x', pid: '7', handle: '', content: 'New', title: '', tags: [] },
    { kind: 'edit', thread: 'post:7', text: 'New' },
  ],
  [
    'other tags',
    'PUT',
    '/api/v3/topics/3/tags',
    { tags: ['a'] },
    { kind: 'edit', thread: 'topic:3<PUT /api/v3/topics/3/tags', text: '#a' },
  ],
  [
    'more tags',
    'PATCH',
    '/api/v3/topics/3/tags',
    { tags: ['a'] },
    { kind: 'edit', thread: 'topic:3<PATCH /api/v3/topics/3/tags', text: '#a' },
  ],
  [
    'a topic that moves',
    'PUT',
    '/api/v3/topics/3/move',
    { cid: 6 },
    { kind: 'move', thread: 'new:6<PUT /api/v3/topics/3/move', text: 'topic 3 → new:6' },
  ],
  [
    'a topic in one more place',
    'POST',
    '/api/v3/topics/3/crossposts',
    { cid: 6 },
    { kind: 'move', thread: 'new:6<POST /api/v3/topics/3/crossposts', text: 'topic 3 → new:6' },
  ],
  [
    'a post that moves',
    'PUT',
    '/api/v3/posts/7/move',
    { tid: 5 },
    { kind: 'move', thread: 'topic:5<PUT /api/v3/posts/7/move', text: 'post 7 → topic:5' },
  ],
  [
    'a post that is deleted',
    'DELETE',
    '/api/v3/posts/7/state',
    {},
    { kind: 'delete', thread: 'post:7<DELETE /api/v3/posts/7/state', text: 'post 7' },
  ],
  [
    'a topic that is deleted',
    'DELETE',
    '/api/v3/topics/3',
    {},
    { kind: 'delete', thread: 'topic:3<DELETE /api/v3/topics/3', text: 'topic 3' },
  ],
  [
    'a report',
    'POST',
    '/api/v3/flags',
    { type: 'post', id: 7, reason: 'Psst' },
    { kind: 'message', thread: 'report<POST /api/v3/flags', text: 'post 7\n\nPsst' },
  ],
  [
    'a profile text',
    'PUT',
    '/api/v3/users/2',
    { aboutme: 'Me', signature: 'S' },
    { kind: 'profile', thread: 'profile<PUT /api/v3/users/2', text: 'aboutme: Me\nsignature: S' },
  ],
  [
    'an invitation',
    'POST',
    '/api/v3/users/2/invites',
    { emails: 'x@outside.example', groupsToJoin: ['staff'] },
    {
      kind: 'invite',
      thread: 'people:x@outside.example<POST /api/v3/users/2/invites',
      text: 'emails: x@outside.example\ngroupsToJoin[0]: staff',
    },
  ],
  [
    'a chat message',
    'POST',
    '/api/v3/chats/1',
    { message: 'hello', toMid: '' },
    { kind: 'message', thread: 'chat:1', text: 'hello' },
  ],
  [
    'a changed chat message',
    'PUT',
    '/api/v3/chats/1/messages/4',
    { message: 'other' },
    { kind: 'edit', thread: 'chat:1<PUT /api/v3/chats/1/messages/4', text: 'other' },
  ],
  [
    'a chat message that is deleted',
    'DELETE',
    '/api/v3/chats/1/messages/4',
    {},
    { kind: 'delete', thread: 'chat:1<DELETE /api/v3/chats/1/messages/4', text: 'message 4' },
  ],
  [
    'people let into a chat',
    'POST',
    '/api/v3/chats/1/users',
    { uids: [3, 4] },
    { kind: 'invite', thread: 'users<POST /api/v3/chats/1/users', text: 'chat 1\nuser 3\nuser 4' },
  ],
  [
    'a chat with a name',
    'PUT',
    '/api/v3/chats/1',
    { name: 'Key leak' },
    { kind: 'edit', thread: 'chat:1<PUT /api/v3/chats/1', text: 'name: Key leak' },
  ],
];

const one = (act: Expected): Described => ({
  kind: 'acts',
  acts: [{ attachments: [], quoted: '', recipients: null, messageId: null, items: 1, ...act }],
});

describe('what a request to a NodeBB forum is', () => {
  it.each(ACTS)('%s', (_name, method, path, values, act) => {
    expect(json(method, path, values)).toEqual(one(act));
  });

  it('reads the document of old as what a script posts', () => {
    expect(form('POST', '/compose', { tid: '3', _csrf: 'x', content: 'Hi' })).toEqual(
      one({ kind: 'reply', thread: 'topic:3', text: 'Hi' }),
    );
    expect(form('POST', '/compose', { cid: '6', title: 'T', _csrf: 'x', content: 'Body' })).toEqual(
      one({ kind: 'post', thread: 'new:6', text: 'T\n\nBody' }),
    );
    expect(form('POST', '/api/v3/topics/3', { content: 'Hi', _csrf: 'x' })).toEqual(
      one({ kind: 'reply', thread: 'topic:3', text: 'Hi' }),
    );
  });

  it.each(ACTS)('%s is released by a rule for its own address alone', (_name, method, path, _values, act) => {
    const opening = sendPath(act);
    expect(opening.method).toBe(method.toLowerCase());
    expect(matchesAny([opening.path], path.toLowerCase())).toBe(true);
    for (const other of ['/api/v3/topics/77', '/api/v3/posts/1', '/api/v3/chats/9', '/api/v3/users/9', '/login'])
      expect(matchesAny([opening.path], other)).toBe(false);
  });

  it('opens the document of old for a reply and a new topic, which it may be sent by', () => {
    expect(matchesAny([sendPath({ kind: 'reply', thread: 'topic:3' }).path], '/compose')).toBe(true);
    expect(matchesAny([sendPath({ kind: 'post', thread: 'new:6' }).path], '/compose')).toBe(true);
    expect(matchesAny([sendPath({ kind: 'message', thread: 'chat:1' }).path], '/compose')).toBe(false);
  });

  it.each<readonly [string, string, string, Values | string]>([
    ['two topics', 'POST', '/api/v3/topics/3', { tid: 5, content: 'Hi' }],
    ['a topic and a category', 'POST', '/compose', { tid: 3, cid: 6, content: 'Hi' }],
    ['a topic named "undefined"', 'POST', '/compose', { tid: 'undefined', content: 'Hi' }],
    ['a category that is no number', 'POST', '/api/v3/topics', { ...topic, cid: '6;7' }],
    ['a list of categories', 'POST', '/api/v3/topics', { ...topic, cid: [6, 7] }],
    ['a field that nobody knows', 'POST', '/api/v3/topics/3', { ...reply, _uid: 1 }],
    ['a nested text', 'POST', '/api/v3/topics/3', { tid: 3, content: { a: 'Hi' } }],
    ['a list', 'POST', '/api/v3/topics/3', '[1]'],
    ['a truncated document', 'POST', '/api/v3/topics/3', '{"content":"Hi'],
    ['a name of the language', 'POST', '/api/v3/topics/3', '{"content":"Hi","__proto__":{"a":1}}'],
    ['a field twice', 'POST', '/api/v3/topics/3', '{"content":"a","content":"b"}'],
    ['two posts', 'PUT', '/api/v3/posts/7', { pid: 8, content: 'x' }],
    ['an edit without a text', 'PUT', '/api/v3/posts/7', { pid: 7 }],
    ['a move to nowhere', 'PUT', '/api/v3/topics/3/move', { cid: 'all' }],
    ['nobody let in', 'POST', '/api/v3/chats/1/users', {}],
    ['an empty chat message', 'POST', '/api/v3/chats/1', { message: '' }],
    ['the write API of old', 'POST', '/api/v2/topics/3', { content: 'Hi' }],
    ['an address below another', 'POST', '/forum/api/v3/topics/3', reply],
  ])('%s is surely seen by others and cannot be read', (_name, method, path, values) => {
    expect(json(method, path, values).kind).toBe('unreadable-act');
  });

  it.each(['/api/v3/topics/3/read', '/api/v3/chats/1/typing', '/api/v3/chats/1/state', '/login', '/logout'])(
    '%s is needed by the site and has no words',
    (path) => {
      expect(json('PUT', path, {}).kind).toBe('not-an-act');
    },
  );

  it.each<readonly [string, string, string, Values]>([
    ['a reply without a text, which the forum refuses', 'POST', '/api/v3/topics/3', { tid: 3, content: ' ' }],
    ['a topic without a text', 'POST', '/api/v3/topics', { ...topic, content: '' }],
    ['a vote', 'PUT', '/api/v3/posts/7/vote', { delta: 1 }],
    ['a bookmark', 'PUT', '/api/v3/posts/7/bookmark', {}],
    ['following a topic', 'PUT', '/api/v3/topics/3/follow', {}],
    ['a locked topic', 'PUT', '/api/v3/topics/3/lock', {}],
    ['an empty room', 'POST', '/api/v3/chats', { uids: [3, 4] }],
    ['an upload, which the post that names it will show', 'POST', '/api/post/upload', {}],
    ['the poll of its socket', 'POST', '/socket.io/', {}],
    ['a setting', 'PUT', '/api/v3/users/2/settings', {}],
  ])('%s is left to people and refused to agents', (_name, method, path, values) => {
    expect(json(method, path, values).kind).toBe('unknown');
  });

  it('knows its live line, and takes nothing else for it', () => {
    expect(matchesAny(LIVE_PATHS, '/socket.io/')).toBe(true);
    for (const path of ['/compose', '/api/v3/topics', '/socket.io/../compose', '/socketxio/'])
      expect(matchesAny(LIVE_PATHS, path)).toBe(false);
  });

  it('has no harmless path that reaches what others see', () => {
    for (const path of ['/compose', '/api/v3/topics', '/api/v3/topics/3', '/api/v3/chats/1', '/socket.io/'])
      expect(matchesAny(HARMLESS_PATHS, path)).toBe(false);
  });

  it('answers something for whatever comes, and never takes a post for harmless', () => {
    const values = fc.dictionary(fc.constantFrom('content', 'tid', 'cid', 'message', 'title', 'x'), fc.jsonValue());
    fc.assert(
      fc.property(fc.constantFrom(...ACTS), values, fc.string(), ([, method, path, given], more, rest) => {
        const described = json(method, path, { ...given, ...more });
        expect(described.kind).not.toBe('not-an-act');
        if (described.kind === 'acts') expect(described.acts.every((each) => each.thread !== '')).toBe(true);
        expect(json(method, path, rest).kind).not.toBe('not-an-act');
      }),
      { numRuns: 10_000 },
    );
  });

  const recorded = recordings('nodebb');
  it.runIf(recorded.names.length > 0)('reads every recorded write (skipped where the recordings are not)', () => {
    const log = JSON.parse(recorded.textOf('live-log.json')) as readonly {
      m?: string;
      u?: string;
      b?: string | null;
    }[];
    const kinds = log.flatMap(({ m = 'GET', u = '', b }) => {
      if (m === 'GET') return [];
      const { pathname, searchParams } = new URL(u);
      const described = describeRequest({ method: m, path: pathname, body: readPageBody(b ?? null, searchParams) });
      return [described.kind === 'acts' ? `${described.acts[0].kind} ${described.acts[0].thread}` : described.kind];
    });
    expect(kinds.filter((kind) => kind !== 'not-an-act')).toEqual([
      'reply topic:3',
      'reply topic:3',
      'reply topic:3',
      'post new:6',
      'unknown',
      'message chat:1',
    ]);
    const facts = readFacts('topic:3', JSON.parse(recorded.textOf('live-alice_api_topic_3.json')));
    expect(facts).toMatchObject({ area: 'category:6', areaName: 'Engineering Help' });
  });
});

describe('what a NodeBB forum says about a thread', () => {
  it.each([
    ['/topic/3', 'topic:3'],
    ['/topic/3/why-is-the-storage/5', 'topic:3'],
    ['/topic/3.rss', 'topic:3'],
    ['/api/topic/3/why', 'topic:3'],
    ['/api/v3/topics/3/posts', 'topic:3'],
    ['/post/7', 'post:7'],
    ['/api/v3/posts/7/raw', 'post:7'],
    ['/user/alice/chats/1', 'chat:1'],
    ['/api/v3/chats/1/messages', 'chat:1'],
    ['/category/6/engineering-help', null],
    ['/user/alice', null],
  ])('a GET of %s shows %s', (path, thread) => {
    expect(threadOfRead(path)).toBe(thread);
  });

  it.each([
    ['topic:3', '/api/topic/3'],
    ['topic:5<PUT /api/v3/posts/7/move', '/api/topic/5'],
    ['post:7', '/api/v3/posts/7'],
    ['chat:1', '/api/v3/chats/1'],
    ['constructor:1', null],
    ['new:6', null],
  ])('asks about %s at %s', (thread, path) => {
    expect(factsPath(thread)).toBe(path);
  });

  it('reads category, title and text; a post points to its topic', () => {
    const answer = {
      cid: 6,
      titleRaw: 'T & U',
      title: 'T &amp; U',
      tags: [{ value: 'sev1' }],
      category: { name: 'Help' },
      posts: [{ content: '<p>One</p>' }],
    };
    expect(readFacts('topic:3', answer)).toMatchObject({
      area: 'category:6',
      title: 'T & U',
      areaName: 'Help',
      tags: ['sev1'],
      text: 'One\n',
    });
    expect(readFacts('post:7', { response: { tid: 3 } })).toEqual({ instead: 'topic:3' });
    for (const wrong of [null, 'x', [], {}, { cid: '6' }, { response: null }]) {
      expect(readFacts('topic:3', wrong)).toBeNull();
      expect(readFacts('post:7', wrong)).toBeNull();
      expect(readFacts('chat:1', wrong)).toBeNull();
    }
  });

  it('knows who is in a room of its own, and says so only where the list is whole', () => {
    const users = (count: number) => ({
      response: { users: Array.from({ length: count }, (_, i) => ({ username: `U${i}` })) },
    });
    expect(readFacts('chat:1', { response: { public: 0 } })).toEqual({ instead: 'members:1' });
    expect(readFacts('chat:1', { response: { public: 1, groups: ['staff'] } })).toBeNull();
    expect(readFacts('members:1', users(2))).toMatchObject({ area: 'people', people: ['u0', 'u1'] });
    for (const wrong of [users(0), users(40), { response: { users: [{ uid: 1 }] } }, { response: {} }])
      expect(readFacts('members:1', wrong)).toBeNull();
  });

  it.each([
    'new:-1',
    'new:',
    'users<POST /api/v3/chats/1/users',
    'report<POST /api/v3/flags',
    'new-chat<POST /api/v3/chats',
  ])('%s has no readers that anybody knows', (thread) => {
    expect(plainFacts(thread)).toBeNull();
    expect(factsPath(thread)).toBeNull();
  });

  it('names the post that is quoted, and what moves', () => {
    const text = 'So:\n@ken said in [SEV1](/post/7):\n> the key\n> leaked\n\nand [a link](/post/8) alone';
    const found = drawsOn({ kind: 'reply', thread: 'topic:5', text });
    expect(found.map(({ thread }) => thread)).toEqual(['post:7']);
    expect(text.slice(found[0]?.from, found[0]?.to)).toContain('leaked');
    const move = { kind: 'move', thread: 'new:6<PUT /api/v3/topics/3/move', text: 'x' } as const;
    expect(drawsOn(move).map(({ thread }) => thread)).toEqual(['topic:3']);
    const invite = { kind: 'invite', thread: 'users<POST /api/v3/chats/1/users', text: 'x' } as const;
    expect(drawsOn(invite).map(({ thread }) => thread)).toEqual(['chat:1']);
  });

  it('is quick with a text that is made to be slow', () => {
    const from = performance.now();
    for (const piece of ['/post/7)\n>', '/post/7)', '>\n', '/post/7)\n>\n'])
      drawsOn({ kind: 'reply', thread: 'topic:5', text: piece.repeat(40_000) });
    expect(performance.now() - from).toBeLessThan(2_000);
  });

  it('leads back to where a reply can be written again', () => {
    expect(draftAddress({ thread: 'topic:3' })).toBe('/topic/3');
    expect(draftAddress({ thread: 'chat:1' })).toBe('/chats/1');
    expect(draftAddress({ thread: 'new:6<PUT /api/v3/topics/3/move' })).toBeNull();
  });
});
