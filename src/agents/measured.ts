/**
 * Every threshold of the signs, in one table, each with the measurement that it stands on. People: 20,767 clicks of 304
 * people and 20,600 typed bursts of 2,451 people on physical keyboards; agents: 333 recorded sessions of 14 tools.
 */

export interface Thresholds {
  /** Characters below which a text says nothing either way. */
  readonly shortestText: number;
  /** Below this share of explained characters a text counts as not typed: 34 of 58 tool actions, no typed text of people. */
  readonly explainedShare: number;
  /** From this share of typed characters on, a text counts as typed by hand: most people paste nothing (4 of 474 bursts). */
  readonly typedShare: number;
  /** A single character follows the key that typed it within this time, also on a loaded machine (400 ms in the recordings). */
  readonly keyToInputMs: number;
  /** Keys judged together. People type 24 to 70 in a sentence; the rhythm rules were measured from 8 keys on. */
  readonly rhythmKeys: number;
  /** Keys that show a hand, at least. */
  readonly handKeys: number;
  /** Median time that a key is down: people 54 ms at the lowest in a thousand, xdotool 4 to 9, key events by protocol 1 to 10. */
  readonly dwellMs: number;
  /** A hand's median is at least this: half-way between the slowest xdotool (30 ms) and the quickest person (54 ms). */
  readonly handDwellMs: number;
  /** Spread of the times between keys (standard deviation by mean): people .24 at the lowest in a thousand; a fixed delay below .15. */
  readonly gapSpread: number;
  /** A hand's spread is at least this: .20 was below all but 2 in 20,600 bursts. */
  readonly handGapSpread: number;
  /** A key that follows the release of the one before within this time … (programs release and press in one go). */
  readonly flightMs: number;
  /** … in more than this share of keys: people .35 at the highest in a thousand. */
  readonly flightShare: number;
  /** Median time from key to key: people 73 ms at the lowest in a thousand, none of 20,600 below 60. */
  readonly gapMs: number;
  /** Capitals without Shift or Caps Lock that make a sign: people none of 454 letters on Windows and Linux. */
  readonly bareCapitals: number;
  /** The approach to a press: pointer moves up to this long before it. */
  readonly approachMs: number;
  /** A press so far from where the pointer was last seen was not preceded by a move (E: 1 of 20,767 people's clicks with a quick press). */
  readonly teleportPx: number;
  /** One single step at least this long as the whole approach (M3: 0.012 % of people's clicks). */
  readonly jumpPx: number;
  /** A button down for less than this; alone it is worth nothing (1.8 % of people's clicks). */
  readonly quickPressMs: number;
  /** A path this long … */
  readonly straightPx: number;
  /** … that leaves its line by less than this … */
  readonly bendPx: number;
  /** … in at least so many steps … */
  readonly evenSteps: number;
  /** … whose lengths spread less than this (G: none of 20,767). */
  readonly stepSpread: number;
  /** Moves within an approach that show a hand: people 6 positions and more in 99 of 100 clicks. */
  readonly handMoves: number;
}

export const MEASURED: Thresholds = {
  shortestText: 12,
  explainedShare: 0.5,
  typedShare: 0.8,
  keyToInputMs: 400,
  rhythmKeys: 20,
  handKeys: 12,
  dwellMs: 20,
  handDwellMs: 40,
  gapSpread: 0.15,
  handGapSpread: 0.2,
  flightMs: 5,
  flightShare: 0.6,
  gapMs: 40,
  bareCapitals: 2,
  approachMs: 2_000,
  teleportPx: 3,
  jumpPx: 50,
  quickPressMs: 20,
  straightPx: 100,
  bendPx: 1,
  evenSteps: 8,
  stepSpread: 0.15,
  handMoves: 4,
};
