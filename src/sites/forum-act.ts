/**
 * How acts in forums are described. A thread is where an act goes ("topic:101", "new:5", "people:alice,bob", "chat:5"),
 * and behind a "<", where the place alone does not say it, which request or which thing: what moves, who is let in. One
 * act, one name.
 */
import { parseAddress } from './addresses.ts';
import type { Described, DescribedAct, Site } from './site.ts';

/** A write as it was read: its path in its plain form. */
export interface Write {
  readonly method: string;
  readonly path: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Fields that are truth values of JSON. */
  readonly bare?: ReadonlySet<string> | undefined;
  /** What the path's pattern has found in it. */
  readonly parts: readonly string[];
}

export type Given = Pick<DescribedAct, 'kind' | 'thread' | 'text'> &
  Partial<Pick<DescribedAct, 'attachments' | 'items'>>;

/** What a message between the guard's worlds takes as a thread; an act beyond it cannot be looked through either. */
export const LONGEST_THREAD = 2_000;

/** A description with one act; unreadable when it names more people than anybody can look through. */
export function act(given: Given): Described {
  return given.thread.length > LONGEST_THREAD
    ? unreadable('it names too many people')
    : { kind: 'acts', acts: [forumAct(given)] };
}

/** In a forum the place alone decides who reads, quotations are the author's own, and messages have no name yet. */
export function forumAct(given: Given): DescribedAct {
  return {
    kind: given.kind,
    thread: given.thread,
    text: given.text,
    attachments: given.attachments ?? [],
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
  const [, method = '', path = ''] = /<(POST|PUT|PATCH|DELETE) (\/.*)$/s.exec(thread) ?? [];
  return method === '' ? null : { method, path };
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

/** The values of a list, in order: "post_ids[0]", "post_ids[1]", or one value that lists them by commas. */
export function listIn(fields: ReadonlyMap<string, string>, name: string): readonly string[] {
  const values = [...fields].flatMap(([each, value]) =>
    each === name ? value.split(',') : each.startsWith(`${name}[`) ? [value] : [],
  );
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

/** The one request that a thread names, as the method and the path of a rule (RE2); null where it names none. */
export function sendPathOf(thread: string): ReturnType<Site['sendPath']> | null {
  const named = requestOf(thread);
  const method = METHODS.find((each) => each === named?.method.toLowerCase());
  return named === null || method === undefined ? null : { method, path: escapePath(named.path) };
}

const METHODS = ['post', 'put', 'patch', 'delete'] as const;

/** A path as a regular expression that matches itself. */
export function escapePath(path: string): string {
  return path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
