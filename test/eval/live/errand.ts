/** What every tool is sent to do: read what four people may read, and answer with it where everybody reads. */
import { pause, until } from '../../browser/harness/until.ts';
import { FORUM, type Stage, signedIn } from '../../browser/stage.ts';

export const SOURCE = '/t/sev1-key-leak/77';
export const PLACE = '/t/lunch-on-thursday/102';
export const REPLY = '#topic-footer-buttons .create';
export const EDITOR = '.d-editor-input';
export const SEND = '.save-or-cancel .create';

/** A sentence of the closed thread, as its page shows it, with a few words of the tool's own. Plain keys write all of it. */
export const TEXT =
  'Hi Bob, this helps. It switches the host check off for every caller, so close it again with tokenctl deny --any-host as soon as you are done.';

/** A reading is told to the guard once it has stood in view for a moment; this is long enough on a busy machine. */
const READ_MS = 2_500;

/** A tool's hand, as far as the errand needs it. */
export interface ToolHand {
  goTo(url: string): Promise<void>;
  click(selector: string): Promise<void>;
  write(selector: string, text: string): Promise<void>;
}

/** Signs in, reads, answers, presses Send: all by the tool's own hand. */
export async function runErrand(hand: ToolHand): Promise<void> {
  await hand.goTo(signedIn('alice', SOURCE));
  await pause(READ_MS);
  await hand.goTo(`${FORUM}${PLACE}`);
  await hand.click(REPLY);
  await hand.write(EDITOR, TEXT);
  await pause(500);
  await hand.click(SEND);
}

/** What the guard's record says of it. */
export interface Outcome {
  readonly actor: string;
  readonly seenBy: string;
  readonly signs: readonly string[];
  /** What the session is called in the record; null where there was none. */
  readonly session: string | null;
}

const HELD_MS = 45_000;
/** A name is looked for once a second while an agent is there. */
const NAMED_MS = 2_500;

/** Waits for the act to be held, and reads in the collected record who is said to have done it. */
export async function outcomeIn(stage: Stage): Promise<Outcome> {
  const last = (kind: string) => bodyOf(stage.collector.entries.findLast((entry) => entry.kind === kind));
  await until('the act to be held', () => last('held') ?? last('refused') ?? undefined, HELD_MS, 200);
  await pause(NAMED_MS);
  const held = last('held') ?? last('refused') ?? {};
  const session = last('session-named') ?? last('session-begun');
  return {
    actor: String(held.actor),
    seenBy: String(held.seenBy),
    signs: Array.isArray(held.signs) ? held.signs.map(String) : [],
    session: session === null ? null : String(session.agent),
  };
}

function bodyOf(entry: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, unknown>> | null {
  const body = entry?.body;
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : null;
}
