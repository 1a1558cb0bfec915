/** The stand-in forum tells the truth: who may read what, what arrived, and what of it others see. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Forum, startForum } from './forum.ts';
import { ask, makeTls, signedInAs } from './loopback.ts';

let forum: Forum;

beforeAll(async () => {
  forum = await startForum({ tls: await makeTls('forum.corp.example') });
});
beforeEach(() => forum.reset());
afterAll(() => forum.close());

const get = async (path: string, user = 'alice') =>
  ask(forum.port, { path, cookie: await signedInAs(forum.port, user) });

describe('who may read what', () => {
  it.each([
    '/t/77.json',
    '/t/sev1-key-leak/77',
    '/t/sev1-key-leak/77/2',
    '/raw/77',
    '/posts/402.json',
    '/c/7.json',
    '/c/7/visible_groups.json',
  ])('shows %s to Alice and not to Bob', async (path) => {
    expect((await get(path, 'alice')).status).toBe(200);
    const toBob = await get(path, 'bob');
    expect(toBob.status).toBe(403);
    expect(toBob.body).not.toMatch(/tokenctl allow|tk-eu-4/);
  });

  it('names the error as Discourse does', async () => {
    expect(JSON.parse((await get('/t/77.json', 'bob')).body)).toMatchObject({ error_type: 'invalid_access' });
  });

  it('keeps restricted threads out of lists, search and the preloaded data', async () => {
    for (const path of ['/latest.json', '/search.json?q=tokenctl', '/site.json', '/']) {
      expect((await get(path, 'bob')).body).not.toMatch(/SEV1|tk-eu-4|war room/);
      if (path !== '/site.json') expect((await get(path, 'alice')).body).toContain('SEV1 key leak');
    }
  });

  it('asks for a login where nobody is signed in', async () => {
    expect((await ask(forum.port, { path: '/latest.json' })).status).toBe(403);
    expect((await ask(forum.port, { path: '/t/101' })).body).toContain('login-account-name');
  });

  it('says who is in a message, and shows it to nobody else', async () => {
    const message = JSON.parse((await get('/t/110.json', 'bob')).body);
    expect(message).toMatchObject({ archetype: 'private_message', details: { allowed_groups: [] } });
    expect(message.details.allowed_users.map((user: { username: string }) => user.username)).toEqual(['alice', 'bob']);
    expect((await get('/t/110.json', 'maria')).status).toBe(403);
  });

  it('knows whether those named could read a topic', async () => {
    const answer = await get(
      '/composer/mentions.json?names[]=bob&names[]=ken&names[]=employees&names[]=sev-team&topic_id=77',
    );
    expect(JSON.parse(answer.body)).toMatchObject({
      user_reasons: { bob: 'category' },
      groups: { employees: { user_count: 1240, notified_count: 4 }, 'sev-team': { user_count: 4, notified_count: 4 } },
      group_reasons: { employees: 'some_not_allowed' },
    });
  });

  it('gives topics, groups and people in the shapes of Discourse', async () => {
    expect(JSON.parse((await get('/t/101.json')).body)).toMatchObject({ id: 101, category_id: 5, posts_count: 3 });
    expect(JSON.parse((await get('/g/sev-team/members.json')).body)).toMatchObject({ meta: { total: 4 } });
    expect(JSON.parse((await get('/u/bob.json')).body)).toMatchObject({
      user: { username: 'bob', groups: [{ name: 'employees' }] },
    });
    expect(JSON.parse((await get('/session/current.json')).body)).toMatchObject({
      current_user: { username: 'alice' },
    });
  });
});

const TEXT = 'Grüße, Bob:\nuse `tokenctl` & wait = 100%';
const FIELDS = { raw: TEXT, topic_id: '101', archetype: 'regular' };
const FORM = new URLSearchParams(FIELDS).toString();
const PARTS = Object.entries(FIELDS).map(
  ([name, value]) =>
    `--xyz\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value.replace('\n', '\r\n')}\r\n`,
);
const PLAIN = Object.entries(FIELDS).map(([name, value]) => `${name}=${value.replace('\n', '\r\n')}\r\n`);

const ENCODINGS: readonly (readonly [name: string, path: string, type: string, body: string])[] = [
  ['urlencoded', '/posts', 'application/x-www-form-urlencoded; charset=UTF-8', FORM],
  ['to /posts.json', '/posts.json', 'application/x-www-form-urlencoded', FORM],
  ['JSON', '/posts', 'application/json', JSON.stringify(FIELDS)],
  ['nested JSON', '/posts', 'application/json', JSON.stringify({ post: FIELDS })],
  ['multipart', '/posts', 'multipart/form-data; boundary=xyz', `${PARTS.join('')}--xyz--\r\n`],
  ['text/plain with a form', '/posts', 'text/plain;charset=UTF-8', FORM],
  ['text/plain with JSON', '/posts', 'text/plain', JSON.stringify(FIELDS)],
  ['text/plain as forms send it', '/posts', 'text/plain', PLAIN.join('')],
  ['a Blob without a type', '/posts', '', FORM],
  ['query only', `/posts?${FORM}`, '', ''],
  ['an encoded path', '/%70osts', 'application/x-www-form-urlencoded', FORM],
  ['doubled slashes', '//posts/', 'application/x-www-form-urlencoded', FORM],
  ['a form post to another address', '/compose', 'application/x-www-form-urlencoded', FORM],
];

describe('what arrives', () => {
  it.each(ENCODINGS)('is published and recorded: %s', async (_, path, type, body) => {
    const cookie = await signedInAs(forum.port, 'alice');
    const answer = await ask(forum.port, { method: 'POST', path, cookie, type, body });
    expect(JSON.parse(answer.body)).toMatchObject({
      action: 'create_post',
      post: { topic_id: 101, username: 'alice' },
    });
    expect(forum.published()).toHaveLength(1);
    expect(forum.published()[0]).toMatchObject({ kind: 'post', raw: TEXT, topicId: 101, user: 'alice', body, path });
    expect((await get('/t/101.json', 'bob')).body).toContain('tokenctl');
    expect(JSON.parse((await get('/t/101.json')).body).posts_count).toBe(4);
  });

  it('is published without a session too', async () => {
    await ask(forum.port, { method: 'POST', path: '/posts', type: 'application/x-www-form-urlencoded', body: FORM });
    expect(forum.published()).toMatchObject([{ user: null, raw: TEXT }]);
  });

  it('tells topics, messages and edits apart', async () => {
    const cookie = await signedInAs(forum.port, 'alice');
    const post = (method: string, path: string, fields: Record<string, string>) =>
      ask(forum.port, {
        method,
        path,
        cookie,
        type: 'application/x-www-form-urlencoded',
        body: new URLSearchParams(fields).toString(),
      });
    await post('POST', '/posts', { raw: 'new', title: 'A title', category: '9' });
    await post('POST', '/posts', {
      raw: 'hello',
      title: 'A word',
      archetype: 'private_message',
      target_recipients: 'bob,sev-team',
    });
    await post('PUT', '/posts/502', { 'post[raw]': 'changed' });
    await post('PUT', '/t/x/101.json', { title: 'Another title' });
    expect(forum.published().map(({ kind, topicId }) => [kind, topicId])).toEqual([
      ['topic', null],
      ['message', null],
      ['edit', 101],
      ['edit', 101],
    ]);
    const topic = JSON.parse((await get('/t/101.json')).body);
    expect([topic.title, topic.post_stream.posts[1].cooked]).toEqual(['Another title', '<p>changed</p>']);
  });

  it('does not publish drafts, timings, presence, sessions or what has no text', async () => {
    const cookie = await signedInAs(forum.port, 'alice');
    const type = 'application/x-www-form-urlencoded';
    const data = JSON.stringify({ reply: 'not yet' });
    await ask(forum.port, {
      method: 'POST',
      path: '/drafts.json',
      cookie,
      type,
      body: new URLSearchParams({ draft_key: 'topic_101', data }).toString(),
    });
    await ask(forum.port, {
      method: 'POST',
      path: '/topics/timings',
      cookie,
      type,
      body: 'topic_id=101&topic_time=1000',
    });
    await ask(forum.port, { method: 'POST', path: '/presence/update', cookie, type, body: 'client_id=1' });
    expect(
      (await ask(forum.port, { method: 'POST', path: '/posts', cookie, type, body: 'topic_id=101&raw=' })).status,
    ).toBe(422);
    expect((await ask(forum.port, { method: 'DELETE', path: '/session/alice', cookie })).status).toBe(200);
    expect(forum.published()).toHaveLength(0);
    expect(forum.arrivals.map(({ kind }) => kind)).toEqual(['draft', 'quiet', 'quiet', 'unknown', 'quiet']);
    expect(JSON.parse((await get('/drafts/topic_101.json')).body).draft).toBe(data);
    expect(JSON.parse((await get('/drafts/topic_101.json', 'bob')).body).draft).toBeNull();
  });

  it('records a WebSocket and refuses it', async () => {
    const answer = await ask(forum.port, { path: '/posts-ws', upgrade: true });
    expect(answer.status).toBe(400);
    expect(forum.arrivals).toMatchObject([{ method: 'WEBSOCKET', kind: 'unknown', path: '/posts-ws' }]);
  });

  it('is forgotten by a reset, and the old content is back', async () => {
    await ask(forum.port, { method: 'POST', path: '/posts', type: 'application/json', body: JSON.stringify(FIELDS) });
    forum.reset();
    expect(forum.arrivals).toHaveLength(0);
    expect(JSON.parse((await get('/t/101.json')).body).posts_count).toBe(3);
  });

  it('is shown escaped', async () => {
    const raw = '<img src=x onerror=alert(1)> `</code><script>` @bob **<b>**';
    await ask(forum.port, {
      method: 'POST',
      path: '/posts',
      type: 'application/json',
      body: JSON.stringify({ ...FIELDS, raw }),
    });
    const { cooked } = JSON.parse((await get('/t/101.json')).body).post_stream.posts[3];
    expect(cooked.replace(/<\/?(p|code|strong)>|<a class="mention" href="\/u\/bob">|<\/a>/g, '')).not.toMatch(/[<>]/);
    expect((await get('/t/101')).body).not.toContain('<img src=x');
  });
});

it('leads only to its own addresses after signing in', async () => {
  for (const next of ['https://evil.example/', '//evil.example/', '/\\evil.example']) {
    const answer = await ask(forum.port, { path: `/session/dev?user=alice&next=${encodeURIComponent(next)}` });
    expect(answer.headers.location).toBe('/');
  }
});
