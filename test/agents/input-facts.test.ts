/** The numbers that people are told: how the text came, and never a guess about what nobody saw. */
import { describe, expect, it } from 'vitest';
import { InputWatch } from '../../src/agents/input-watch.ts';
import { MEASURED } from '../../src/agents/measured.ts';
import type { InputFacts } from '../../src/core/actor.ts';
import { Scene } from './scene.ts';

const TEXT = 'Thank you, I will look at it on Monday and write to Bob.';

/** The facts once the signs have been asked for, as the content script asks. */
function factsOf(scene: Scene): InputFacts {
  scene.signs();
  const facts = scene.watch.facts({ root: scene.root });
  if (facts === null) throw new Error('nothing was counted');
  return facts;
}

describe('what was counted', () => {
  it('says of a text put in whole that all of it came at once, without keys', () => {
    const facts = factsOf(new Scene().insert(TEXT).jump(300, 200));
    expect(facts).toMatchObject({
      characters: TEXT.length,
      unexplained: TEXT.length,
      atOnce: TEXT.length,
      typed: 0,
      keys: 0,
      presses: 1,
      jumps: 1,
      pace: null,
    });
  });

  it('counts keys and typed characters of a person, and keeps their times to itself', () => {
    const facts = factsOf(new Scene().type(TEXT).click(300, 200));
    expect(facts).toMatchObject({ characters: TEXT.length, typed: TEXT.length, keys: TEXT.length, unexplained: 0 });
    expect(facts).toMatchObject({ atOnce: 0, capitals: 4, bareCapitals: 0, presses: 1, jumps: 0, pace: null });
  });

  it('tells the pace of keys that no hand presses', () => {
    const facts = factsOf(new Scene().type(TEXT, { dwellMs: 2, gapMs: 10, shift: false }));
    expect(facts.pace).toEqual({ heldMs: 2, apartMs: 10 });
    expect(facts).toMatchObject({ keys: TEXT.length, capitals: 4, bareCapitals: 4 });
  });

  it('goes on counting keys when their times are no longer kept', () => {
    const facts = factsOf(new Scene().type('a word more '.repeat(50)));
    expect(facts.keys).toBe(600);
  });

  it('leaves out what the site itself quotes', () => {
    const facts = factsOf(new Scene('> an old mail of a hundred words\n').insert(TEXT));
    expect(facts).toMatchObject({ characters: TEXT.length, atOnce: TEXT.length });
  });

  it('does not say that a text came at once when nobody saw it come', () => {
    const watch = new InputWatch(MEASURED);
    const root = {};
    watch.signs({ root, text: TEXT }, 0, 5_000);
    expect(watch.facts({ root })).toMatchObject({ unexplained: TEXT.length, atOnce: 0 });
  });

  it('begins anew with the next text', () => {
    const scene = new Scene().insert(TEXT);
    scene.text = '';
    scene.input({ inputType: 'deleteContentBackward', data: null }).type('thank you for this one');
    expect(factsOf(scene)).toMatchObject({ characters: 22, typed: 22, keys: 22, atOnce: 0 });
  });

  it('says nothing of a composition that it has never seen', () => {
    expect(new InputWatch(MEASURED).facts({ root: {} })).toBeNull();
  });
});
