/** Chats on a NodeBB forum (4.9.2, measured; `src/api/chats.js`). Who is in a room the forum itself says. */
import { act, listIn, threadOf, unreadable, type Write } from '../forum-act.ts';
import type { Described } from '../site.ts';

const MESSAGE = new Set(['message', 'tomid', '_csrf']);

/** `POST /api/v3/chats/:room`, and its edits by PUT. */
export function describeChat(write: Write): Described {
  const { fields, method, parts } = write;
  const stranger = [...fields.keys()].find((name) => !MESSAGE.has(name.toLowerCase()));
  if (stranger !== undefined) return unreadable(`the field "${stranger}" is not known`);
  const text = fields.get('message') ?? '';
  if (text === '') return unreadable('there is no text');
  const room = `chat:${Number(parts[0])}`;
  return act({
    kind: method === 'POST' ? 'message' : 'edit',
    thread: method === 'POST' ? room : threadOf(room, write),
    text,
  });
}

/** `DELETE …/:mid`. */
export function describeChatDelete(write: Write): Described {
  const [room, message] = write.parts;
  return act({ kind: 'delete', thread: threadOf(`chat:${Number(room)}`, write), text: `message ${message}` });
}

/** A room is made, named or opened to groups; without a name nothing is said by it, and nobody is in one that was there. */
export function describeChatRoom(write: Write): Described {
  const { fields, parts } = write;
  const words = [...fields].filter(([name, value]) => name !== '_csrf' && !/^uids(\[|$)/.test(name) && value !== '');
  if (words.length === 0) return parts.length === 0 ? { kind: 'unknown' } : unreadable('nothing is changed');
  const where = parts.length === 0 ? 'new-chat' : `chat:${Number(parts[0])}`;
  const lines = words.map(([name, value]) => `${name}: ${value}`);
  const people = listIn(fields, 'uids').map((uid) => `user ${uid}`);
  return act({ kind: 'edit', thread: threadOf(where, write), text: [...lines, ...people].join('\n') });
}

/** `POST …/users`: who comes in reads what is there. They are named by number, so nobody can tell who they are. */
export function describeChatInvite(write: Write): Described {
  const people = listIn(write.fields, 'uids').map((uid) => `user ${uid}`);
  if (people.length === 0) return unreadable('who is let in cannot be read');
  return act({
    kind: 'invite',
    thread: threadOf('users', write),
    text: `chat ${Number(write.parts[0])}\n${people.join('\n')}`,
  });
}
