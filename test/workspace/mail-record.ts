/** What really arrived at the mail server: every write in whatever shape, and what of it others see. */
import type { Request } from './forum-request.ts';
import { type MailData, UNDO_MS } from './mail-data.ts';
import { type LabelChange, leaves, type MailMessage, readForm, readSync, type Written } from './mail-messages.ts';

/** From what concerns others most to what concerns nobody; a write of several parts counts as the first of them. */
const KINDS = ['send', 'setting', 'move', 'undo', 'draft', 'unknown', 'quiet'] as const;
type Kind = (typeof KINDS)[number];

/** What stands outside on a request, as it came. */
export interface Envelope {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly contentType: string;
}

export interface MailArrival extends Envelope {
  readonly at: number;
  /** Who was signed in; null for nobody. */
  readonly user: string | null;
  readonly kind: Kind;
  readonly body: string;
  /** Every message in it, sends and drafts, as the server understood them. */
  readonly messages: readonly MailMessage[];
  readonly changes: readonly LabelChange[];
  /** The client's numbers of its operations. */
  readonly numbers: readonly number[];
  /** False for what was refused or broke off. */
  readonly accepted: boolean;
}

/** What the client lives on; others see nothing of it. */
const QUIET = /^\/(ServiceLogin|mail\/u\/\d+\/(channel\/bind|logstreamz)|sync\/u\/\d+\/(d\/[\w-]+\/)?i\/(bv|fd))$/;
/** Labels that say only what has been seen or answered. */
const SEEN = /^\^(u|us|o|io_\w+)$/;
/** Actions of the classic interface that change settings: preferences, and a new filter. */
const SETTINGS = ['prefs', 'cf'];

/** Everything but plain reading; a message in the address makes a GET a write as well. */
export function isWrite({ method, path, query }: Request): boolean {
  if (method !== 'GET' && method !== 'HEAD') return true;
  return path.startsWith('/sync/') ? query.has('req') : query.has('act');
}

/** Whether this is a write of the sync protocol, and no poll. */
export function isSyncWrite({ path }: Request, { kind }: MailArrival): boolean {
  return path.startsWith('/sync/') && !(kind === 'quiet' && QUIET.test(path));
}

/** One request as the record keeps it. */
export function readMailArrival(data: MailData, envelope: Envelope, asked: Request): MailArrival {
  const written = withDraftsThatLeave(data, readWritten(asked));
  return {
    ...envelope,
    at: Date.now(),
    user: asked.user?.username ?? null,
    kind: kindOf(data, asked, written),
    body: asked.body,
    ...written,
    accepted: true,
  };
}

function readWritten({ path, fields, query, body }: Request): Written {
  if (path.startsWith('/sync/')) {
    const requests = new Set([body, query.get('req') ?? '', fields.get('req') ?? '']);
    return readSync([...requests].map(parsed));
  }
  const act = fields.get('act');
  const messages = act === 'sm' || act === 'sd' ? [readForm(fields, act === 'sm')] : [];
  return { messages, changes: [], numbers: [] };
}

/** A saved draft that only gets the label of a sent message leaves as it was saved. */
function withDraftsThatLeave(data: MailData, written: Written): Written {
  const named = written.changes.filter((change) => leaves(change.add)).flatMap((change) => change.messages);
  const left = named.flatMap((id) => data.drafts.get(id) ?? []);
  return { ...written, messages: [...written.messages, ...left.map((draft) => ({ ...draft, kind: 'send' as const }))] };
}

function kindOf(data: MailData, { method, path, fields }: Request, { messages, changes }: Written): Kind {
  const kinds: Kind[] = [...messages.map(({ kind }) => kind), ...changes.map((change) => kindOfChange(data, change))];
  if (!path.startsWith('/sync/') && SETTINGS.includes(fields.get('act') ?? '')) kinds.push('setting');
  if (kinds.length > 0) return KINDS.find((kind) => kinds.includes(kind)) ?? 'unknown';
  return method === 'OPTIONS' || QUIET.test(path) ? 'quiet' : 'unknown';
}

function kindOfChange(data: MailData, change: LabelChange): Kind {
  if (isUndo(data, change)) return 'undo';
  return [...change.add, ...change.remove].every((label) => SEEN.test(label)) ? 'quiet' : 'move';
}

/** A message that left a moment ago becomes a draft again. */
export function isUndo(data: MailData, { add, remove, messages }: LabelChange): boolean {
  const justSent = (id: string): boolean =>
    data.sent.some((each) => each.message.id === id && !each.undone && Date.now() - each.at <= UNDO_MS);
  return add.includes('^r') && remove.includes('^pfg') && messages.some(justSent);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\)\]\}'/, ''));
  } catch {
    return null;
  }
}
