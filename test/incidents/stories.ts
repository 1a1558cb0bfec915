/** All stories, by the name that `npm start -- --story` takes. */
import { human } from './human.ts';
import { inbox } from './inbox.ts';
import { mail } from './mail.ts';
import { meta } from './meta.ts';
import type { Story } from './story.ts';
import { unasked } from './unasked.ts';

export const STORIES = { meta, unasked, mail, inbox, human } as const satisfies Readonly<Record<string, Story>>;

export type StoryName = keyof typeof STORIES;

export function isStoryName(name: string): name is StoryName {
  return Object.hasOwn(STORIES, name);
}
