/**
 * How the text came into the composer. Text without keys says "not typed", which pasting, dictation and expanders do
 * too: it supports, it never concludes. Text typed key by key supports that a person is there.
 */
import type { SignId } from '../core/actor.ts';

/** What was seen of one composition. */
export interface TypingTrace {
  /** Characters inserted one at a time by trusted input events, each after a trusted key press. */
  readonly byKey: number;
  /** Characters pasted by a trusted paste. */
  readonly pasted: number;
}

/** Below this share of explained characters a text counts as not typed (agent-signals measurements: "text not typed"). */
const TYPED_SHARE = 0.5;

/** From this share of typed characters on, the text counts as typed by hand. */
const BY_HAND_SHARE = 0.8;

/** Shorter texts say nothing either way. */
const SHORTEST = 12;

/** The sign in a composition of this length in characters, or null when it says nothing. */
export function typing(length: number, trace: TypingTrace): SignId | null {
  if (length < SHORTEST) return null;
  if (trace.byKey + trace.pasted < length * TYPED_SHARE) return 'text-not-typed';
  return trace.byKey >= length * BY_HAND_SHARE ? 'typed-by-hand' : null;
}
