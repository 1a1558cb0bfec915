/**
 * How acts on a Discourse forum are named. A thread is where it goes ("topic:101", "new:5", "people:alice,bob",
 * "whispers", "chat:5"), and behind a "<", where the place alone does not say it, which request or which thing: what
 * moves, who is let in. One act, one name.
 */
import { parseAddress } from '../addresses.ts';
import type { Described, DescribedAct } from '../site.ts';

/** A write as it was read: its path without slashes too many and without ".json". */
export interface Write {
  readonly method: string;
  readonly path: string;
  readonly fields: ReadonlyMap<string, string>;
  /** What the path's pattern has found in it. */
  readonly parts: readonly string[];
}

type Given = Pick<DescribedAct, 'kind' | 'thread' | 'text'> & Partial<Pick<DescribedAct, 'attachments' | 'items'>>;

/** A description with one act. */
export function act(given: Given): Described {
  return { kind: 'acts', acts: [forumAct(given)] };
}

/** In a forum the place alone decides who reads, quotations are the author's own, and messages have no name yet. */
export function forumAct(given: Given): DescribedAct {
  return {
    kind: given.kind,
    thread: given.thread,
    text: given.text,
    attachments: given.attachments ?? uploadsIn(given.text),
    quoted: '',
    recipients: null,
    messageId: null,
    items: given.items ?? 1,
  };
}

export function unreadable(why: string): Described {
  return { kind: 'unreadable-act', why };
}

/** The thread of an act that only its request tells apart from others that go to the same place. */
export function threadOf(where: string, { method, path }: Pick<Write, 'method' | 'path'>): string {
  return `${where}<${method} ${path}`;
}

/** The place that a thread goes to. */
export function placeOf(thread: string): string {
  return thread.split('<', 1)[0] ?? '';
}

/** The request that a thread names; null where it names none. */
export function requestOf(thread: string): { readonly method: string; readonly path: string } | null {
  const [, method = '', path = ''] = /<(POST|PUT|DELETE) (\/.*)$/s.exec(thread) ?? [];
  return method === '' ? null : { method, path };
}

/** Files of the forum that a text names; their names are made from their content (SHA-1 in base 62). */
function uploadsIn(text: string): readonly string[] {
  return [
    ...new Set([...text.matchAll(/upload:\/\/[A-Za-z0-9]{1,40}(?:\.[A-Za-z0-9]{1,10})?/g)].map(([name]) => name)),
  ];
}

/** One canonical name for a set of recipients: lower case, sorted, each once. */
export function peopleThread(names: string): string {
  const people = names.split(',').map((name) => name.trim().toLowerCase());
  return `people:${[...new Set(people.filter((name) => name !== ''))].sort().join(',')}`;
}

/** Signs that are not seen, and those that the names of threads are made of. */
const NO_NAME = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}<>:]/u;

/** Whether each recipient can only be read in one way: a user or group name, or an address in its plain form. */
export function canBeRead(names: string): boolean {
  const each = names.split(',').map((name) => name.trim().toLowerCase());
  return each.every((name) => !NO_NAME.test(name) && (!name.includes('@') || parseAddress(name) === name));
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

/** The values of a list, in order: "post_ids[0]", "post_ids[1]", or one value that lists them by commas. */
export function listIn(fields: ReadonlyMap<string, string>, name: string): readonly string[] {
  const values = [...fields].flatMap(([each, value]) =>
    each === name ? value.split(',') : each.startsWith(`${name}[`) ? [value] : [],
  );
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

/** A switch of a request: older and newer servers agree only on these words. */
export function isOn(fields: ReadonlyMap<string, string>, name: string): boolean | 'unclear' {
  const value = fields.get(name) ?? '';
  return value === 'true' || (value === '' || value === 'false' ? false : 'unclear');
}
