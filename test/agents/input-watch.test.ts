/** Who acts, by what a page sees: people, their tools, agents, and sites that make events of their own. */
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../src/agents/evidence.ts';
import { attribute, type PageSign } from '../../src/core/actor.ts';
import { Scene } from './scene.ts';

const TEXT = 'Thank you, I will look at it on Monday and write to Bob.';
const PLAIN = 'thank you, i will look at it on monday and write to bob';

function actor(signs: readonly PageSign[]): string {
  return attribute(
    signs.map((sign) => evidenceOf(sign, 'page', 0)),
    { latched: false, devtools: false },
  ).actor;
}

describe('a person', () => {
  it.each<[string, (scene: Scene) => Scene]>([
    ['types and clicks Send', (scene) => scene.type(TEXT).click(400, 300)],
    [
      'types and sends by keyboard',
      (scene) => scene.type(TEXT).key('keydown', 'Control', 'ControlLeft').key('keydown', 'Enter', 'Enter'),
    ],
    ['types most and pastes a little', (scene) => scene.type(TEXT).paste('A-1234').click(400, 300)],
    [
      'types after a pause of an hour',
      (scene) => {
        scene.type(PLAIN);
        scene.now += 3_600_000;
        return scene.type(PLAIN).click(400, 300);
      },
    ],
    [
      'corrects what was typed',
      (scene) => {
        scene.type(PLAIN);
        scene.text = scene.text.slice(0, -9);
        return scene.input({ inputType: 'deleteContentBackward', data: null }).type('to ann').click(400, 300);
      },
    ],
    [
      'takes words back and undoes that',
      (scene) => {
        scene.type(PLAIN);
        scene.text = PLAIN.slice(0, 20);
        scene.input({ inputType: 'deleteByCut', data: null });
        scene.text = PLAIN;
        return scene.input({ inputType: 'historyUndo', data: null }).click(400, 300);
      },
    ],
    ['double-clicks', (scene) => scene.type(TEXT).click(400, 300).press(400, 300, 80)],
  ])('who %s is one', (_name, act) => {
    const signs = act(new Scene()).signs();
    expect(signs).toEqual(['typed-by-hand']);
    expect(actor(signs)).toBe('human');
  });

  it('who writes below what the site quotes is one', () => {
    const quote = '> Could you look at this? The numbers of last year are in the attachment.\n';
    expect(actor(new Scene(quote).type(TEXT).click(400, 300).signs(quote.length))).toBe('human');
  });

  it('who presses Quote gets the site’s text, and it is nobody’s', () => {
    const scene = new Scene().click(100, 100);
    scene.text = 'Carol wrote: the numbers of last year are in the attachment of the mail. ';
    scene.watch.looked({ root: scene.root, text: scene.text }, scene.now + 200);
    expect(scene.type(PLAIN).click(400, 300).signs(scene.text.length)).toEqual(['typed-by-hand']);
  });

  it('whose file has gone up gets its link into the text, late, and stays one', () => {
    const scene = new Scene().type(TEXT + PLAIN);
    scene.now += 30_000;
    scene.text += ' [a.pdf](/u/1)';
    scene.input({ isTrusted: false, inputType: '', data: null });
    expect(scene.click(400, 300).signs()).toEqual(['typed-by-hand']);
  });

  it('whose quotation comes late over a slow line is one', () => {
    const scene = new Scene().type(PLAIN);
    const quote = '> Could you look at this? The numbers of last year are in the attachment.';
    scene.now += 10_000;
    scene.text += quote;
    scene.watch.looked({ root: scene.root, text: scene.text }, scene.now);
    expect(scene.click(400, 300).signs(quote.length)).toEqual(['typed-by-hand']);
  });

  it('who sends what was saved yesterday has not been seen typing it', () => {
    const scene = new Scene('The text of yesterday, all of it.').click(400, 300);
    expect(actor(scene.signs())).toBe('unknown');
    const never = new Scene();
    const signs = never.watch.signs({ root: {}, text: 'The text of yesterday, all of it.' }, 0, 50_000);
    expect(signs).toEqual(['text-not-typed']);
  });

  it('begins anew when the editor has been emptied', () => {
    const scene = new Scene().insert(TEXT);
    scene.text = '';
    scene.input({ isTrusted: true, inputType: 'deleteContentBackward', data: null });
    expect(scene.type(PLAIN).click(400, 300).signs()).toEqual(['typed-by-hand']);
  });

  it('types in an editor that draws every letter itself, without input events', () => {
    const scene = new Scene();
    const { watch, root } = scene;
    [...PLAIN].forEach((letter, index) => {
      const down = scene.now + index * 170 + ((index * 37) % 90);
      const event = { key: letter, code: `Key${letter.toUpperCase()}`, isTrusted: true };
      watch.saw({ type: 'keydown', timeStamp: down, ...event }, true);
      watch.saw({ type: 'keyup', timeStamp: down + 80, ...event }, true);
      watch.looked({ root, text: PLAIN.slice(0, index + 1) }, down + 80);
    });
    scene.now += 20_000;
    scene.text = PLAIN;
    expect(scene.click(400, 300).signs()).toEqual(['typed-by-hand']);
  });

  it.each<[string, (scene: Scene) => Scene]>([
    ['pastes everything', (scene) => scene.paste(TEXT).click(400, 300)],
    ['dictates', (scene) => scene.insert(TEXT).click(400, 300)],
    ['writes a word or two', (scene) => scene.type('ok, thanks').click(400, 300)],
    [
      'writes Chinese',
      (scene) => scene.insert('我会在星期一看一下然后写信', { inputType: 'insertCompositionText' }).click(400, 300),
    ],
    [
      'has a canned answer put in by an extension',
      (scene) => {
        scene.click(50, 50).text = TEXT;
        return scene.input({ isTrusted: false, inputType: '', data: null }).click(400, 300);
      },
    ],
    [
      'lets an expander type a passage',
      (scene) => scene.type(PLAIN).type(PLAIN, { dwellMs: 2, gapMs: 4 }).click(400, 300),
    ],
    [
      'presses Send by a link hint of Vimium',
      (scene) => scene.type(TEXT).device({ type: 'click', isTrusted: false, detail: 1 }),
    ],
    [
      'presses by screen reader in Chromium',
      (scene) => scene.type(TEXT).press(10, 10, 0.3, { pressure: 0, detail: 0 }),
    ],
    [
      'presses by screen reader in Firefox',
      (scene) => {
        scene.type(TEXT).now += 5_000;
        return scene.device({ type: 'mousedown', detail: 1 }).device({ type: 'click', detail: 1, pointerType: '' });
      },
    ],
    ['taps', (scene) => scene.type(PLAIN, { dwellMs: 1, gapMs: 150 }).jump(400, 300, 1, { pointerType: 'touch' })],
    ['clicks once in 5,000 as no hand does', (scene) => scene.type(TEXT).click(100, 100).jump(400, 300, 90)],
  ])('who %s is neither an agent nor proven', (_name, act) => {
    expect(actor(act(new Scene()).signs())).toBe('unknown');
  });
});

describe('an agent', () => {
  it.each<[string, (scene: Scene) => Scene, readonly PageSign[]]>([
    ['fills and clicks', (s) => s.jump(200, 200).insert(TEXT).jump(400, 300), ['text-not-typed', 'pointer-jumps']],
    [
      'fills, and clicks once without pressure',
      (s) => s.jump(200, 200, 1, { pressure: 0 }).insert(TEXT),
      ['text-not-typed', 'pointer-jump', 'no-pressure'],
    ],
    ['types at once', (s) => s.type(PLAIN, { dwellMs: 3, gapMs: 6 }), ['machine-rhythm']],
    ['types evenly', (s) => s.type(PLAIN, { dwellMs: 81, gapMs: 163 }), ['machine-rhythm']],
    [
      'types like a hand but without Shift, and jumps',
      (s) => s.type('WE AGREE with ALL of it', { shift: false }).jump(20, 20),
      ['bare-capitals', 'pointer-jump'],
    ],
    [
      'sets the value by script',
      (s) => {
        s.text = TEXT;
        return s.input({ isTrusted: false, inputType: '', data: null });
      },
      ['untrusted-event'],
    ],
    ['pastes by script', (s) => s.paste(TEXT, false), ['untrusted-event']],
    [
      'presses by script',
      (s) => s.type(PLAIN, { dwellMs: 95 }).device({ type: 'click', isTrusted: false, timeStamp: s.now + 9_000 }),
      ['untrusted-event'],
    ],
    [
      'clicks and fills a page that nobody sees',
      (s) => s.device({ type: 'mousedown', detail: 1 }, false).insert(TEXT),
      ['unseen-page', 'text-not-typed'],
    ],
  ])('that %s is one', (_name, act, signs) => {
    const shown = act(new Scene()).signs();
    expect(shown).toEqual(expect.arrayContaining([...signs]));
    expect(actor(shown)).toBe('agent');
  });

  it('that writes beside a person’s own words is not taken for that person', () => {
    const scene = new Scene().type(PLAIN);
    scene.now += 5_000;
    scene.text += ' Also send the report to eve at other dot example, all of it and today.';
    expect(actor(scene.click(400, 300).signs())).not.toBe('human');
  });

  it('that slips a passage in before a letter is typed does not have it typed', () => {
    const scene = new Scene().type(PLAIN);
    scene.text += TEXT + TEXT;
    expect(scene.type('a').click(400, 300).signs()).not.toContain('typed-by-hand');
  });

  it('whose inserted letters have no keys has typed nothing', () => {
    const scene = new Scene();
    for (const letter of TEXT) {
      scene.now += 80;
      scene.insert(letter);
    }
    expect(scene.signs()).toContain('text-not-typed');
  });

  it('that holds one key down is not typing by hand', () => {
    const scene = new Scene().key('keydown', 'a', 'KeyA').insert('a');
    for (let times = 0; times < 60; times++) {
      scene.now += 33;
      scene.key('keydown', 'a', 'KeyA', scene.now, { repeat: true }).insert('a');
    }
    expect(scene.click(400, 300).signs()).not.toContain('typed-by-hand');
  });
});

describe('what says nothing', () => {
  it('is what a site dispatches itself, twenty thousand times', () => {
    const scene = new Scene();
    for (let times = 0; times < 20_000; times++) {
      scene.now += 1;
      scene.device({
        type: ['keydown', 'click', 'mousedown', 'pointermove'][times % 4] ?? 'click',
        isTrusted: false,
        key: 'a',
        code: `Key${times}`,
      });
      scene.input({ isTrusted: false, inputType: '', data: null });
    }
    expect(scene.seen).toEqual([]);
    scene.now += 60_000;
    expect(actor(scene.type(TEXT).click(400, 300).signs())).toBe('human');
  });

  it('is a clock that jumps back and events out of order: nobody becomes an agent by it', () => {
    const scene = new Scene().type(PLAIN);
    scene.now -= 50_000;
    scene.key('keyup', 'x', 'KeyX').type(PLAIN).key('keyup', 'q', 'KeyQ').key('keydown', 'e', 'KeyE', -1);
    expect(actor(scene.click(400, 300).signs())).not.toBe('agent');
  });

  it('is a clock that a browser blurs to steps of 100 ms', () => {
    const scene = new Scene();
    [...PLAIN].forEach((letter, index) => {
      const down = 20_000 + Math.floor(index * 1.7) * 100;
      scene.now = down;
      const code = `Key${letter.toUpperCase()}`;
      scene
        .key('keydown', letter, code, down)
        .insert(letter)
        .key('keyup', letter, code, down + (index % 3 === 0 ? 100 : 0));
    });
    expect(actor(scene.click(400, 300).signs())).toBe('unknown');
  });
});
