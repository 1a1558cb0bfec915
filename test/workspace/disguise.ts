/**
 * A site that has changed overnight: other names in its page and in its requests, while all of it goes on working. The
 * stand-ins serve themselves disguised and take what their disguised pages send.
 */
import type { Answer } from './forum-request.ts';

export interface Disguise {
  /** What becomes what in everything that is served, as whole words. */
  readonly served: readonly Renaming[];
  /** The same backwards in what arrives; absent where the requests have not changed. */
  readonly asked?: readonly Renaming[];
}

type Renaming = readonly [from: string, to: string];

const TEXTS = /^(text\/|application\/(json|javascript))/;

/** An answer as the changed site gives it. */
export function disguised(answer: Answer, disguise: Disguise | null): Answer {
  if (disguise === null || !TEXTS.test(answer.type)) return answer;
  return { ...answer, text: asServed(answer.text, disguise) };
}

/** A text of the site (a selector, a request) as the changed site has it. */
export function asServed(text: string, disguise: Disguise): string {
  return disguise.served.reduce((known, renaming) => renamed(known, renaming), text);
}

/** What arrives, as the site would have had it before it changed. */
export function undisguised(text: string, disguise: Disguise | null): string {
  return (disguise?.asked ?? []).reduce((known, renaming) => renamed(known, renaming), text);
}

/** Whole words: "hP" is none in "hPanel", and "topic-post" none in "topic-posts". */
function renamed(text: string, [from, to]: Renaming): string {
  const word = (edge: string | undefined) => (edge !== undefined && /[\w-]/.test(edge) ? '(?![\\w-])' : '');
  const before = /^[\w-]/.test(from) ? '(?<![\\w-])' : '';
  const escaped = from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`${before}${escaped}${word(from.at(-1))}`, 'g'), () => to);
}
