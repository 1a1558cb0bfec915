/** How a release is used: taken at the request it covers, given back when the network failed, over when it was answered. */
import type { Grant } from '../core/grant.ts';
import { consume, covers, type Hold } from '../core/hold.ts';
import type { Assessment } from './assess.ts';
import { mayAgentsAct } from './breaker-facts.ts';
import { withChangeOf } from './changes.ts';
import { save } from './holds.ts';
import { saveSession } from './session-store.ts';
import type { GuardState } from './state.ts';

/** An act of a request with the release that it uses, or null when it has none. */
export interface Used {
  readonly assessment: Assessment;
  readonly release: Hold | null;
  /** The grant that it goes by, as it was before this use; null for none. */
  readonly grant: Grant | null;
}

/** The released holds that cover these acts in a tab; they are taken here and now, so that nothing else can use them. */
export function takeReleases(state: GuardState, assessments: readonly Assessment[], tab: number): readonly Used[] {
  return assessments.map((assessment) => {
    const attempted = { digest: assessment.digest, messageId: assessment.action.messageId, tab };
    const may = assessment.attribution.actor !== 'agent' || mayAgentsAct(state, tab, assessment.action.site);
    const found = !may ? undefined : [...state.holds.values()].find((each) => covers(each, attempted, Date.now()));
    if (found) state.holds.set(found.id, consume(found, Date.now()));
    return { assessment, release: found ?? null, grant: null };
  });
}

/** Whether a person has refused this very message, by the site's own name of it: its page may go on trying by itself. */
export function wasRefusedMessage(state: GuardState, { action, digest }: Assessment): boolean {
  if (action.messageId === null) return false;
  return [...state.holds.values()].some(
    (each) => each.state.kind === 'denied' && each.digest === digest && each.action.messageId === action.messageId,
  );
}

/** Counts what goes without a release, at once, so that of many small changes at one moment not each is the first. */
export function countChanges(state: GuardState, used: readonly Used[]): void {
  const before = state.changes;
  for (const { release, assessment } of used) if (release === null) state.changes = withChangeOf(state, assessment);
  // What this life of the worker has counted it knows; only a next one must be told.
  if (state.changes !== before) void saveSession(state, 'changes').catch(() => undefined);
}

/** Makes the use of a release outlive this worker; resolves when it does. Without it a worker that dies would find it unused. */
export function keepUse(state: GuardState): Promise<void> {
  return saveSession(state, 'holds');
}

/** Ends the use of a release that nothing came of: it may be used again, for the same message, until its time is over. */
export async function giveBack(state: GuardState, used: Hold): Promise<void> {
  state.holds.set(used.id, used);
  await saveSession(state, 'holds');
}

/** The act was sent: everybody may know. */
export async function sent(state: GuardState, id: string): Promise<void> {
  const used = state.holds.get(id);
  if (used) await save(state, used, 'ended', null);
}
