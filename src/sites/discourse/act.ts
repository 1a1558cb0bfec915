/** What is Discourse's own in the description of an act: files that a text names, titles, tags and switches. */
import { act as anyAct, forumAct, type Given } from '../forum-act.ts';
import type { Described, DescribedAct } from '../site.ts';

/** A description with one act. */
export function act(given: Given): Described {
  return anyAct({ ...given, attachments: given.attachments ?? uploadsIn(given.text) });
}

/** One act, with the files that its text names. */
export function discourseAct(given: Given): DescribedAct {
  return forumAct({ ...given, attachments: given.attachments ?? uploadsIn(given.text) });
}

/** As many files as anybody looks through. */
const MOST_FILES = 100;

/** Files of the forum that a text names; their names are made from their content (SHA-1 in base 62). */
function uploadsIn(text: string): readonly string[] | 'unknown' {
  const named = text.matchAll(/upload:\/\/[A-Za-z0-9]{1,40}(?:\.[A-Za-z0-9]{1,10})?/g);
  const found = [...new Set([...named].map(([name]) => name))];
  return found.length > MOST_FILES ? 'unknown' : found;
}

/** What others will read of a new topic or message: title, tags, what stands beside them, text. */
export function newTopicText(title: string, raw: string, tags: string, marks: readonly string[] = []): string {
  return [title, tags === '' ? '' : `#${tags}`, ...marks, raw].filter((part) => part !== '').join('\n\n');
}

/**
 * The tags that a request gives, as names: "a,b", "tags[0]=a", or since 2026 "tags[0][name]=a" with an id. The server
 * believes the id, so that a name beside one is only a claim and both are signed.
 */
export function tagsIn(fields: ReadonlyMap<string, string>): string {
  const found = new Map<string, string>();
  for (const [name, value] of fields) {
    const [, index = '', part = ''] = /^tags(?:\[(\d{1,4})\](?:\[(id|name)\])?)?$/.exec(name) ?? [];
    if (!/^tags\b/.test(name) || value === '') continue;
    found.set(index, [found.get(index), part === 'id' ? `(${value})` : value].filter((each) => each).join(' '));
  }
  return [...found.values()].join(',');
}

/** Fields whose values may be lists; elsewhere a list is another thing than one value, and servers drop it. */
const LISTS = new Set(['tags', 'tag_ids', 'post_ids', 'participants']);

/** The first field that is not among the known ones; null when all are. */
export function strangerIn(fields: ReadonlyMap<string, string>, known: ReadonlySet<string>): string | null {
  const isKnown = (name: string) => known.has(name) || (LISTS.has(stemOf(name)) && known.has(stemOf(name)));
  return [...fields.keys()].find((name) => !isKnown(name)) ?? null;
}

/** "tags" for "tags[0][name]". */
function stemOf(name: string): string {
  return /^(\w+)\[\d{1,5}\]/.exec(name)?.[1] ?? '';
}

/** A switch of a request: older and newer servers agree only on these words. */
export function isOn(fields: ReadonlyMap<string, string>, name: string): boolean | 'unclear' {
  const value = fields.get(name) ?? '';
  return value === 'true' || (value === '' || value === 'false' ? false : 'unclear');
}
