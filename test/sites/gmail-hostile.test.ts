/** Hostile mail requests from their bytes on, as the network sees them: read exactly, or held as what cannot be read. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { describeRequest } from '../../src/sites/gmail/requests.ts';
import { type BrowserBody, readBrowserBody } from '../../src/sites/read-body.ts';
import type { Described } from '../../src/sites/site.ts';
import { BOB, message, QUOTE, request, SEND, update } from './gmail-fixtures.ts';

const post = (body: BrowserBody | null, query = 'hl=en&c=7', path = '/sync/u/0/i/s', method = 'POST'): Described =>
  describeRequest({ method, path, body: readBrowserBody(body, new URLSearchParams(query)) });
const bytes = (data: Uint8Array): BrowserBody => ({ raw: [{ bytes: data.slice().buffer }] });
const text = (written: string): BrowserBody => bytes(new TextEncoder().encode(written));
const send = (mail: Partial<Parameters<typeof message>[1]> = {}) =>
  JSON.stringify(request(update(message('msg-a:r81', { labels: SEND, to: BOB, ...mail }))));
const person = (address: string, name?: string) => (name === undefined ? [1, address] : [1, address, name]);

describe('a send is held as what cannot be read', () => {
  it.each<[string, Described]>([
    ['cut off', post(text(send().slice(0, -40)))],
    ['cut off in the middle of a letter', post(bytes(new TextEncoder().encode(send({ subject: '…' })).slice(0, 500)))],
    ['of 16 MiB, where one browser cuts it off', post(text(send({ subject: 'x'.repeat(16_777_216) })))],
    ['packed', post(bytes(new Uint8Array(gzipSync(send()))))],
    ['in another encoding', post(bytes(new Uint8Array(Buffer.from(send(), 'utf16le'))))],
    ['with a file beside it', post({ raw: [{ bytes: new TextEncoder().encode(send()).buffer }, { file: '/tmp/x' }] })],
    ['of several parts with a file', post({ formData: { req: [send()], file: [new Uint8Array(1)] } })],
    ['as a form', post({ formData: { req: [send()] } })],
    ['in the address alone', post(null, `req=${encodeURIComponent(send())}`)],
    ['in the address beside a harmless body', post(text('[null,[],null,[1],2]'), `req=${encodeURIComponent(send())}`)],
    [
      'with the name of an object’s ancestor',
      post(
        text(`{"2":{"1":[{"1":"3","2":{"1":"thread-a:r1","2":{"14":{"1":{"__proto__":${send()}}}}}}]},"4":{"2":"1"}}`),
      ),
    ],
    ['in a thread called undefined', post(text(send().replace('thread-a:r26', 'undefined')))],
    ['by a message called undefined', post(text(send().replaceAll('msg-a:r81', 'undefined')))],
    [
      'with a recipient behind a mark that turns the text',
      post(text(send({ to: [person('bob\u202e@corp.example')] }))),
    ],
    ['with a recipient of no width', post(text(send({ to: [person('bob@corp\u200b.example')] })))],
    ['with a recipient that holds two', post(text(send({ to: [person('bob@corp.example,eve@evil.example')] })))],
    ['with one recipient of thousands that is none', post(text(send({ to: [...people(3_000), person('nobody')] })))],
  ])('%s', (_name, described) => {
    expect(described.kind).toBe('unreadable-act');
  });
});

function people(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, i) => person(`p${i}@corp.example`));
}

describe('a send is read exactly', () => {
  const read = (mail: Partial<Parameters<typeof message>[1]>) => {
    const described = post(text(send(mail)));
    if (described.kind !== 'acts') throw new Error(described.kind);
    return described.acts[0];
  };

  it('by whatever method', () => {
    expect(post(text(send()), 'hl=en', '/sync/u/0/i/s', 'PUT')).toEqual(post(text(send())));
  });

  it('padded with blanks on all sides', () => {
    expect(post(text(`${' '.repeat(1_100_000)}${send()}\n\t `))).toEqual(post(text(send())));
  });

  it('to thousands, each once', () => {
    const { recipients } = read({ to: [...people(3_000), ...people(10)], bcc: people(2_000) });
    expect(recipients?.to).toHaveLength(3_000);
    expect(recipients?.bcc).toHaveLength(2_000);
  });

  it('to addresses, whatever the names beside them say', () => {
    const names = [
      'bob@corp.example',
      '"bob@corp.example" <bob@corp.example>',
      'Bob \u202e\u200b',
      '',
      'x'.repeat(9_000),
    ];
    expect(read({ to: names.map((name, i) => person(`eve${i}@evil.example`, name)) }).recipients?.to).toEqual(
      names.map((_, i) => `eve${i}@evil.example`),
    );
  });

  it('with signs that turn or hide text kept in it, for the review to show', () => {
    expect(read({ subject: 'a\u202eb\u200bc' }).text.startsWith('a\u202eb\u200bc\n\n')).toBe(true);
  });

  it('with quotations in quotations counted from the first on', () => {
    const nested = `<div>new</div>${QUOTE.repeat(3)}<div class="gmail_quote"><div class="gmail_quote">deep</div></div>after`;
    const { text: whole, quoted } = read({ parts: [[0, nested]] });
    expect(whole.endsWith(quoted)).toBe(true);
    expect(whole.slice(0, whole.length - quoted.length).trim()).toBe('Plan\n\nnew');
    expect(quoted).toContain('after');
  });

  it('with markup that never ends', () => {
    expect(read({ parts: [[0, '<div>'.repeat(20_000)]] }).text).toBe('Plan\n\n');
    expect(read({ parts: [[0, `<a href="${'x'.repeat(100_000)}`]] }).kind).toBe('send');
  });
});
