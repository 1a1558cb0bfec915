/** What our own pages may ask of the background, and what is answered. A page's script cannot send any of it. */
import * as z from 'zod/mini';
import type { Level, Review } from '../core/decide.ts';
import type { PolicyFault } from '../core/policy/faults.ts';
import { LONGEST_POLICY_JSON } from '../core/policy/schema.ts';
import { userSettings } from '../core/policy/user-settings.ts';
import type { Reason } from '../core/reason.ts';
import { holdId, parse, short } from '../messages.ts';

/** Longest description that can be tried, in UTF-16 units. */
const LONGEST_DESCRIPTION = 100_000;

const policyText = z.string().check(z.maxLength(LONGEST_POLICY_JSON));

/** A case for "Try it": who carries something from one place to another. */
const trying = z.object({
  actor: z.enum(['human', 'agent', 'unknown']),
  /** The site and its area that the content comes from; null for text of one's own. */
  source: z.nullable(z.object({ site: short, area: z.nullable(short), label: z.nullable(short) })),
  /** The text's own label, by its mark; null for none. */
  mark: z.nullable(short),
  target: z.union([
    z.object({ kind: z.literal('area'), site: short, area: z.nullable(short) }),
    z.object({ kind: z.literal('mail'), site: short, to: z.array(short).check(z.maxLength(100)) }),
  ]),
});
export type Trying = z.infer<typeof trying>;

/** From our own pages: the review window and the popup. */
const fromOwnPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('view') }),
  z.object({ type: z.literal('review-view'), holdId, token: z.nullable(short) }),
  z.object({ type: z.literal('open-review'), holdId }),
  z.object({ type: z.literal('finished'), token: short }),
  z.object({
    type: z.literal('approve'),
    holdId,
    digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    token: z.nullable(short),
  }),
  z.object({ type: z.literal('refuse'), holdId }),
  z.object({ type: z.literal('open-draft'), holdId }),
  z.object({ type: z.literal('save-settings'), settings: userSettings }),
  z.object({ type: z.literal('check-policy'), text: policyText }),
  z.object({ type: z.literal('import-policy'), text: policyText }),
  z.object({ type: z.literal('export-policy') }),
  z.object({ type: z.literal('record-lines'), after: z.int() }),
  z.object({ type: z.literal('try'), trying }),
  z.object({ type: z.literal('guarded-tabs') }),
  z.object({
    type: z.literal('preview-site'),
    tab: z.int(),
    description: z.string().check(z.maxLength(LONGEST_DESCRIPTION)),
  }),
  z.object({ type: z.literal('find-groups'), text: short }),
  z.object({ type: z.literal('find-rules'), text: short }),
  z.object({ type: z.literal('let-go-on'), stop: z.int(), token: z.nullable(short) }),
  z.object({ type: z.literal('give-grant'), shown: short, times: z.int().check(z.gte(1)) }),
  z.object({ type: z.literal('take-back-grant'), grant: z.int() }),
  // A site's id, or null for everywhere.
  z.object({ type: z.literal('kill'), site: z.nullable(short) }),
  z.object({ type: z.literal('revive'), site: z.nullable(short) }),
  z.object({ type: z.literal('take-over'), tab: z.int() }),
  z.object({ type: z.literal('hand-back'), tab: z.int() }),
]);
export type FromOwnPage = z.infer<typeof fromOwnPage>;

export const parseFromOwnPage = (value: unknown): FromOwnPage | null => parse(fromOwnPage, value);

/** The answer to `approve`. */
export type ApproveAnswer = { readonly kind: 'approved' } | { readonly kind: 'refused'; readonly why: string };

/**
 * The answer to `take-over` and `hand-back`. `remote`: whoever drives this tab cannot be sent away; `elsewhere`: not
 * asked from the toolbar popup; `not-guarded`: this tab shows no guarded page.
 */
export type DrivingAnswer =
  | { readonly kind: 'driving' }
  | { readonly kind: 'handed-back' }
  | { readonly kind: 'refused'; readonly why: 'remote' | 'elsewhere' | 'not-guarded' };

/** The answer to `save-settings` and `import-policy`. */
export type SettingsAnswer =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly why: 'agent-at-work' | 'too-many-sites' | 'managed' | 'damaged' };

/** The answer to `check-policy`. */
export type PolicyCheck =
  | { readonly kind: 'good'; readonly version: number }
  | { readonly kind: 'damaged'; readonly faults: readonly PolicyFault[] };

/** The answer to `try`: what would happen, and why. Null when the site or area is not known. */
export interface TryAnswer {
  readonly level: Level;
  readonly review: Review;
  readonly reasons: readonly Reason[];
  /** Whom the act names. */
  readonly people: readonly string[];
  /** Id of the rule that decided. */
  readonly rule: string;
}
