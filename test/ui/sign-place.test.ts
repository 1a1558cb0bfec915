/** The sign about an agent covers nothing that is being written: it moves, and where there is no room only the edge stays. */
import { describe, expect, it } from 'vitest';
import { freePlace } from '../../src/ui/overlay/sign-place.ts';

const SIGN = { width: 240, height: 32 };
const WINDOW = { width: 1280, height: 800 };
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('the sign stands', () => {
  it.each([
    ['at the top where nobody writes', [], 'top'],
    ['at the top over a composer at the bottom', [box(780, 300, 480, 480)], 'top'],
    ['in the corner beside a composer at the top', [box(300, 0, 600, 300)], 'top-end'],
    ['below a composer over the whole width', [box(0, 0, 1280, 500)], 'bottom-start'],
    ['nowhere in a window full of it', [box(0, 0, 1280, 800)], 'edge'],
    ['at the top beside a composer that is not shown', [box(0, 0, 0, 0)], 'top'],
    ['nowhere between two of them', [box(0, 0, 1280, 300), box(0, 700, 1280, 100)], 'edge'],
  ] as const)('%s', (_name, taken, place) => {
    expect(freePlace(taken, SIGN, WINDOW)).toBe(place);
  });
});
