/** `GET /composer/mentions.json`: the forum itself says whether those named could read the topic. */
import { GROUPS } from './content.ts';
import { categoryOf, type ForumData, mayRead, membersOf, type Topic, userNamed } from './forum-data.ts';

type Reason = 'category' | 'private' | 'not_allowed' | 'some_not_allowed';

export function mentionsJson(data: ForumData, query: URLSearchParams): object {
  const names = query.getAll('names[]').map((name) => name.toLowerCase());
  const topic = data.topics.get(Number(query.get('topic_id')));
  const users = names.filter((name) => userNamed(name) !== undefined);
  const groups = GROUPS.filter((group) => names.includes(group.name));
  return {
    users,
    user_reasons: Object.fromEntries(users.flatMap((name) => named(name, userReason(name, topic)))),
    groups: Object.fromEntries(
      groups.map(({ name, size }) => [name, { user_count: size, notified_count: reached(name, size, topic) }]),
    ),
    group_reasons: Object.fromEntries(groups.flatMap(({ name, size }) => named(name, groupReason(name, size, topic)))),
    max_users_notified_per_group_mention: 100,
  };
}

function named(name: string, reason: Reason | null): readonly (readonly [string, Reason])[] {
  return reason === null ? [] : [[name, reason]];
}

function userReason(name: string, topic: Topic | undefined): Reason | null {
  if (topic === undefined || mayRead(userNamed(name), topic)) return null;
  return topic.categoryId === null ? 'private' : 'category';
}

/** How many of a group can read the topic: all of a group that is let in, else those who are let in otherwise. */
function reached(group: string, size: number, topic: Topic | undefined): number {
  if (topic === undefined) return size;
  const letIn = topic.categoryId === null ? topic.groups : (categoryOf(topic)?.readers ?? []);
  return letIn.includes(group) ? size : membersOf(group).filter((user) => mayRead(user, topic)).length;
}

function groupReason(group: string, size: number, topic: Topic | undefined): Reason | null {
  const count = reached(group, size, topic);
  if (count === size) return null;
  return count === 0 ? 'not_allowed' : 'some_not_allowed';
}
