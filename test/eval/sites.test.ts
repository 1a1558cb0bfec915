/** What `npm run eval -- sites` says of recorded requests and answers; nothing may end its run. */
import { describe, expect, it } from 'vitest';
import { BOB, DRAFT, labels, message, QUOTE, reply, request, SEND, update } from '../sites/gmail-fixtures.ts';
import { readRecording } from './sites/read-recording.ts';

const sent = (mail: Partial<Parameters<typeof message>[1]> = {}) =>
  message('msg-a:r1', { labels: SEND, to: BOB, ...mail });
const draft = message('msg-a:r2', { labels: DRAFT, to: BOB });

describe('a recorded request', () => {
  it('is read with its recipients and the lengths of what is new and what is quoted', () => {
    const { acts, ...rest } = readRecording(
      JSON.stringify(
        request(
          reply(
            sent({
              parts: [
                [0, 'Hi Bob'],
                [2, QUOTE],
              ],
            }),
          ),
        ),
      ),
    );
    expect(rest).toMatchObject({ site: 'gmail', what: 'request', is: 'acts', drafts: 0, sends: 1, scheduled: 0 });
    expect(acts).toMatchObject([{ kind: 'send', to: ['bob@corp.example'], recipients: { to: 1, cc: 0, bcc: 0 } }]);
    expect((acts as { readonly quotedText: number }[])[0]?.quotedText).toBeGreaterThan(10);
  });

  it.each<[string, unknown, object]>([
    ['a draft', request(update(draft)), { is: 'not-an-act', drafts: 1, sends: 0 }],
    ['a draft beside a send', request(update(draft), update(sent())), { is: 'acts', drafts: 1, sends: 1 }],
    ['a mail for later', request(update(sent({ labels: ['^all', '^scheduled'] }))), { is: 'acts', scheduled: 1 }],
    ['an unread marker', request(labels(['^u'], null)), { is: 'not-an-act', drafts: 0, sends: 0 }],
  ])('of %s', (_name, document, expected) => {
    expect(readRecording(JSON.stringify(document))).toMatchObject({ site: 'gmail', what: 'request', ...expected });
  });

  it('is read at its own address where the recording names one', () => {
    const url = 'https://forum.corp.example/posts';
    expect(readRecording(JSON.stringify({ method: 'post', url, body: 'raw=Hello&topic_id=101' }))).toMatchObject({
      site: 'discourse',
      acts: [{ kind: 'reply', thread: 'topic:101', newText: 5 }],
    });
  });

  it('is read as a form', () => {
    expect(readRecording('raw=Hello+there&topic_id=7')).toMatchObject({ site: 'discourse', is: 'acts' });
  });
});

describe('what is no recording', () => {
  it.each([
    ['nothing', ''],
    ['half a document', '[null,[[["1",["thread-a:r1"'],
    ['a prototype key', '{"__proto__":{"id":1}}'],
    ['numbers alone', '12345'],
    ['deep nesting', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['a page', '<p>Hello</p>'],
  ])('is called so: %s', (_name, text) => {
    expect(readRecording(text)).toEqual({ site: null, what: 'unknown' });
  });
});

describe('an answer of a forum', () => {
  it('is read as facts', () => {
    const topic = {
      id: 5,
      title: 'T',
      category_id: 7,
      tags: [],
      details: {},
      post_stream: { posts: [{ cooked: '<p>Hi</p>' }] },
    };
    expect(readRecording(JSON.stringify(topic))).toMatchObject({
      site: 'discourse',
      what: 'answer',
      area: 'category:7',
    });
  });
});
