/** What requests to a Discourse forum are, in both forms of a body; bad input is unreadable, and never nobody. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeRequest, HARMLESS_PATHS, sendPath } from '../../src/sites/discourse/requests.ts';
import { matchesAny } from '../../src/sites/patterns.ts';
import { readPageBody } from '../../src/sites/read-body.ts';
import type { Described, DescribedAct } from '../../src/sites/site.ts';

type Values = Readonly<Record<string, unknown>>;

/** A request with its fields as JSON, as a page sends it. */
function json(method: string, path: string, values: Values | string): Described {
  const text = typeof values === 'string' ? values : JSON.stringify(values);
  return describeRequest({ method, path, body: readPageBody(text, new URLSearchParams()) });
}

/** The same as jQuery writes a form. */
function form(method: string, path: string, values: Values): Described {
  const pairs = new URLSearchParams();
  const add = (name: string, value: unknown) => {
    if (Array.isArray(value))
      for (const [at, each] of value.entries()) add(typeof each === 'object' ? `${name}[${at}]` : `${name}[]`, each);
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) add(`${name}[${key}]`, each);
    else pairs.append(name, String(value));
  };
  for (const [name, value] of Object.entries(values)) add(name, value);
  return describeRequest({ method, path, body: readPageBody(pairs.toString(), new URLSearchParams()) });
}

const reply = {
  raw: 'Hi',
  topic_id: 101,
  category: 5,
  archetype: 'regular',
  draft_key: 'topic_101',
  nested_post: true,
  typing_duration_msecs: 9,
  reply_to_post_number: 2,
  unlist_topic: false,
  is_warning: false,
};
const message = { raw: 'Hi', title: 'T', archetype: 'private_message' };
const topic = { raw: 'Body', title: 'T', category: 5, archetype: 'regular' };

type Expected = Partial<DescribedAct> & Pick<DescribedAct, 'kind' | 'thread' | 'text'>;
type Row = readonly [name: string, method: string, path: string, values: Values, act: Expected];

const ACTS: readonly Row[] = [
  ['a reply', 'POST', '/posts', reply, { kind: 'reply', thread: 'topic:101', text: 'Hi' }],
  ['a reply to /posts.json', 'POST', '/posts.json', reply, { kind: 'reply', thread: 'topic:101', text: 'Hi' }],
  ['by a path with more slashes', 'POST', '//posts/', reply, { kind: 'reply', thread: 'topic:101', text: 'Hi' }],
  [
    'a category in a reply narrows nothing',
    'POST',
    '/posts',
    { ...reply, category: 7 },
    { kind: 'reply', thread: 'topic:101', text: 'Hi' },
  ],
  [
    'a whisper',
    'POST',
    '/posts',
    { ...reply, whisper: 'true' },
    { kind: 'reply', thread: 'whispers<topic:101', text: 'Hi' },
  ],
  [
    'a reply with a file',
    'POST',
    '/posts',
    { ...reply, raw: '![x](upload://aB3.png) [y](upload://aB3.png)' },
    {
      kind: 'reply',
      thread: 'topic:101',
      text: '![x](upload://aB3.png) [y](upload://aB3.png)',
      attachments: ['upload://aB3.png'],
    },
  ],
  ['a new topic', 'POST', '/posts', topic, { kind: 'post', thread: 'new:5', text: 'T\n\nBody' }],
  [
    'a new topic with tags',
    'POST',
    '/posts',
    { ...topic, tags: ['x', 'y'] },
    { kind: 'post', thread: 'new:5', text: 'T\n\n#x,y\n\nBody' },
  ],
  [
    'a new topic with tags of 2026',
    'POST',
    '/posts',
    { ...topic, tags: [{ id: 4, name: 'x' }, { name: 'new' }] },
    { kind: 'post', thread: 'new:5', text: 'T\n\n#(4) x,new\n\nBody' },
  ],
  [
    'a new topic that is not listed, with a link',
    'POST',
    '/posts',
    { ...topic, unlist_topic: 'true', featured_link: 'https://x.example/' },
    { kind: 'post', thread: 'new:5', text: 'T\n\n[not listed]\n\n[link: https://x.example/]\n\nBody' },
  ],
  [
    'a shared draft',
    'POST',
    '/posts',
    { ...topic, shared_draft: 'true' },
    { kind: 'post', thread: 'shared-drafts<new:5', text: 'T\n\nBody' },
  ],
  [
    'a message to people, groups and addresses',
    'POST',
    '/posts',
    { ...message, target_recipients: 'Bob, sev-team,carol@outside.example,bob' },
    { kind: 'message', thread: 'people:bob,carol@outside.example,sev-team', text: 'T\n\nHi' },
  ],
  [
    'an official warning',
    'POST',
    '/posts',
    { ...message, target_recipients: 'bob', is_warning: 'true' },
    { kind: 'message', thread: 'people:bob', text: 'T\n\n[official warning]\n\nHi' },
  ],
  [
    'an edit',
    'PUT',
    '/posts/502',
    { post: { raw: 'New', original_text: 'Old' } },
    { kind: 'edit', thread: 'post:502', text: 'New' },
  ],
  [
    'an edit with a reason',
    'PUT',
    '/posts/502.json',
    { post: { raw: 'New', edit_reason: 'typo' } },
    { kind: 'edit', thread: 'post:502', text: '[reason: typo]\n\nNew' },
  ],
  [
    'an edit of a first post that moves its topic',
    'PUT',
    '/posts/500',
    { title: 'T', post: { raw: 'New', category_id: 5 } },
    { kind: 'move', thread: 'new:5<PUT /posts/500', text: '→ category 5\n\nT\n\nNew' },
  ],
  [
    'another title',
    'PUT',
    '/t/-/101',
    { title: 'Other' },
    { kind: 'edit', thread: 'topic:101<PUT /t/101', text: 'Other' },
  ],
  [
    'other tags',
    'PUT',
    '/t/101/tags.json',
    { tags: ['a'] },
    { kind: 'edit', thread: 'topic:101<PUT /t/101/tags', text: '#a' },
  ],
  [
    'another category',
    'PUT',
    '/t/sev1-key-leak/77.json',
    { title: 'T', category_id: 5, tags: [], original_title: 'T', original_tags: [{ id: 1, name: 'sev1' }] },
    { kind: 'move', thread: 'new:5<PUT /t/77', text: 'topic 77 → category 5\n\nT' },
  ],
  [
    'no category any more',
    'PUT',
    '/t/77',
    { category_id: '' },
    { kind: 'move', thread: 'new:<PUT /t/77', text: 'topic 77 → category ' },
  ],
  [
    'a topic that is listed again',
    'PUT',
    '/t/77/status',
    { status: 'visible', enabled: true },
    { kind: 'edit', thread: 'topic:77<PUT /t/77/status', text: 'topic 77 [listed: true]' },
  ],
  [
    'posts moved into a topic',
    'POST',
    '/t/77/move-posts',
    { post_ids: [401, 402], destination_topic_id: 101 },
    {
      kind: 'move',
      thread: 'topic:101<POST /t/77/move-posts',
      text: 'topic 77 → topic:101\n\npost 401, post 402',
      items: 2,
    },
  ],
  [
    'posts moved into a new topic',
    'POST',
    '/t/77/move-posts',
    { post_ids: [401], title: 'Split', category_id: 5, tags: ['a'] },
    { kind: 'move', thread: 'new:5<POST /t/77/move-posts', text: 'topic 77 → new:5\n\nSplit\n\n#a\n\npost 401' },
  ],
  [
    'posts moved into a new message',
    'POST',
    '/t/77/move-posts',
    { post_ids: [401], title: 'Split', archetype: 'private_message', participants: 'bob,ken' },
    {
      kind: 'move',
      thread: 'people:bob,ken<POST /t/77/move-posts',
      text: 'topic 77 → people:bob,ken\n\nSplit\n\npost 401',
    },
  ],
  [
    'a topic merged into another',
    'POST',
    '/t/77/merge-topic',
    { destination_topic_id: 101 },
    { kind: 'move', thread: 'topic:101<POST /t/77/merge-topic', text: 'topic 77 → topic:101' },
  ],
  [
    'posts under another name',
    'POST',
    '/t/101/change-owner',
    { post_ids: [501, 502], username: 'bob' },
    { kind: 'edit', thread: 'topic:101<POST /t/101/change-owner', text: 'post 501, post 502 [author: bob]', items: 2 },
  ],
  [
    'a message made public',
    'PUT',
    '/t/110/convert-topic/public',
    { category_id: 5 },
    { kind: 'move', thread: 'new:5<PUT /t/110/convert-topic/public', text: 'topic 110 → new:5' },
  ],
  [
    'a shared draft published',
    'PUT',
    '/t/110/publish',
    { destination_category_id: 5 },
    { kind: 'move', thread: 'new:5<PUT /t/110/publish', text: 'topic 110 → new:5' },
  ],
  [
    'a publication at a time',
    'POST',
    '/t/110/timer',
    { status_type: 'publish_to_category', category_id: 5, time: '2027-01-01 08:00' },
    { kind: 'move', thread: 'new:5<POST /t/110/timer', text: 'topic 110 → new:5 [at: 2027-01-01 08:00]' },
  ],
  [
    'many topics moved',
    'PUT',
    '/topics/bulk',
    { topic_ids: [77, 78], operation: { type: 'change_category', category_id: 5 } },
    { kind: 'move', thread: 'new:5<PUT /topics/bulk', text: '→ category 5\n\ntopic 77\ntopic 78', items: 2 },
  ],
  [
    'many topics deleted',
    'PUT',
    '/topics/bulk',
    { topic_ids: [77], operation: { type: 'delete' } },
    { kind: 'delete', thread: 'topics<PUT /topics/bulk', text: 'topic 77' },
  ],
  [
    'many posts deleted',
    'DELETE',
    '/posts/destroy_many',
    { post_ids: [1, 2] },
    { kind: 'delete', thread: 'posts<DELETE /posts/destroy_many', text: 'post 1\npost 2', items: 2 },
  ],
  [
    'somebody let into a message',
    'POST',
    '/t/110/invite',
    { user: 'Maria', custom_message: 'Look' },
    { kind: 'invite', thread: 'people:maria<POST /t/110/invite', text: 'topic 110\nuser: Maria\ncustom_message: Look' },
  ],
  [
    'an outsider let into a message',
    'POST',
    '/t/110/invite',
    { email: 'x@outside.example' },
    {
      kind: 'invite',
      thread: 'people:x@outside.example<POST /t/110/invite',
      text: 'topic 110\nemail: x@outside.example',
    },
  ],
  [
    'a group let into a message',
    'POST',
    '/t/110/invite-group',
    { group: 'Design', should_notify: true },
    {
      kind: 'invite',
      thread: 'people:group:design<POST /t/110/invite-group',
      text: 'topic 110\ngroup: Design\nshould_notify: true',
    },
  ],
  [
    'an invitation',
    'POST',
    '/invites',
    { email: 'x@outside.example', topic_id: 77 },
    {
      kind: 'invite',
      thread: 'people:x@outside.example<POST /invites',
      text: 'email: x@outside.example\ntopic_id: 77',
    },
  ],
  [
    'an invitation link',
    'POST',
    '/invites.json',
    { max_redemptions_allowed: 5 },
    { kind: 'invite', thread: 'invite-link<POST /invites', text: 'max_redemptions_allowed: 5' },
  ],
  [
    'people let into a group',
    'PUT',
    '/groups/7/members.json',
    { usernames: 'bob,ken' },
    { kind: 'invite', thread: 'people:bob,ken<PUT /groups/7/members', text: 'group 7\nusernames: bob,ken' },
  ],
  [
    'a flag with words',
    'POST',
    '/post_actions',
    { id: 502, post_action_type_id: 6, message: 'Psst' },
    { kind: 'message', thread: 'flag:502<POST /post_actions', text: 'Psst' },
  ],
  [
    'a profile text',
    'PUT',
    '/u/alice.json',
    { bio_raw: 'About me', timezone: 'UTC' },
    { kind: 'profile', thread: 'profile<PUT /u/alice', text: 'bio_raw: About me\ntimezone: UTC' },
  ],
  [
    'a status text',
    'PUT',
    '/user-status.json',
    { description: 'SEV1!', emoji: 'fire' },
    { kind: 'profile', thread: 'profile<PUT /user-status', text: 'description: SEV1!\nemoji: fire' },
  ],
  [
    'a chat message',
    'POST',
    '/chat/5.json',
    { message: 'hi', staged_id: 's-1', thread_id: 3 },
    { kind: 'message', thread: 'chat:5', text: 'hi' },
  ],
  [
    'a chat message with a file',
    'POST',
    '/chat/5',
    { message: '', upload_ids: [9] },
    { kind: 'message', thread: 'chat:5', text: '', attachments: 'unknown' },
  ],
  [
    'an edit in chat',
    'PUT',
    '/chat/api/channels/5/messages/12',
    { message: 'other' },
    { kind: 'edit', thread: 'chat:5<PUT /chat/api/channels/5/messages/12', text: 'other' },
  ],
  [
    'chat messages moved',
    'POST',
    '/chat/api/channels/5/messages/moves',
    { move: { message_ids: [1, 2], destination_channel_id: 6 } },
    {
      kind: 'move',
      thread: 'chat:6<POST /chat/api/channels/5/messages/moves',
      text: 'chat 5 → chat:6\n\nmessage 1, message 2',
      items: 2,
    },
  ],
  [
    'somebody let into a chat',
    'POST',
    '/chat/api/channels/5/memberships',
    { usernames: ['bob'], groups: ['Design'] },
    {
      kind: 'invite',
      thread: 'people:bob,group:design<POST /chat/api/channels/5/memberships',
      text: 'chat 5: bob design',
    },
  ],
];

const one = (act: Expected): Described => ({
  kind: 'acts',
  acts: [{ attachments: [], quoted: '', recipients: null, messageId: null, items: 1, ...act }],
});

describe('what a request to a Discourse forum is', () => {
  it.each(ACTS)('%s', (_name, method, path, values, act) => {
    expect(json(method, path, values)).toEqual(one(act));
    expect(form(method, path, values)).toEqual(one(act));
  });

  it('deletes a post and a topic', () => {
    const none = { kind: 'fields', fields: new Map() } as const;
    expect(describeRequest({ method: 'DELETE', path: '/posts/502', body: none })).toEqual(
      one({ kind: 'delete', thread: 'post:502', text: 'post 502' }),
    );
    expect(describeRequest({ method: 'DELETE', path: '/t/77.json', body: none })).toEqual(
      one({ kind: 'delete', thread: 'topic:77<DELETE /t/77', text: 'topic 77' }),
    );
  });

  it.each(ACTS)('%s is released by a rule for its own address alone', (_name, method, path, _values, act) => {
    const opening = sendPath(act);
    expect(opening.method).toBe(method.toLowerCase());
    expect(matchesAny([opening.path], path.replace(/^\/\//, '/').replace(/\/$/, ''))).toBe(true);
    for (const other of ['/posts/1', '/t/1', '/chat/api/channels', '/invites/9', '/u/bob'])
      expect(matchesAny([opening.path], other)).toBe(false);
    expect(/^[ -~]+$/.test(opening.path)).toBe(true);
  });

  it.each<readonly [string, string, string, Values | string]>([
    ['a field that nobody knows', 'POST', '/posts', { ...reply, embed_url: 'x' }],
    ['no text', 'POST', '/posts', { topic_id: 101 }],
    ['an empty text', 'POST', '/posts', { ...reply, raw: '' }],
    ['a topic that is no number', 'POST', '/posts', { ...reply, topic_id: '101;7' }],
    ['a topic named "undefined"', 'POST', '/posts', { ...reply, topic_id: 'undefined' }],
    ['a list of topics', 'POST', '/posts', { ...reply, topic_id: [101, 77] }],
    ['a category that is no number', 'POST', '/posts', { ...topic, category: '5 OR 7' }],
    ['a whisper that only newer forums take for one', 'POST', '/posts', { ...reply, whisper: 1 }],
    ['a shared draft that only newer forums take for one', 'POST', '/posts', { ...topic, shared_draft: 't' }],
    ['a shared draft in a topic', 'POST', '/posts', { ...reply, shared_draft: 'true' }],
    ['a whisper that starts a topic', 'POST', '/posts', { ...topic, whisper: 'true' }],
    ['a banner', 'POST', '/posts', { ...topic, archetype: 'banner' }],
    ['two lists of recipients', 'POST', '/posts', { ...message, target_recipients: 'bob', target_usernames: 'ken' }],
    ['an invisible sign in a recipient', 'POST', '/posts', { ...message, target_recipients: 'bo\u200bb' }],
    ['a turned recipient', 'POST', '/posts', { ...message, target_recipients: '\u202ebob' }],
    [
      'a name that looks like an address',
      'POST',
      '/posts',
      { ...message, target_recipients: 'bob@corp.example <x@y.example>' },
    ],
    ['a recipient that is a place here', 'POST', '/posts', { ...message, target_recipients: 'bob<topic' }],
    ['a nested post', 'POST', '/posts', { post: reply }],
    ['a list', 'POST', '/posts', '[1]'],
    ['a truncated document', 'POST', '/posts', '{"raw":"Hi","topic_id":10'],
    ['a name of the language', 'POST', '/posts', '{"raw":"Hi","topic_id":101,"__proto__":{"raw":"x"}}'],
    ['a field twice', 'POST', '/posts', '{"raw":"a","topic_id":1,"raw":"b"}'],
    ['a request that wants to be another', 'POST', '/posts', { ...reply, _method: 'delete' }],
    ['an edit without its text', 'PUT', '/posts/502', { post: { edit_reason: 'x' } }],
    ['an edit with two texts', 'PUT', '/posts/502', { raw: 'a', post: { raw: 'b' } }],
    ['an edit of what the post is', 'PUT', '/posts/502', { post: { raw: 'a', post_type: 1 } }],
    ['an edit by a POST', 'POST', '/posts/502', { post: { raw: 'a' } }],
    ['a topic that becomes something else', 'PUT', '/t/101', { archetype: 'private_message' }],
    ['posts moved to two places', 'POST', '/t/77/move-posts', { post_ids: [1], destination_topic_id: 101, title: 'x' }],
    ['a merge that lets people in', 'POST', '/t/77/merge-topic', { destination_topic_id: 110, participants: 'bob' }],
    [
      'topics moved that nobody names',
      'PUT',
      '/topics/bulk',
      { filter: 'unread', operation: { type: 'change_category' } },
    ],
    ['an unreadable invitation', 'POST', '/invites', { email: 'a@b.example,c' + '\u200b@d.example' }],
    ['a post that becomes visible', 'PUT', '/posts/502/unhide', {}],
    ['another kind of post', 'PUT', '/posts/502/post_type', { post_type: 1 }],
    ['an old revision', 'PUT', '/posts/502/revisions/3/revert', {}],
    ['a form post of old', 'POST', '/compose', {}],
    ['a path with another ending', 'POST', '/posts.xml', reply],
    ['a chat message with blocks', 'POST', '/chat/5', { message: 'x', blocks: [] }],
    ['a new chat channel', 'POST', '/chat/api/channels', { name: 'x' }],
    ['a list of invitations', 'POST', '/invites/upload_csv', {}],
  ])('%s is surely seen by others and cannot be read', (_name, method, path, values) => {
    expect(json(method, path, values).kind).toBe('unreadable-act');
  });

  it('reads many recipients, each once, and thousands as unreadable, never as nobody', () => {
    const to = (count: number) => Array.from({ length: count * 2 }, (_, i) => `u${i % count}`).join(',');
    const described = json('POST', '/posts', { ...message, target_recipients: to(300) });
    expect(described.kind === 'acts' && described.acts[0].thread.split(',').length).toBe(300);
    expect(json('POST', '/posts', { ...message, target_recipients: to(5_000) }).kind).toBe('unreadable-act');
  });

  it('lists as many files as anybody looks through', () => {
    const files = (count: number) => Array.from({ length: count }, (_, i) => `![](upload://a${i}.png)`).join(' ');
    const filesOf = (raw: string) => {
      const described = json('POST', '/posts', { ...reply, raw });
      return described.kind === 'acts' ? described.acts[0].attachments : null;
    };
    expect(filesOf(files(100))).toHaveLength(100);
    expect(filesOf(files(101))).toBe('unknown');
  });

  it.each([
    '/message-bus/ab12/poll',
    '/topics/timings',
    '/drafts.json',
    '/drafts/topic_1.json',
    '/presence/update',
    '/session',
    '/clicks/track',
    '/chat/api/channels/5/drafts',
    '/chat/api/channels/5/threads/2/drafts.json',
    '/chat/api/channels/5/read',
  ])('%s is needed by the site and seen by nobody', (path) => {
    expect(json('POST', path, {}).kind).toBe('not-an-act');
  });

  it.each<readonly [string, string, string, Values]>([
    ['a bookmark', 'PUT', '/t/101/bookmark', {}],
    ['a bookmark of a post', 'POST', '/bookmarks.json', { bookmarkable_id: 1 }],
    ['a notification level', 'POST', '/t/a-slug/101/notifications', { notification_level: 3 }],
    ['a like', 'POST', '/post_actions', { id: 502, post_action_type_id: 2 }],
    ['a vote', 'PUT', '/polls/vote.json', { post_id: 1 }],
    ['a topic that is closed', 'PUT', '/t/101/status', { status: 'closed', enabled: true }],
    ['a timer that closes', 'POST', '/t/101/timer', { status_type: 'close' }],
    ['somebody put out', 'PUT', '/t/110/remove-allowed-user', { username: 'bob' }],
    ['a setting of one’s own', 'PUT', '/u/alice.json', { email_digests: false }],
    ['a reaction in chat', 'PUT', '/chat/5/react/12', { emoji: 'heart' }],
    ['an upload, which the post that names it will show', 'POST', '/uploads.json', {}],
  ])('%s is left to people and refused to agents', (_name, method, path, values) => {
    expect(json(method, path, values).kind).toBe('unknown');
  });

  it.each(['/uploads.json', '/invites', '/post_actions', '/message-bus/../posts', '/drafts.json/../posts', '/u/alice'])(
    '%s is not taken for harmless',
    (path) => {
      expect(json('POST', path, {}).kind).not.toBe('not-an-act');
    },
  );

  it('has no harmless path that reaches what others see', () => {
    for (const path of ['/posts', '/chat/5', '/chat/api/channels/5/messages/1', '/t/1', '/invites'])
      expect(matchesAny(HARMLESS_PATHS, path)).toBe(false);
  });

  it('answers something for whatever comes, and never takes a post for harmless', () => {
    const values = fc.dictionary(
      fc.constantFrom('raw', 'topic_id', 'title', 'whisper', 'target_recipients', 'post', 'x'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ACTS), values, fc.string(), ([, method, path, given], more, rest) => {
        const described = json(method, path, { ...given, ...more });
        expect(described.kind).not.toBe('not-an-act');
        if (described.kind === 'acts') expect(described.acts.every((each) => each.thread !== '')).toBe(true);
        expect(['acts', 'unreadable-act', 'unknown']).toContain(
          json(method, `${path}${rest.replace(/[/]/g, '')}`, rest).kind,
        );
      }),
      { numRuns: 10_000 },
    );
  });
});
