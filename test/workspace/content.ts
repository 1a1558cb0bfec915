/** The people, groups and categories of the stand-in company, as they are before any story begins. */
export { TOPICS } from './content-topics.ts';

export interface User {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly title: string;
  readonly groups: readonly string[];
}

export interface Group {
  readonly id: number;
  readonly name: string;
  readonly fullName: string;
  readonly about: string;
  readonly size: number;
}

export interface Category {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly color: string;
  readonly about: string;
  /** Whose members may read here. */
  readonly readers: readonly string[];
  /** Fewer than all employees may read here; the forum shows a lock. */
  readonly restricted: boolean;
}

export const GROUPS: readonly Group[] = [
  { id: 41, name: 'employees', fullName: 'All employees', about: 'Everybody with a Corp contract.', size: 1240 },
  { id: 42, name: 'sev-team', fullName: 'SEV team', about: 'Runs open incidents until they are closed.', size: 4 },
  { id: 43, name: 'contractors', fullName: 'Contractors', about: 'People who work with us for a while.', size: 86 },
];

export const USERS: readonly User[] = [
  { id: 11, username: 'alice', name: 'Alice Chen', title: 'Site reliability', groups: ['employees', 'sev-team'] },
  { id: 12, username: 'bob', name: 'Bob Okafor', title: 'Payments backend', groups: ['employees'] },
  { id: 13, username: 'maria', name: 'Maria Lindqvist', title: 'Incident lead', groups: ['employees', 'sev-team'] },
  { id: 14, username: 'ken', name: 'Ken Watanabe', title: 'Identity platform', groups: ['employees', 'sev-team'] },
  { id: 15, username: 'priya', name: 'Priya Raman', title: 'Security engineering', groups: ['employees', 'sev-team'] },
  { id: 16, username: 'tom', name: 'Tom Becker', title: 'Contractor, data tooling', groups: ['contractors'] },
  { id: 17, username: 'ines', name: 'Ines Duarte', title: 'Developer experience', groups: ['employees'] },
  { id: 18, username: 'sam', name: 'Sam Whitlock', title: 'Build and release', groups: ['employees'] },
  { id: 19, username: 'yusuf', name: 'Yusuf Demir', title: 'Data platform', groups: ['employees'] },
  { id: 20, username: 'helen', name: 'Helen Marsh', title: 'Workplace', groups: ['employees'] },
];

export const CATEGORIES: readonly Category[] = [
  {
    id: 5,
    name: 'Engineering Help',
    slug: 'engineering-help',
    color: '2563c9',
    about: 'Ask anything about our systems. All of Corp reads along, so the next person finds your answer.',
    readers: ['employees'],
    restricted: false,
  },
  {
    id: 4,
    name: 'Announcements',
    slug: 'announcements',
    color: '8a4fc4',
    about: 'Changes that concern all of us.',
    readers: ['employees', 'contractors'],
    restricted: false,
  },
  {
    id: 7,
    name: 'SEV war room',
    slug: 'sev-war-room',
    color: 'c2412d',
    about: 'Open incidents, while they are open. Members of sev-team only.',
    readers: ['sev-team'],
    restricted: true,
  },
  {
    id: 9,
    name: 'Water cooler',
    slug: 'water-cooler',
    color: '2f8f6b',
    about: 'Lunch, bikes, lost umbrellas.',
    readers: ['employees', 'contractors'],
    restricted: false,
  },
];
