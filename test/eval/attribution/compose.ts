/**
 * A send composed of real parts: a real click into the editor, a real burst of typing, and the same hand's next real
 * click, which presses Send. Nobody was recorded doing all of it; between the parts half a second passes, and the
 * pointer is where the click before left it. The letters are ours: the recordings hold none.
 */
import type { InputSeen } from '../../../src/agents/input-seen.ts';
import type { Approach, Burst } from './hands.ts';
import type { Step } from './replay.ts';

export interface Send {
  readonly enter: Approach;
  readonly burst: Burst;
  readonly press: Approach;
}

const BETWEEN_MS = 500;

/** The longest window before a press that an approach can have. */
const WINDOW_MS = 2_500;

export function stepsOfSend({ enter, burst, press }: Send): readonly Step[] {
  const device = enter.dev === 'touch' ? 'touch' : 'mouse';
  const entered = WINDOW_MS + lastOf(enter.t) + 1;
  const steps: Step[] = [...pressSteps(enter, WINDOW_MS, device), { kind: 'entered', at: entered, text: '' }];
  const typing = typingSteps(burst, entered + BETWEEN_MS);
  steps.push(...typing);
  const text = lastText(typing);
  const ended = Math.max(entered, ...burst.u.map((up) => entered + BETWEEN_MS + (up ?? 0)));
  const pressing = pressSteps(press, ended + BETWEEN_MS + WINDOW_MS, device);
  steps.push(...pressing);
  const click = pressing.findLast((step) => step.kind === 'device' && step.event.type === 'click');
  if (click?.kind === 'device') steps.push({ kind: 'send', event: click.event, text });
  return steps;
}

/** Characters that a burst types and leaves. */
export function typedIn(burst: Burst): number {
  return lastText(typingSteps(burst, 0)).length;
}

/** The approach from the last release in another place on: of the press before it, only a part was recorded. */
function pressSteps(approach: Approach, at: number, pointerType: string): readonly Step[] {
  const kinds = [...approach.k];
  const press = kinds.findIndex((kind, index) => kind === 'd' && approach.t[index] === 0);
  const elsewhere = (index: number) =>
    Math.hypot(
      (approach.x[index] ?? 0) - (approach.x[press] ?? 0),
      (approach.y[index] ?? 0) - (approach.y[press] ?? 0),
    ) > 3;
  const before = kinds.findLastIndex((kind, index) => kind === 'u' && index < press && elsewhere(index));
  return kinds.flatMap((given, index) => {
    if (index < before) return [];
    // Where the pointer was let go is where it was.
    const kind = index === before ? 'm' : given;
    const event = (type: string, more: Partial<InputSeen> = {}): Step => ({
      kind: 'device',
      shown: true,
      event: {
        type,
        timeStamp: at + (approach.t[index] ?? 0),
        isTrusted: true,
        pointerType,
        pressure: 0.5,
        clientX: approach.x[index] ?? 0,
        clientY: approach.y[index] ?? 0,
        ...more,
      },
    });
    if (kind === 'm') return [event('pointermove')];
    if (kind === 'd') return [event('pointerdown'), event('mousedown', { detail: 1 })];
    return [event('pointerup'), event('click', { detail: 1 })];
  });
}

/** Keys and what they write, in the order of their times. */
function typingSteps(burst: Burst, at: number): readonly Step[] {
  const timed: { readonly at: number; readonly act: () => readonly Step[] }[] = [];
  let text = '';
  const soft = burst.k.includes('u') || burst.dev === 'android';
  [...burst.k].forEach((kind, index) => {
    const down = at + (burst.d[index] ?? 0);
    const up = burst.u[index];
    const keys = { ...KEYS[kind], ...(kind === 'c' ? letter(index) : {}), repeat: kind === 'r' };
    const key = (type: string, timeStamp: number): Step => device({ type, timeStamp, isTrusted: true, ...keys });
    const write = (): readonly Step[] => {
      if (soft || !'cseorb'.includes(kind)) return [];
      text = kind === 'b' ? text.slice(0, -1) : `${text}${kind === 'e' ? '\n' : (keys.key ?? 'x').slice(-1)}`;
      const inputType = kind === 'b' ? 'deleteContentBackward' : kind === 'e' ? 'insertLineBreak' : 'insertText';
      return [written(down, inputType, text.slice(-1), text)];
    };
    timed.push({ at: down, act: () => [key('keydown', down), ...write()] });
    if (typeof up === 'number') timed.push({ at: at + up, act: () => [key('keyup', at + up)] });
  });
  if (soft)
    burst.it?.forEach((time, index) => {
      const grown = burst.il?.[index] ?? 0;
      timed.push({
        at: at + time,
        act: () => {
          text = grown > 0 ? text + 'ab'.repeat(grown).slice(0, grown) : text.slice(0, text.length + grown);
          return [written(at + time, 'insertCompositionText', text.slice(-grown), text)];
        },
      });
    });
  return timed.sort((a, b) => a.at - b.at).flatMap(({ act }) => act());
}

const KEYS: Readonly<Record<string, Pick<InputSeen, 'key' | 'code'>>> = {
  s: { key: ' ', code: 'Space' },
  b: { key: 'Backspace', code: 'Backspace' },
  e: { key: 'Enter', code: 'Enter' },
  m: { key: 'Shift', code: 'ShiftLeft' },
  n: { key: 'ArrowLeft', code: 'ArrowLeft' },
  r: { key: 'x', code: 'KeyX' },
  o: { key: '.', code: 'Period' },
  u: { key: 'Unidentified', code: '' },
};

/** A letter whose key is not down already; which one does not matter to any sign. */
function letter(index: number): Pick<InputSeen, 'key' | 'code'> {
  const key = 'abcdefghijklmnopqrstuvw'[index % 23] ?? 'a';
  return { key, code: `Key${key.toUpperCase()}` };
}

function device(event: InputSeen): Step {
  return { kind: 'device', event, shown: true };
}

function written(timeStamp: number, inputType: string, data: string, text: string): Step {
  return { kind: 'input', event: { type: 'input', timeStamp, isTrusted: true, inputType, data }, text };
}

function lastText(steps: readonly Step[]): string {
  const last = steps.findLast((step) => step.kind === 'input');
  return last?.kind === 'input' ? last.text : '';
}

function lastOf(times: readonly number[]): number {
  return Math.max(...times);
}
