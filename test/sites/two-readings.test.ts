/** Requests that a server may read in another way than they look: never an act with other words or other readers. */
import { describe, expect, it } from 'vitest';
import type { RequestDescription, SiteDescription } from '../../src/core/site-description.ts';
import { mayBeCrafted } from '../../src/sites/crafted-form.ts';
import { describeRequest as discourse, sendPath } from '../../src/sites/discourse/requests.ts';
import { discourse as discourseSite } from '../../src/sites/discourse.ts';
import { describedSite } from '../../src/sites/generic.ts';
import { describeRequest as nodebb } from '../../src/sites/nodebb/requests.ts';
import { matchesAny } from '../../src/sites/patterns.ts';
import { readBrowserBody, readPageBody } from '../../src/sites/read-body.ts';

const noQuery = new URLSearchParams();
const read = (text: string) => readPageBody(text, noQuery);
const posted = (path: string, text: string, method = 'POST') => discourse({ method, path, body: read(text) });
const json = (path: string, value: unknown, method = 'POST') => posted(path, JSON.stringify(value), method);

describe('a body that is a form as well as something else', () => {
  it.each([
    ['in a field that says nothing', { raw: 'Hi', topic_id: 5, draft_key: '&raw=The+plan&topic_id=7&draft_key=' }],
    ['in the text', { raw: 'Hi &raw=The+plan&topic_id=7&x=', topic_id: 5 }],
    ['below another name', { post: { raw: 'Hi', cooked: '&post[raw]=The+plan&x=' } }],
    ['under a name that is escaped', { raw: 'Hi', topic_id: 5, locale: '&raw=The+plan&x=' }],
    ['in percent form', { raw: 'Hi', topic_id: 5, locale: '&r%61w=The+plan&x=' }],
  ])('JSON with a form %s is unreadable', (_name, value) => {
    const text = JSON.stringify(value).replace('"raw"', '"\\u0072aw"');
    expect(read(text)).toEqual({ kind: 'unreadable', why: 'it is a form as well' });
    const bytes = new TextEncoder().encode(text).buffer;
    expect(readBrowserBody({ raw: [{ bytes }] }, noQuery).kind).toBe('unreadable');
  });

  it('takes a text with "&" and an address in it for what it is', () => {
    const value = { raw: 'AT&T says "a & b": https://x.example/?page=1&size=2', topic_id: 5 };
    expect(json('/posts.json', value)).toMatchObject({ kind: 'acts', acts: [{ text: value.raw }] });
  });

  it('reads no form with the parts of another one in a field', () => {
    const inner = '\r\n--B\r\nContent-Disposition: form-data; name="raw"\r\n\r\nThe plan\r\n--B--';
    const form = { raw: ['Hi'], topic_id: ['5'], draft_key: [inner] };
    expect(readBrowserBody({ formData: form }, noQuery)).toEqual({
      kind: 'unreadable',
      why: 'a form stands in a field',
    });
  });
});

describe('a name that servers read differently', () => {
  it.each([
    ['a text beside a list', 'preview=1&preview[]=1&text=x'],
    ['a text beside an object', 'text=x&text[a]=y'],
    ['a space before it', 'text=x&%20text=y'],
    ['a bracket before it', 'text=x&[text]=y'],
    ['a NUL in it', 'text=x&text%00a=y'],
  ])('%s makes a form unreadable', (_name, text) => {
    expect(read(text).kind).toBe('unreadable');
  });
});

it('a ";" in an address is an "&" to some servers', () => {
  const body = readPageBody('raw=Hi&category=5&title=T', new URLSearchParams('?draft_key=1;topic_id=7'));
  expect(body).toEqual({ kind: 'unreadable', why: 'its address can be read in two ways' });
});

const request: RequestDescription = {
  act: 'none',
  method: 'POST',
  address: '/edit',
  when: ['preview'],
  unless: ['save_page'],
  thread: '',
  text: [],
  title: null,
  recipients: null,
  files: [],
  ignored: [],
};
const description: SiteDescription = {
  threads: [],
  page: { title: null, documents: null, author: null, labels: null, readers: null, account: null },
  composers: [],
  requests: [request],
};

describe('harmless requests of a described site', () => {
  const kindOf = (text: string) =>
    describedSite(description).describeRequest({ method: 'POST', path: '/edit', body: read(text) }).kind;

  it('pass only where the fields can be read in one way', () => {
    expect(kindOf('preview=1&text=x')).toBe('not-an-act');
    for (const text of ['preview[]=1', 'preview=1&save_page[]=1', 'preview=1&save.page=1', 'preview=1&save%20page=1'])
      expect(kindOf(text)).toBe('unknown');
  });
});

describe('a Discourse request whose fields say two things', () => {
  it('is no whisper and no shared draft where the server would make it public', () => {
    expect(json('/posts.json', { raw: 'Hi', topic_id: 5, whisper: true }).kind).toBe('unreadable-act');
    expect(json('/posts.json', { raw: 'Hi', topic_id: 5, whisper: true, tags: ['a'] }).kind).toBe('unreadable-act');
    expect(json('/posts.json', { raw: 'Hi', title: 'T', category: 5, shared_draft: true }).kind).toBe('unreadable-act');
    expect(json('/posts.json', { raw: 'Hi', topic_id: 5, whisper: 'true' })).toMatchObject({
      acts: [{ thread: 'whispers<topic:5' }],
    });
  });

  it.each([
    ['POST', '/t/5/invite', 'user=eve@outside.example&group=staff'],
    ['POST', '/t/5/invite-group', 'user=bob&group=everyone'],
    ['PUT', '/groups/5/members.json', 'emails=bob@corp.example&user_ids=9'],
    ['PUT', '/groups/5/members.json', 'emails=bob@corp.example&user_emails=eve@outside.example'],
    ['PUT', '/t/5/convert-topic/public', 'category_id=1&destination_category_id=9'],
    ['PUT', '/t/5/publish', 'category_id=9&destination_category_id=1'],
    ['POST', '/t/5/timer', 'status_type=publish_to_category&time=x&category_id=1&destination_category_id=9'],
    [
      'POST',
      '/chat/api/channels/5/messages/moves',
      'destination_channel_id=6&move[destination_channel_id]=1&move[message_ids][]=3',
    ],
    ['POST', '/chat/api/channels/5/archives', 'topic_id=6&archive[type]=existing_topic&archive[topic_id]=1'],
    [
      'POST',
      '/chat/api/channels/5/archives',
      'archive[type]=new_topic&archive[title]=T&archive[topic_id]=1&archive[category_id]=2',
    ],
  ])('%s %s with %s is unreadable', (method, path, text) => {
    expect(posted(path, text, method).kind).toBe('unreadable-act');
  });

  it('names the topic that a channel becomes', () => {
    const archive = { type: 'new_topic', title: 'Old talk', category_id: 2, tags: ['a'] };
    expect(json('/chat/api/channels/5/archives', { archive })).toMatchObject({
      acts: [{ kind: 'move', text: 'chat 5 → new:2\n\nOld talk\n\n#a\n\nall messages' }],
    });
  });
});

it('a release for one topic of Discourse opens the address of no other', () => {
  const { path } = sendPath({ kind: 'edit', thread: 'topic:5<PUT /t/5' });
  expect(matchesAny([path], '/t/any-words/5.json')).toBe(true);
  for (const other of ['/t/77?a=/5', '/t/77?/5.json', '/t/a/77?b=/5']) expect(matchesAny([path], other)).toBe(false);
});

it('a change on a described site counts each thing that it names', () => {
  const trash = { ...request, act: 'trash' as const, when: [], unless: [], thread: 'box', text: ['$.ids[*]', 'ids'] };
  const site = describedSite({ ...description, requests: [trash] });
  const itemsOf = (text: string) => {
    const described = site.describeRequest({ method: 'POST', path: '/edit', body: read(text) });
    return described.kind === 'acts' ? described.acts[0].items : described;
  };
  expect(itemsOf(JSON.stringify({ ids: [1, 2, 3] }))).toBe(3);
  expect(itemsOf('ids=1,2,3,4')).toBe(4);
  expect(itemsOf('ids=Old page')).toBe(1);
});

it('a NodeBB reply that names a post that is there is unreadable', () => {
  const body = read(JSON.stringify({ content: 'Hi', pid: 7 }));
  expect(nodebb({ method: 'POST', path: '/api/v3/topics/5', body }).kind).toBe('unreadable-act');
});

it('a form in parts is a script’s own work on a forum unless a document sends it', () => {
  const parts = 'multipart/form-data; boundary=B';
  const by = (type: string, contentType: string) => mayBeCrafted(discourseSite, type, contentType);
  expect(['xmlhttprequest', 'ping', 'beacon', 'other'].map((type) => by(type, parts))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(by('xmlhttprequest', ' Multipart/Form-Data;boundary=B')).toBe(true);
  expect(['main_frame', 'sub_frame'].map((type) => by(type, parts))).toEqual([false, false]);
  expect(by('xmlhttprequest', 'application/x-www-form-urlencoded')).toBe(false);
  expect(mayBeCrafted(describedSite(description), 'xmlhttprequest', parts)).toBe(false);
});
