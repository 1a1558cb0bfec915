import { describe, expect, it } from 'vitest';
import { attribute, type Evidence } from '../../src/core/actor.ts';

describe('who acts', () => {
  const seen = (
    sign: Evidence['sign'],
    direction: Evidence['direction'],
    weight: Evidence['weight'],
    source: Evidence['source'],
  ): Evidence => ({ sign, direction, weight, source, at: 0 });
  const attached = seen('debugger', 'agent', 3, 'browser');
  const untrusted = seen('untrusted-event', 'agent', 3, 'page');
  const hinted = seen('webdriver', 'agent', 2, 'browser');
  const notTyped = seen('text-not-typed', 'agent', 1, 'page');
  const byHand = seen('typed-by-hand', 'human', 3, 'page');
  it.each<[string, readonly Evidence[], { latched: boolean; devtools: boolean }, string]>([
    ['nothing seen', [], { latched: false, devtools: false }, 'unknown'],
    ['typed by hand', [byHand], { latched: false, devtools: false }, 'human'],
    ['an attached debugger', [attached], { latched: false, devtools: false }, 'agent'],
    ['an attached debugger, and typing', [attached, byHand], { latched: false, devtools: false }, 'agent'],
    [
      'an attached debugger beside DevTools: perhaps a person’s',
      [attached],
      { latched: false, devtools: true },
      'unknown',
    ],
    ['an untrusted event', [untrusted], { latched: false, devtools: false }, 'agent'],
    ['text that was not typed, alone', [notTyped], { latched: false, devtools: false }, 'unknown'],
    [
      'text that was not typed weighs against typing',
      [notTyped, byHand],
      { latched: false, devtools: false },
      'unknown',
    ],
    ['typing in a tab where an agent has shown itself', [byHand], { latched: true, devtools: false }, 'agent'],
    ['typing beside DevTools', [byHand], { latched: false, devtools: true }, 'unknown'],
    ['an untrusted event beside DevTools', [untrusted], { latched: false, devtools: true }, 'agent'],
    [
      'two signs of an agent that together are enough',
      [notTyped, hinted],
      { latched: false, devtools: false },
      'agent',
    ],
    ['one that is not', [hinted], { latched: false, devtools: false }, 'unknown'],
    [
      'two signs of a hand that together are enough',
      [
        { ...byHand, weight: 1 },
        { ...byHand, weight: 2 },
      ],
      { latched: false, devtools: false },
      'human',
    ],
    ['a sign of a hand that is not', [{ ...byHand, weight: 2 }], { latched: false, devtools: false }, 'unknown'],
    ['a hand in a latched tab beside DevTools', [byHand], { latched: true, devtools: true }, 'agent'],
  ])('%s', (_name, evidence, context, actor) => {
    expect(attribute(evidence, context).actor).toBe(actor);
  });

  it.each<[string, readonly Evidence[], { latched: boolean; devtools: boolean }, 'page' | 'browser']>([
    ['nothing', [], { latched: true, devtools: false }, 'page'],
    ['what the page saw', [untrusted], { latched: false, devtools: false }, 'page'],
    ['what the browser saw, beside it', [untrusted, attached], { latched: false, devtools: false }, 'browser'],
    ['a debugger that may be a person’s', [attached], { latched: false, devtools: true }, 'page'],
    ['a sign of a hand', [{ ...byHand, source: 'browser' }], { latched: false, devtools: false }, 'page'],
  ])('is told on the word of %s', (_name, evidence, context, source) => {
    expect(attribute(evidence, context)).toMatchObject({ evidence, source });
  });
});
