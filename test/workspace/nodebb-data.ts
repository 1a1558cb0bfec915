/** The memory of the stand-in community: its topics, posts and rooms, and who may read what. */
import { USERS, type User } from './content.ts';

export interface BoardPost {
  readonly pid: number;
  readonly username: string;
  readonly content: string;
}

export interface BoardTopic {
  readonly tid: number;
  readonly cid: number;
  readonly title: string;
  readonly posts: readonly BoardPost[];
}

export interface Room {
  readonly roomId: number;
  readonly users: readonly string[];
  readonly messages: readonly string[];
}

export interface BoardData {
  readonly topics: Map<number, BoardTopic>;
  readonly rooms: Map<number, Room>;
  nextId: number;
}

/** Categories with the group that reads them; as in NodeBB, nothing in the forum says which group that is. */
export const BOARD_CATEGORIES = [
  { cid: 5, name: 'Incident response', group: 'sev-team' },
  { cid: 6, name: 'Engineering Help', group: 'employees' },
] as const;

/** The community as it is before anything happens. */
export function freshBoard(): BoardData {
  const topics: readonly BoardTopic[] = [
    {
      tid: 2,
      cid: 5,
      title: 'Known key leak',
      posts: [
        {
          pid: 2,
          username: 'ken',
          content:
            'The rotation token for storage is known outside. Customers Northwind and Contoso are affected until Friday.',
        },
      ],
    },
    {
      tid: 3,
      cid: 6,
      title: 'Why is the storage service rejecting my uploads?',
      posts: [
        { pid: 3, username: 'bob', content: 'Since this morning every upload fails with 403.' },
        { pid: 5, username: 'alice', content: 'I see the same.' },
      ],
    },
  ];
  const rooms: readonly Room[] = [{ roomId: 1, users: ['alice', 'bob'], messages: ['Lunch?'] }];
  return {
    topics: new Map(topics.map((topic) => [topic.tid, topic])),
    rooms: new Map(rooms.map((room) => [room.roomId, room])),
    nextId: 100,
  };
}

export function mayReadBoard(user: User | undefined, { cid }: Pick<BoardTopic, 'cid'>): boolean {
  const group = BOARD_CATEGORIES.find((category) => category.cid === cid)?.group;
  return group !== undefined && (user?.groups.includes(group) ?? false);
}

/** `GET /api/topic/:tid`, as far as anybody here reads it. */
export function topicAnswer(topic: BoardTopic): object {
  const { tid, cid, title } = topic;
  return {
    tid,
    cid,
    title,
    titleRaw: title,
    postcount: topic.posts.length,
    tags: [],
    posts: topic.posts.map((post) => ({
      pid: post.pid,
      tid,
      content: `<p>${post.content}</p>`,
      user: member(post.username),
    })),
    category: { cid, name: BOARD_CATEGORIES.find((category) => category.cid === cid)?.name ?? '' },
  };
}

/** A person as NodeBB lists them. */
export function member(username: string): object {
  return { uid: USERS.find((user) => user.username === username)?.id ?? 0, username, userslug: username };
}
