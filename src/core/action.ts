/**
 * One outward act about to take effect, as the guard understands it, and the digest that an approval is given for.
 * Two descriptions of the same act (the draft's and the request's) have the same digest; any difference has another.
 */
import type { Audience } from './audience.ts';
import { canonicalJson, canonicalText, sha256Hex } from './canonical.ts';

/** Acts that write something which others will read. */
export const WRITING_KINDS = ['post', 'reply', 'message', 'edit', 'send'] as const;

/**
 * Acts that change what is there or who gets it in future: moving many things at once (`archive`, `trash`, `label`,
 * `spam`, `delete` for good, `move`), letting somebody in (`invite`, `share`, `delegate`, `forwarding`), and what the
 * site will say or do by itself from now on (`filter`, `auto-reply`, `signature`, `profile`, `export`, `import`).
 */
export const CHANGING_KINDS = [
  'archive',
  'trash',
  'label',
  'spam',
  'delete',
  'move',
  'invite',
  'share',
  'delegate',
  'forwarding',
  'filter',
  'auto-reply',
  'signature',
  'profile',
  'export',
  'import',
] as const;

export type WritingKind = (typeof WRITING_KINDS)[number];
export type ChangingKind = (typeof CHANGING_KINDS)[number];
export type ActionKind = WritingKind | ChangingKind | 'unreadable';

/** Whether an act changes things instead of writing to somebody. */
export function isChange(kind: ActionKind): kind is ChangingKind {
  return (CHANGING_KINDS as readonly string[]).includes(kind);
}

/** Whom a mail names, by field: addresses in small letters, domains in ASCII. An empty list is nobody. */
export interface Recipients {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
}

/** Whom an act names, each once, however they are spread over its fields; null in forums. */
export function peopleOf(recipients: Recipients | null): readonly string[] | null {
  return recipients && [...new Set([...recipients.to, ...recipients.cc, ...recipients.bcc])].sort();
}

export interface Action {
  readonly kind: ActionKind;
  /** Id of the guarded site in policy. */
  readonly site: string;
  /** The site's own name of where it goes: "topic:101", "new:category:5", "people:bob". */
  readonly thread: string;
  /** What people call that place, for display only; not signed. */
  readonly place: string;
  readonly audience: Audience;
  /** As the site will store it; canonicalised when the digest is made. */
  readonly text: string;
  /** The part of the text that the site quotes from earlier messages; for display only, since it is in the text. */
  readonly quoted: string;
  /** For display by field; what is signed of them is the audience. Null where the place decides who reads. */
  readonly recipients: Recipients | null;
  /** The site's own name of the message, the same in all its retries; null where it has none. Not signed. */
  readonly messageId: string | null;
  /** Content hashes, or "unknown" when there is something that cannot be read. */
  readonly attachments: readonly string[] | 'unknown';
  /** How many things it concerns: 1 for what is written; mails or posts, counted one by one, for what is changed. Not signed: a change names them in its text. */
  readonly items: number;
}

/** What an approval binds to: 64 hexadecimal digits over everything that matters in the act. */
export function digestOf(action: Action, labelIds: readonly string[]): string {
  return sha256Hex(
    canonicalJson([
      'countersign/act/1',
      action.kind,
      action.site,
      action.thread,
      // Who is hidden from the others is part of what happens to them.
      [...audienceKeys(action.audience), ...(action.recipients?.bcc ?? []).map((each) => `hidden:${each}`).sort()],
      canonicalText(toWellFormed(action.text)),
      action.attachments === 'unknown' ? 'unknown' : [...action.attachments].sort(),
      [...new Set(labelIds)].sort(),
    ]),
  );
}

/** The audience as sorted plain strings; the display name is left out, the reason of not knowing is kept. */
export function audienceKeys(audience: Audience): readonly string[] {
  switch (audience.kind) {
    case 'everyone':
      return ['everyone'];
    case 'unknown':
      return ['unknown'];
    case 'known':
      return [
        ...new Set([...audience.people.map((p) => `person:${p}`), ...audience.groups.map((g) => `group:${g}`)]),
      ].sort();
  }
}

/** Lone surrogates become U+FFFD, as every encoder of a request makes them. */
export function toWellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
