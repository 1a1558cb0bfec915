/** The stand-in mail's pages: Gmail's landmarks, a strict policy, and nothing for those who are not signed in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, makeTls, signedInToMailAs } from './loopback.ts';
import { type Mail, startMail } from './mail.ts';

let mail: Mail;
let cookie: string;

beforeAll(async () => {
  mail = await startMail({ tls: await makeTls('mail.google.com') });
  cookie = await signedInToMailAs(mail.port, 'alice');
});
afterAll(() => mail.close());

const poll = (name: string, body: string) =>
  ask(mail.port, { method: 'POST', path: `/sync/u/0/i/${name}`, cookie, body });

describe('the pages', () => {
  const read = (path: string, as = cookie) => ask(mail.port, { path, cookie: as });

  it('ask for an account first, and lead back', async () => {
    const away = await read('/mail/u/0/?view=cm&to=bob@corp.example', '');
    expect(away).toMatchObject({ status: 302 });
    const page = await read(String(away.headers.location), '');
    expect(page.body).toContain('name="identifier"');
    const body = String(new URLSearchParams({ identifier: 'alice@corp.example', continue: '/mail/u/0/?view=cm' }));
    const type = 'application/x-www-form-urlencoded';
    const signedIn = await ask(mail.port, { method: 'POST', path: '/ServiceLogin', type, body });
    expect(signedIn.headers).toMatchObject({ location: '/mail/u/0/?view=cm' });
    expect((await read('/mail/dev?user=alice&next=//evil.example')).headers.location).toBe('/mail/u/0/');
  });

  it('carry Gmail’s landmarks and the account, under a strict policy', async () => {
    const { body, headers } = await read('/mail/u/0/');
    expect(body).toContain('<title>Inbox - alice@corp.example - Corp Mail</title>');
    expect(body).toMatch(/aria-label="Google Account: Alice Chen {2}&#10;\(alice@corp\.example\)"/);
    for (const mark of ['gh="tm"', 'gh="tl"', 'gh="sb"', 'class="dw"', 'class="no"']) expect(body).toContain(mark);
    expect(body).not.toMatch(/<script>|style="|agent\.js/);
    expect(headers['content-security-policy']).toContain("script-src 'self'; connect-src 'self';");
  });

  it('carry the page assistant only when asked to, and what its code needs', async () => {
    const { body, headers } = await read('/mail/u/0/', `${cookie}; assistant=on`);
    expect(body).toContain('https://assistant.corp.example/agent.js');
    expect(headers['content-security-policy']).toMatch(/'unsafe-eval'.*connect-src 'self' https:\/\/assistant/);
  });

  it('load their own files and nothing else', async () => {
    const { body } = await read('/mail/u/0/');
    for (const [, path = ''] of body.matchAll(/(?:src|href)="(\/_\/[^"]+)"/g)) {
      expect((await read(path, '')).status, path).toBe(200);
    }
    expect((await read('/_/mail/..%2F..%2Fmail.ts', '')).status).toBe(404);
  });

  it('list the confidential conversation and tell it in full', async () => {
    const [threads] = JSON.parse((await poll('bv', '[[null,"^i",50]]')).body);
    const found = threads.find(([subject]: [string]) => subject === 'Q4 restructuring: list of teams');
    expect(found[4][1][10]).toEqual(expect.arrayContaining(['^i', '^u', '^x_1']));
    const [[whole]] = JSON.parse((await poll('fd', JSON.stringify([[[found[3]]]]))).body);
    for (const each of whole[4]) expect(each[8][1][0][1]).toContain('Classification: Confidential');
    expect(threads.length).toBeGreaterThanOrEqual(10);
  });
});
