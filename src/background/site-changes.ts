/**
 * Sites that have changed so that the guard cannot read them as it should: what a page says of itself, and writes that
 * carry what is being written in a form that no site file knows. Never silent: it is recorded, shown, and asked about.
 */
import { canonicalText } from '../core/canonical.ts';
import type { PolicySite } from '../core/policy.ts';
import type { SitePart } from '../core/site-part.ts';
import type { Described, RequestBody } from '../sites/site.ts';
import { record } from './record.ts';
import { isLatched } from './sessions.ts';
import type { GuardState } from './state.ts';

/** After a person's yes, other acts in that tab are not asked about for this reason for so long: one question, no dead end. */
const EXCUSED_MS = 8 * 3_600_000;

/** Tabs and drafts remembered; beyond this the oldest go. */
const MOST_REMEMBERED = 200;

/** The shortest run of a draft that is looked for: shorter ones stand in requests by chance. */
const SHORTEST_RUN = 16;
const LONGEST_RUN = 60;

/** The page of a tab says which of its parts cannot be read; [] takes back what it said, unless an agent may be saying it. */
export async function notePage(
  state: GuardState,
  site: PolicySite,
  tab: number,
  parts: readonly SitePart[],
): Promise<void> {
  if (parts.length === 0 && isLatched(state, tab)) return;
  const before = state.changed.get(tab) ?? [];
  const requests = before.filter((part) => part === 'requests');
  const now = [...new Set([...parts, ...requests])];
  if (now.join() !== before.join()) await note(state, site, tab, now);
}

/** Another document in the tab: nothing is known of it yet. */
export function forgetPage(state: GuardState, tab: number): void {
  state.changed.delete(tab);
}

/** What is being composed in a tab, as its page last showed it; a write of unknown form that has it is no small thing. */
export function noteDraft(state: GuardState, tab: number, text: string): void {
  remember(state.drafts, tab, runOf(text));
}

/** A write that no pattern knows, but that carries what is being written, is an act that cannot be read. */
export function withDraftIn(
  state: GuardState,
  site: PolicySite,
  tab: number,
  described: Described,
  body: RequestBody,
): Described {
  const run = state.drafts.get(tab) ?? '';
  if (described.kind !== 'unknown' || run === '' || isExcused(state, tab)) return described;
  if (!textsIn(body).some((text) => plain(text).includes(run))) return described;
  const parts = [...new Set([...(state.changed.get(tab) ?? []), 'requests' as const])];
  void note(state, site, tab, parts).catch(() => undefined);
  return { kind: 'unreadable-act', why: 'it carries what is being written, in a form that is not known' };
}

/** The parts of a tab's page that cannot be read, for the verdict; none once a person has said yes nevertheless. */
export function changedParts(state: GuardState, tab: number): readonly SitePart[] {
  if (isExcused(state, tab)) return [];
  const parts = new Set(state.changed.get(tab));
  if (state.unnoted.has(tab)) parts.add('documents');
  // A clock that was set back makes nothing known again.
  if (state.draftsLost > Date.now() - state.policy.exposure.draftMs) parts.add('left-drafts');
  return [...parts];
}

/** A person has confirmed an act in this tab although its page cannot be read. */
export function excuse(state: GuardState, tab: number): void {
  if (changedParts(state, tab).length > 0) remember(state.excused, tab, Date.now() + EXCUSED_MS);
}

/** An agent in the tab is never excused by what a person has confirmed. */
function isExcused(state: GuardState, tab: number): boolean {
  const left = (state.excused.get(tab) ?? 0) - Date.now();
  // A clock that was set back excuses nothing for longer.
  return left > 0 && left <= EXCUSED_MS && !isLatched(state, tab);
}

async function note(state: GuardState, site: PolicySite, tab: number, parts: readonly SitePart[]): Promise<void> {
  if (parts.length === 0) state.changed.delete(tab);
  else remember(state.changed, tab, parts);
  await record('site-changed', { site: site.id, kind: site.kind, parts: [...parts] });
}

/** The longest run of a draft without markup or line breaks in it, as any encoding of it would have. */
function runOf(text: string): string {
  const runs = plain(canonicalText(text)).split(/[^\p{L}\p{N} .,]+/u);
  const longest = runs.map((run) => run.trim()).reduce((most, run) => (run.length > most.length ? run : most), '');
  return longest.length < SHORTEST_RUN ? '' : longest.slice(0, LONGEST_RUN);
}

function plain(text: string): string {
  return text.replace(/[^\S\n]+/g, ' ');
}

/** Every text in a body; none where it cannot be read at all (a file that is being uploaded). */
function textsIn(body: RequestBody): readonly string[] {
  if (body.kind === 'fields') return [...body.fields.values()];
  return body.kind === 'json' ? [JSON.stringify(body.value), ...body.query] : [];
}

function remember<T>(map: Map<number, T>, tab: number, value: T): void {
  map.delete(tab);
  map.set(tab, value);
  for (const oldest of map.keys()) {
    if (map.size <= MOST_REMEMBERED) break;
    map.delete(oldest);
  }
}
