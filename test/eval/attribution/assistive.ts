/**
 * Presses without a device, as screen readers, voice control and switches make them: the events that the accessibility
 * action of a button makes in each browser (measured by AT-SPI), after typing and after dictation.
 */
import type { InputSeen } from '../../../src/agents/input-seen.ts';
import type { Step } from './replay.ts';

export type Press = 'chromium' | 'firefox';
export type Text = 'typed' | 'dictated' | 'dictated in pieces';

export const PRESSES: readonly Press[] = ['chromium', 'firefox'];
export const TEXTS: readonly Text[] = ['typed', 'dictated', 'dictated in pieces'];

const WORDS = 'please send me the report when you have a minute, thank you';

/** A text and the press of Send, which nobody's mouse or key makes. */
export function assistiveSend(press: Press, text: Text): readonly Step[] {
  const written = TEXT_STEPS[text]();
  const pressed = press === 'chromium' ? chromiumPress(60_000) : firefoxPress(60_000);
  const click = pressed.at(-1);
  if (click?.kind !== 'device') throw new Error('A press ends with a click.');
  const entered: Step = { kind: 'entered', at: 900, text: '' };
  return [entered, ...written, ...pressed, { kind: 'send', event: click.event, text: WORDS }];
}

const TEXT_STEPS: Readonly<Record<Text, () => readonly Step[]>> = {
  typed: () => [...WORDS].flatMap((letter, index) => typed(letter, index)),
  dictated: () => [inserted(2_000, WORDS, WORDS)],
  'dictated in pieces': () =>
    WORDS.split(/(?<= )/).map((word, index, all) =>
      inserted(2_000 + 700 * index, word, all.slice(0, index + 1).join('')),
    ),
};

/** Keys in the uneven rhythm of a hand. */
function typed(letter: string, index: number): readonly Step[] {
  const down = 1_000 + index * 170 + ((index * 37) % 90);
  const code = letter === ' ' ? 'Space' : `Key${letter.toUpperCase()}`;
  const key = (type: string, timeStamp: number): Step => device({ type, timeStamp, key: letter, code });
  return [
    key('keydown', down),
    inserted(down, letter, WORDS.slice(0, index + 1)),
    key('keyup', down + 70 + (index % 5) * 12),
  ];
}

/** Dictation inserts words without keys; nobody can tell it from insertion by a protocol. */
function inserted(timeStamp: number, data: string, text: string): Step {
  return { kind: 'input', event: { type: 'input', timeStamp, isTrusted: true, inputType: 'insertText', data }, text };
}

function chromiumPress(at: number): readonly Step[] {
  const spot = { clientX: 300, clientY: 200, pointerType: 'mouse', pressure: 0 };
  return [
    device({ type: 'pointerdown', timeStamp: at, ...spot }),
    device({ type: 'mousedown', timeStamp: at, detail: 0 }),
    device({ type: 'pointerup', timeStamp: at + 0.3, ...spot }),
    device({ type: 'click', timeStamp: at + 0.3, detail: 1, ...spot }),
  ];
}

function firefoxPress(at: number): readonly Step[] {
  return [
    device({ type: 'mousedown', timeStamp: at, detail: 1 }),
    device({ type: 'click', timeStamp: at + 5, detail: 1, pointerType: '' }),
  ];
}

function device(event: Omit<InputSeen, 'isTrusted'>): Step {
  return { kind: 'device', event: { ...event, isTrusted: true }, shown: true };
}
