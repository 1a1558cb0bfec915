/**
 * Requests that let somebody in or speak about somebody (sources of 2026): invitations, members of groups, flags with
 * words, one's own profile and status.
 */

import { canBeRead, listIn, peopleThread, threadOf, unreadable, type Write } from '../forum-act.ts';
import type { Described } from '../site.ts';
import { act } from './act.ts';

/** `POST /t/:id/invite` and `/invite-group`: who is named will read all of a message. */
export function describeTopicInvite(write: Write): Described {
  const { fields, parts } = write;
  const group = fields.get('group') ?? '';
  const names = [fields.get('user') ?? '', fields.get('email') ?? ''].filter((name) => name !== '').join(',');
  // Each of the two addresses reads its own fields, and nothing of the other's.
  if (write.path.endsWith('/invite-group') ? names !== '' : group !== '')
    return unreadable('it names somebody whom its address does not let in');
  if (!canBeRead(group) || !canBeRead(names)) return unreadable('who is let in cannot be read');
  const where = group === '' ? peopleThread(names) : `people:group:${group.trim().toLowerCase()}`;
  return act({ kind: 'invite', thread: threadOf(where, write), text: linesOf(`topic ${Number(parts[0])}`, write) });
}

/** `POST /invites`, its changes and its repetitions: a link that anybody can use has an unknown audience. */
export function describeInvite(write: Write): Described {
  const names = [write.fields.get('email') ?? '', ...listIn(write.fields, 'emails')]
    .filter((name) => name !== '')
    .join(',');
  if (!canBeRead(names)) return unreadable('who is invited cannot be read');
  const where = names === '' ? 'invite-link' : peopleThread(names);
  return act({ kind: 'invite', thread: threadOf(where, write), text: linesOf('', write) });
}

/** `PUT /groups/:id/members`: who comes into a group reads what it reads. */
export function describeMembers(write: Write): Described {
  const names = [...listIn(write.fields, 'usernames'), ...listIn(write.fields, 'emails')].join(',');
  if (['user_id', 'user_ids', 'user_emails'].some((name) => listIn(write.fields, name).length > 0))
    return unreadable('who is let in is named in another way as well');
  if (!canBeRead(names)) return unreadable('who is let in cannot be read');
  return act({
    kind: 'invite',
    thread: threadOf(peopleThread(names), write),
    text: linesOf(`group ${write.parts[0]}`, write),
  });
}

/** `POST /post_actions`: a flag with words is a message to the author or the staff; a like has none. */
export function describePostAction(write: Write): Described {
  const { fields } = write;
  const message = fields.get('message') ?? '';
  if (message === '') return { kind: 'unknown' };
  const post = fields.get('id') ?? '';
  if (!/^\d{1,15}$/.test(post)) return unreadable('the post is not a number');
  return act({ kind: 'message', thread: threadOf(`flag:${Number(post)}`, write), text: message });
}

/** Fields of `PUT /u/:name` that others read on somebody's page. Everything else in such a request is signed as well. */
const SEEN_BY_OTHERS =
  /^(?:bio_raw|name|location|website|title|featured_topic_id|date_of_birth|primary_group_id|flair_group_id|status\[.+|(?:custom|user)_fields\[.+|(?:profile|card)_background_upload_url)$/;

/** `PUT /u/:name`: one's page, where others read it; settings that only concern the own account are left to people. */
export function describeProfile(write: Write): Described {
  if (![...write.fields.keys()].some((name) => SEEN_BY_OTHERS.test(name))) return { kind: 'unknown' };
  return act({ kind: 'profile', thread: threadOf('profile', write), text: linesOf('', write) });
}

/** `PUT /user-status` and another shown name: what stands beside one's name everywhere. */
export function describeStatusText(write: Write): Described {
  return write.method === 'DELETE'
    ? { kind: 'unknown' }
    : act({ kind: 'profile', thread: threadOf('profile', write), text: linesOf('', write) });
}

/** Every field with its value, a line each: whatever of it others will see is signed. */
function linesOf(first: string, { fields }: Write): string {
  const lines = [...fields]
    .filter(([name]) => name !== 'authenticity_token')
    .map(([name, value]) => `${name}: ${value}`);
  return [first, ...lines].filter((line) => line !== '').join('\n');
}
