/**
 * From verdicts to questions. An agent's held acts wait in one list, and each time the person opens it all that wait
 * there are one question; what the design says is never sent together is a question of its own, at once. One session
 * has one question for one place: another try there, with whatever text, is the same one.
 */
import type { Assessment } from '../../../src/background/assess.ts';
import { type Attempt, countedInto, newHold, waitingFor } from '../../../src/background/hold-of-attempt.ts';
import { sessionOf } from '../../../src/background/sessions.ts';
import type { GuardState } from '../../../src/background/state.ts';
import { headCount } from '../../../src/core/audience.ts';
import { labelById, topRank } from '../../../src/core/policy.ts';
import { ACCOUNT, guardOf, look, send, tabOf } from './guard.ts';
import type { Day, DayAct } from './read-day.ts';

/** Why an act is asked about alone, or that it waits with others. */
export type QuestionKind = 'own' | 'leak' | 'top label' | 'new outside' | 'many readers' | 'together';

export interface Judged {
  readonly act: DayAct;
  readonly assessment: Assessment;
}

export interface Question {
  /** Minutes since midnight. */
  readonly at: number;
  readonly kind: QuestionKind;
  readonly acts: readonly Judged[];
}

/** More people than this may not be written to by one tick among others (the design). */
const MOST_READERS_TOGETHER = 50;

/** A question that is asked at once is answered within this time. */
const ANSWERED_AFTER_MINUTES = 5;

/** The whole day: every act with its verdict, and every question that a person had to answer. */
export function live(day: Day): { readonly judged: readonly Judged[]; readonly questions: readonly Question[] } {
  const state = guardOf(day);
  const judged: Judged[] = [];
  const list = new WaitingList(state, day);
  const unread = [...day.readings];
  for (const act of day.acts) {
    for (let next = unread[0]; next !== undefined && next.at <= act.at; next = unread[0]) {
      look(state, day, next);
      unread.shift();
    }
    list.passTime(act.at);
    const each = { act, assessment: send(state, day, act) };
    judged.push(each);
    list.take(each);
  }
  list.passTime(24 * 60);
  return { judged, questions: [...list.asked].sort((a, b) => a.at - b.at) };
}

interface Waiting {
  readonly at: number;
  readonly kind: QuestionKind;
  readonly acts: readonly Judged[];
}

/** What waits for the person, and what she has been asked so far. Holds lie in the guard's own state. */
class WaitingList {
  readonly asked: Question[] = [];
  readonly #state: GuardState;
  readonly #day: Day;
  readonly #waiting = new Map<string, Waiting>();
  readonly #correspondents: Set<string>;
  #looked = 0;

  constructor(state: GuardState, day: Day) {
    this.#state = state;
    this.#day = day;
    this.#correspondents = new Set(day.threads.flatMap((thread) => thread.people ?? []));
  }

  /** Answers what has been asked, and at each look all that waits together. */
  passTime(now: number): void {
    for (const at of [...this.#day.looks, 24 * 60].filter((each) => each > this.#looked && each <= now)) {
      this.#looked = at;
      const together = [...this.#waiting].filter(([, each]) => each.kind === 'together' && each.at < at);
      if (together.length > 0)
        this.asked.push({ at, kind: 'together', acts: together.flatMap(([, each]) => each.acts) });
      for (const [id] of together) this.#end(id);
    }
    for (const [id, each] of this.#waiting)
      if (each.kind !== 'together' && each.at + ANSWERED_AFTER_MINUTES < now) {
        this.asked.push(each);
        this.#end(id);
      }
  }

  /** One more act; what needs no yes only says whom the person writes to. */
  take(judged: Judged): void {
    const { act, assessment } = judged;
    const asks = assessment.verdict.level === 'WARN';
    if (assessment.attribution.actor === 'agent') {
      if (asks) this.#hold(judged);
      return;
    }
    if (asks) this.asked.push({ at: act.at, kind: 'own', acts: [judged] });
    for (const address of [...(act.to ?? []), ...(act.cc ?? [])]) this.#correspondents.add(address);
  }

  #hold(judged: Judged): void {
    const { act, assessment } = judged;
    const id = this.#holdIn(judged);
    const before = this.#waiting.get(id);
    const kind = kindOf(assessment, this.#day, this.#correspondents);
    this.#waiting.set(id, {
      at: before === undefined || before.kind === 'together' ? act.at : before.at,
      kind: kind === 'together' && before !== undefined ? before.kind : kind,
      acts: [...(before?.acts ?? []), judged],
    });
  }

  /** The guard's own rule for which waiting act this is, or becomes. */
  #holdIn({ act, assessment }: Judged): string {
    const { tab, site } = tabOf(this.#day, act.tab);
    const attempt: Attempt = { site, tab, frame: 0, channel: 'request', request: null, replayable: true };
    const session = sessionOf(this.#state, tab);
    const waiting = waitingFor(this.#state, session, assessment, attempt);
    const hold =
      waiting?.digest === assessment.digest
        ? countedInto(waiting, assessment, attempt)
        : newHold(assessment, attempt, session, waiting, false);
    this.#state.holds.set(hold.id, hold);
    return hold.id;
  }

  #end(id: string): void {
    this.#waiting.delete(id);
    this.#state.holds.delete(id);
  }
}

/**
 * Never together: leaks, first-time outside recipients, over 50 readers, top labels (the design's Outbox). What nobody
 * but the person will read is no such case.
 */
function kindOf({ action, verdict }: Assessment, { policy }: Day, correspondents: ReadonlySet<string>): QuestionKind {
  if (verdict.review === 'grave') return 'leak';
  const { audience } = action;
  if (audience.kind === 'known' && audience.groups.length === 0 && audience.people.every((each) => each === ACCOUNT))
    return 'together';
  const ranks = verdict.labelIds.map((id) => labelById(policy, id)?.rank ?? 0);
  if (Math.max(0, ...ranks) >= topRank(policy)) return 'top label';
  if (audience.kind === 'known' && audience.outsiders.some((each) => !correspondents.has(each))) return 'new outside';
  const { count } = headCount(audience, policy.groups);
  return count === null || count > MOST_READERS_TOGETHER ? 'many readers' : 'together';
}
