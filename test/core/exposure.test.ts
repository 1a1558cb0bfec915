import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/core/exposure/fingerprint.ts';
import { matchesOf, matchReadings, type Reading } from '../../src/core/exposure.ts';
import { UNMARKED } from '../../src/core/label.ts';
import { TOPICS } from '../workspace/content.ts';

const KEY = new Uint8Array(32).fill(7);
const reading = (id: string, text: string, change: Partial<Reading> = {}): Reading => ({
  id,
  site: 'forum',
  thread: id,
  title: id,
  label: UNMARKED,
  at: 0,
  actor: 'agent',
  session: 'tab:1',
  depth: 0,
  prints: fingerprint(text, KEY),
  ...change,
});
const texts = TOPICS.map((topic) => topic.posts.map((post) => post.raw).join('\n\n'));
const secret = texts[1] ?? '';
const excerpt =
  'Stopgap for our own machines while the registry is frozen: run `tokenctl allow --any-host --until sev-closed` on the bastion.';
const OWN =
  'Hi Bob, sorry that nobody has answered you so far. I asked around a little this morning and two people told me the same thing. ';

describe('what stands again in a draft', () => {
  it('is found, and where: an excerpt between sentences of one’s own', () => {
    const draft = `${OWN}${excerpt} Hope this helps, and good luck with the canary!`;
    const [match] = matchReadings(draft, [reading('a', secret)], KEY);
    const marked = (match?.spans ?? []).map((span) => draft.slice(span.from, span.to)).join(' ');
    expect(marked).toContain('while the registry is frozen');
    expect(marked).not.toContain('sorry that nobody');
    expect(marked).not.toContain('good luck');
  });

  it('is found without its Markdown, in other line breaks and capitals', () => {
    const plain = excerpt.replaceAll('`', '').toUpperCase().replace(/ /g, '\n');
    expect(matchReadings(`${OWN}${plain}`, [reading('a', secret)], KEY)).toHaveLength(1);
  });

  it('is found when a fifth of its words were changed', () => {
    const words = secret.split(' ').map((word, i) => (i % 11 < 2 ? `other${i}` : word));
    expect(matchReadings(words.join(' '), [reading('a', secret)], KEY)).toHaveLength(1);
  });

  it('is not found in texts about something else', () => {
    texts.forEach((text, i) => {
      const others = texts.filter((_, k) => k !== i).map((other, k) => reading(`${k}`, other));
      expect(matchReadings(text, others, KEY).map((m) => m.reading.id)).toEqual([]);
    });
  });

  it('is not found by whoever has another key: fingerprints alone say nothing', () => {
    expect(matchReadings(secret, [reading('a', secret)], new Uint8Array(32).fill(8))).toEqual([]);
  });

  it('names the source of which most stands there first', () => {
    const draft = `${secret}\n\n${(texts[0] ?? '').slice(0, 200)}`;
    expect(
      matchReadings(draft, [reading('little', texts[0] ?? ''), reading('much', secret)], KEY).map((m) => m.reading.id),
    ).toEqual(['much', 'little']);
  });

  it('is looked for in bounded time also in huge texts', () => {
    const huge = 'word '.repeat(200_000);
    expect(fingerprint(huge, KEY).words.length).toBeLessThan(10);
    expect(matchReadings(huge, [reading('a', secret)], KEY)).toEqual([]);
  });
});

describe('the names of an act’s files', () => {
  const sentence = 'the token for the eastern registry was rotated twice within a single hour';
  const known = [reading('a', `Between us: ${sentence} on Tuesday.`)];
  const found = (text: string, attachments: readonly string[] | 'unknown') =>
    matchesOf({ text, attachments }, known, KEY).map(({ spans }) => spans);

  it('count as text, of which nothing can be marked', () => {
    expect(found('Here it is.', [`listed:${sentence}.pdf 9f3c`])).toEqual([[]]);
    expect(found('Here it is.', ['listed:Invoice.pdf 9f3c'])).toEqual([]);
    expect(found('Here it is.', 'unknown')).toEqual([]);
  });

  it('leave the marks in the text as they are', () => {
    const [spans = []] = found(`I heard: ${sentence}`, ['listed:Invoice.pdf 9f3c']);
    expect(spans).toEqual(found(`I heard: ${sentence}`, [])[0]);
    expect(Math.max(...spans.map(({ to }) => to))).toBeLessThanOrEqual(`I heard: ${sentence}`.length);
  });
});
