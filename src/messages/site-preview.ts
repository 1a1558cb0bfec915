/** What a page shows under a description that is only being tried: a page's claim, as any, parsed at the background's door. */
import * as z from 'zod/mini';
import { CHANGING_KINDS, WRITING_KINDS } from '../core/action.ts';
import type { PolicyFault } from '../core/policy/faults.ts';

/** Of a text only its beginning travels: enough to see whether it is the right one. */
export const SHOWN_TEXT = 1_500;
/** Of lists likewise. */
export const SHOWN_ENTRIES = 50;

const text = z.string().check(z.maxLength(2_000));
const texts = z.array(text).check(z.maxLength(SHOWN_ENTRIES));

const pagePreview = z.object({
  seen: z.nullable(
    z.object({ thread: text, title: text, tags: texts, text, people: z.nullable(texts), account: z.nullable(text) }),
  ),
  composers: z
    .array(
      z.object({
        kind: z.enum([...WRITING_KINDS, ...CHANGING_KINDS]),
        thread: text,
        text,
        people: z.nullable(texts),
        reads: z.enum(['all', 'part']),
        sends: z.boolean(),
      }),
    )
    .check(z.maxLength(SHOWN_ENTRIES)),
});

/** What one page shows: the thread in view, and its open editors with what they would send. */
export type PagePreview = z.infer<typeof pagePreview>;

/** Null when it is none. */
export function parsePagePreview(value: unknown): PagePreview | null {
  const result = z.safeParse(pagePreview, value);
  return result.success ? result.data : null;
}

/** A tab with a guarded page. */
export interface GuardedTab {
  readonly tab: number;
  readonly title: string;
  readonly host: string;
  /** The description in force there, as JSON; "" when there is none. */
  readonly description: string;
}

/** Who reads, in the words of policy. */
export interface PreviewReaders {
  readonly name: string;
  readonly size: number | null;
  /** Why it cannot be told; "" when it can. */
  readonly why: string;
}

/** What a description makes of an open tab. */
export type SitePreview =
  | { readonly kind: 'faults'; readonly faults: readonly PolicyFault[] }
  | { readonly kind: 'no-answer' }
  | {
      readonly kind: 'read';
      readonly page: PagePreview;
      /** Names of the labels of what is in view. */
      readonly labels: readonly string[];
      readonly readers: PreviewReaders | null;
      /** For each open editor. */
      readonly audiences: readonly PreviewReaders[];
      /** The site as policy has it, with this description. */
      readonly policy: string;
    };
