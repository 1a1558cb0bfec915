/** Who the guard takes people for: sends composed of real clicks and real typing, by kind of device. */
import type { Thresholds } from '../../../src/agents/measured.ts';
import type { Actor, SignId } from '../../../src/core/actor.ts';
import { type Tally, tally } from './agents.ts';
import { type Send, stepsOfSend, typedIn } from './compose.ts';
import { type Approach, type Burst, readHands } from './hands.ts';
import { attributionBy, signsIn } from './replay.ts';

/** A text of fewer typed characters shows no rhythm; then a person is "not sure". */
const TYPED_FROM = 12;

export interface DeviceFigures extends Tally {
  readonly sends: number;
  /** Sends with at least 12 typed characters, and how many of those were taken for a person's. */
  readonly typed: number;
  readonly typedHuman: number;
  readonly signs: Readonly<Record<string, number>>;
  /** The share taken for an agent's lies below this with 95 % certainty, sends taken as independent. */
  readonly agentShareBelow: number;
}

export interface HumanFigures extends DeviceFigures {
  readonly byDevice: Readonly<Record<string, DeviceFigures>>;
  /** All but touch. */
  readonly desktop: DeviceFigures;
}

export type Device = 'mouse' | 'remote desktop' | 'touch';

export interface PersonsSend {
  readonly device: Device;
  readonly send: Send;
}

/** All sends that can be composed from a folder; none when it holds none. */
export function composeSends(folder: string): readonly PersonsSend[] {
  const clicks = readHands<Approach>(folder, 'mouse').filter(({ drag }) => drag === 0);
  const bursts = readHands<Burst>(folder, 'keys');
  const keyboard = bursts.filter(({ dev }) => !SOFT.includes(dev));
  const soft = bursts.filter(({ dev }) => SOFT.includes(dev));
  const on = (dev: string) => clicks.filter((click) => click.dev === dev);
  return [
    ...pairs('mouse', on('mouse'), keyboard, Math.max(on('mouse').length, keyboard.length)),
    ...pairs('remote desktop', on('rdp'), keyboard, on('rdp').length),
    ...pairs('touch', on('touch'), soft, Math.max(on('touch').length, soft.length)),
  ];
}

const SOFT: readonly string[] = ['android', 'ios', 'ipad'];

/** Each click presses Send once, after that hand's click before it; each burst is typed. */
function pairs(
  device: Device,
  clicks: readonly Approach[],
  bursts: readonly Burst[],
  count: number,
): readonly PersonsSend[] {
  if (clicks.length === 0 || bursts.length === 0) return [];
  return Array.from({ length: count }, (_, index) => {
    const press = clicks[index % clicks.length] as Approach;
    const before = clicks[(index % clicks.length) - 1];
    const burst = bursts[index % bursts.length] as Burst;
    return { device, send: { enter: before?.p === press.p ? before : press, burst, press } };
  });
}

interface JudgedSend {
  readonly device: Device;
  readonly actor: Actor;
  readonly signs: readonly SignId[];
  readonly typed: boolean;
}

export function humanFigures(sends: readonly PersonsSend[], limits: Thresholds): HumanFigures {
  const judged = sends.map(({ device, send }): JudgedSend => {
    const signs = signsIn(stepsOfSend(send), limits);
    return { device, signs, actor: attributionBy(signs, []).actor, typed: typedIn(send.burst) >= TYPED_FROM };
  });
  const devices = [...new Set(judged.map(({ device }) => device))];
  return {
    ...figuresOf(judged),
    byDevice: Object.fromEntries(
      devices.map((device) => [device, figuresOf(judged.filter((each) => each.device === device))]),
    ),
    desktop: figuresOf(judged.filter(({ device }) => device !== 'touch')),
  };
}

function figuresOf(judged: readonly JudgedSend[]): DeviceFigures {
  const signs: Record<string, number> = {};
  for (const each of judged) for (const sign of each.signs) signs[sign] = (signs[sign] ?? 0) + 1;
  const all = tally(judged.map(({ actor }) => actor));
  return {
    sends: judged.length,
    ...all,
    typed: judged.filter(({ typed }) => typed).length,
    typedHuman: judged.filter(({ typed, actor }) => typed && actor === 'human').length,
    signs,
    agentShareBelow: upperBound(all.agent, judged.length),
  };
}

/** The share that is so large that seeing at most this many would have had a chance of 5 % (Poisson). */
export function upperBound(count: number, of: number): number {
  if (of === 0) return 1;
  let low = count;
  let high = count + 10 * Math.sqrt(count + 1) + 10;
  for (let step = 0; step < 60; step++) {
    const mean = (low + high) / 2;
    if (atMost(count, mean) > 0.05) low = mean;
    else high = mean;
  }
  return low / of;
}

function atMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= count; k++) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}
