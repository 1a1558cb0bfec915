/**
 * Threads that an act on a Discourse forum names itself as what it carries: a quotation says which topic it is from, a
 * move says which topic others will read from now on, an invitation says what it opens.
 */

import { requestOf } from '../forum-act.ts';
import type { DescribedAct, DrawnThread } from '../site.ts';

/** More threads than anybody quotes; the text's own words are compared all the same. */
const MOST_THREADS = 50;

/** Each named thread with the stretch of the text that it explains; `text` in its canonical form. */
export function drawsOn(act: Pick<DescribedAct, 'kind' | 'thread' | 'text'>): readonly DrawnThread[] {
  const whole = { from: 0, to: act.text.length };
  const named = carriedBy(act).map((thread) => ({ thread, ...whole }));
  return [...named, ...quotedIn(act.text)].slice(0, MOST_THREADS);
}

/** What is moved, or opened for somebody: the topic of the request's address, or those that its text lists. */
function carriedBy({ kind, thread, text }: Pick<DescribedAct, 'kind' | 'thread' | 'text'>): readonly string[] {
  const request = kind === 'move' || kind === 'invite' ? requestOf(thread) : null;
  if (request === null) return [];
  const [, place = '', id = ''] = /^\/(t|posts|chat\/api\/channels)\/(\d+)(?:\/|$)/.exec(request.path) ?? [];
  if (id !== '')
    return [place === 't' ? `topic:${Number(id)}` : place === 'posts' ? `post:${Number(id)}` : `chat:${id}`];
  const listed = request.path === '/topics/bulk' ? /^topic (\d{1,15})$/gm : /^topic_id: (\d{1,15})$/gm;
  return [...new Set([...text.matchAll(listed)].map(([, topic]) => `topic:${Number(topic)}`))];
}

/** `[quote="alice, post:3, topic:77"]…[/quote]` and the transcript of a chat. Without a topic it is from the same one. */
function quotedIn(text: string): readonly DrawnThread[] {
  const small = text.toLowerCase();
  const found: DrawnThread[] = [];
  for (const opening of small.matchAll(/\[(quote|chat)[ =][^\]\n]{0,500}\]/g)) {
    if (found.length >= MOST_THREADS) break;
    const [head, word = ''] = opening;
    const topic = /\btopic:\s*(\d{1,15})/.exec(head)?.[1];
    const channel = /\bchannelid=["']?(\d{1,15})/.exec(head)?.[1];
    const thread = topic !== undefined ? `topic:${Number(topic)}` : channel !== undefined ? `chat:${channel}` : null;
    const close = small.indexOf(`[/${word}]`, opening.index);
    const to = close < 0 ? text.length : close + word.length + 3;
    if (thread !== null) found.push({ thread, from: opening.index, to: Math.min(to, text.length) });
  }
  return found;
}
