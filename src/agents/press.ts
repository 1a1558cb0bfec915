/**
 * One press of a mouse button and how the pointer came there. Programs move it to its target in one step, or evenly along
 * a line; one such press in 5,000 is a person's, so a single one only supports. Nothing of this is asked of fingers,
 * pens or assistive technology, whose honest presses look just so.
 */
import type { Thresholds } from './measured.ts';
import { spread } from './statistics.ts';

export interface Spot {
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

export interface Press {
  /** Where the pointer was last seen before this approach; null when it has not been seen in this page. */
  readonly from: Spot | null;
  /** Moves since the press before, at most `approachMs` old. */
  readonly moves: readonly Spot[];
  readonly down: Spot;
  /** How long the button was down, in milliseconds. */
  readonly heldMs: number;
}

/** Whether a pointer came to its press as no hand brings it. */
export function jumped(press: Press, limits: Thresholds): boolean {
  const { from, moves, down } = press;
  const quick = press.heldMs < limits.quickPressMs;
  const last = moves.at(-1) ?? from;
  const teleported = last !== null && distance(last, down) > limits.teleportPx;
  const path = distinct(from === null ? [...moves, down] : [from, ...moves, down]);
  const [first, second] = path;
  const oneStep =
    path.length === 2 && first !== undefined && second !== undefined && distance(first, second) >= limits.jumpPx;
  const fromNowhere = from === null && path.length === 1;
  return oneStep || (quick && (teleported || fromNowhere)) || isRuled(path, limits);
}

/** Whether a hand brought the pointer: along a way, or with a short correction of where it had rested before. */
export function broughtByHand(press: Press, limits: Thresholds): boolean {
  const { from, moves, down } = press;
  if (jumped(press, limits) || press.heldMs < limits.quickPressMs) return false;
  const path = distinct(from === null ? [...moves, down] : [from, ...moves, down]);
  const longest = Math.max(0, ...path.slice(1).map((spot, index) => distance(path[index] ?? spot, spot)));
  const rested = (from !== null || moves.length > 0) && longest < limits.jumpPx;
  return rested || path.length >= limits.handMoves;
}

/** Along a straight line in even steps. */
function isRuled(path: readonly Spot[], limits: Thresholds): boolean {
  const first = path[0];
  const last = path.at(-1);
  if (first === undefined || last === undefined || path.length <= limits.evenSteps) return false;
  const length = distance(first, last);
  if (length < limits.straightPx) return false;
  const bend = (spot: Spot) =>
    Math.abs((last.x - first.x) * (first.y - spot.y) - (first.x - spot.x) * (last.y - first.y)) / length;
  const steps = path.slice(1).map((spot, index) => distance(path[index] ?? spot, spot));
  return path.every((spot) => bend(spot) < limits.bendPx) && spread(steps) < limits.stepSpread;
}

function distance(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Without the moves that led nowhere. */
function distinct(path: readonly Spot[]): readonly Spot[] {
  return path.filter((spot, index) => index === 0 || spot.x !== path[index - 1]?.x || spot.y !== path[index - 1]?.y);
}
