/**
 * Composers that a page has forged, broken or left half, in real engines: read for what they say, called a part where
 * something is missing, and never an exception into the page.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Agent, remoteAgent } from './agents.ts';
import { composersIn, type ReadComposer, readerOfComposers } from './page-reading.ts';
import { openStage, type Stage, signedInToMail, wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

interface Parts {
  readonly to?: string;
  readonly cc?: string;
  readonly editor?: string;
  readonly hidden?: string;
  readonly more?: string;
}

const RLO = '\u202e';
const EDITOR = '<div g_editable="true" contenteditable="true" role="textbox">Hello</div>';
const HIDDEN =
  '<input type="hidden" name="draft" value="#msg-a:r1"><input type="hidden" name="rt" value="#thread-a:r1"><input name="subjectbox" value="Plan">';
const chip = (address: string, name = 'Bob') =>
  `<div role="option" data-name="${name}" data-hovercard-id="${address}"><span>${name}</span></div>`;
const field = (name: string, chips: string, typed = '') =>
  `<div class="anm" name="${name}"><div role="listbox">${chips}</div><input class="agP" value="${typed}"></div>`;
const BOB = chip('bob@corp.example');

function composer({ to = BOB, cc = '', editor = EDITOR, hidden = HIDDEN, more = '' }: Parts = {}): string {
  return `<div class="M9"><form class="bAs"><div class="GS">${field('to', to)}${field('cc', cc)}${field('bcc', '')}</div>${hidden}</form><div class="Ap">${editor}</div>${more}</div>`;
}

type Expected = readonly [to: readonly string[], reads: ReadComposer['reads']];
const ALL: Expected = [['bob@corp.example'], 'all'];
const PART: Expected = [['bob@corp.example'], 'part'];

const PAGES: Readonly<Record<string, readonly [page: string, ...expected: Expected[]]>> = {
  'an ordinary one': [composer(), ALL],
  'from right to left': [`<div dir="rtl">${composer()}</div>`, ALL],
  'two of them': [composer() + composer(), ALL, ALL],
  'one within another': [composer({ more: composer() }), ALL],
  'the same person in several chips': [composer({ to: BOB + chip('BOB@corp.example') + BOB }), ALL],
  'a name that looks like an address': [
    composer({ to: chip('eve@evil.example', 'bob@corp.example') }),
    [['eve@evil.example'], 'all'],
  ],
  'a chip without an address': [composer({ to: `${BOB}<div role="option" data-name="Eve">Eve</div>` }), PART],
  'an address with a mark that turns the text': [composer({ to: BOB + chip(`eve${RLO}@evil.example`) }), PART],
  'an address that holds two': [composer({ to: BOB + chip('a@x.example,b@x.example') }), PART],
  'an address that is typed and no chip yet': [
    composer({ to: '' }).replace('value=""', 'value="dave@x.example"'),
    [['dave@x.example'], 'all'],
  ],
  'somebody whom only the line of a reply names': [
    composer({
      more: '<div class="az9"><span email="dave@x.example" data-hovercard-id="dave@x.example"></span></div>',
    }),
    [['bob@corp.example', 'dave@x.example'], 'part'],
  ],
  'somebody whom that line names without an address': [
    composer({ more: '<div class="az9"><span email="">Dave</span></div>' }),
    PART,
  ],
  'no place for people': [composer().replace(/<div class="GS">.*<\/form>/, '</form>'), [[], 'part']],
  'a thread called undefined': [composer({ hidden: HIDDEN.replace('#thread-a:r1', 'undefined') }), PART],
  'no thread and no message': [composer({ hidden: '' }), PART],
  'a file': [composer({ more: '<div class="GM"><div><div>plan.pdf</div></div></div>' }), PART],
  'a trimmed quotation': [composer({ more: '<div class="ajR">…</div>' }), PART],
  'a trimmed quotation that is hidden': [composer({ more: '<div class="ajR" hidden>…</div>' }), ALL],
  'plain text': [composer({ editor: `${EDITOR}<textarea class="Ak">Hello</textarea>` }), PART],
  'no editor': [composer({ editor: '' })],
  'an editor without a name of its own': [
    composer({ editor: '<p contenteditable="true" role="textbox">Hello</p>' }),
    ALL,
  ],
  nothing: [''],
};

describe.each(wantedBrowsers())('a page with (%s)', (browser) => {
  let stage: Stage;
  let agent: Agent;
  let reader: string;

  beforeAll(async () => {
    reader = await readerOfComposers();
    stage = await openStage({ browser, remote: 'agent' });
    agent = await remoteAgent(stage);
    await agent.goTo(signedInToMail('alice', '/mail/u/0/'));
  }, 120_000);

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  afterEach((context) => showFailure(context, stage, `mail-page-${browser}`));

  const show = (html: string) => agent.run(`document.body.innerHTML = ${JSON.stringify(html)}; return null;`);

  it.each(Object.keys(PAGES))('%s', async (name) => {
    const [html = '', ...expected] = PAGES[name] ?? [];
    await show(html);
    const found = await composersIn(agent, reader);
    expect(found.map(({ draft, reads }) => [draft.recipients?.to, reads])).toEqual(expected);
  });

  it('three thousand people, each once and in a moment', async () => {
    const people = Array.from({ length: 3_000 }, (_, i) => `p${i}@corp.example`);
    await show(composer({ to: people.map((each) => chip(each)).join(''), cc: chip('p5@corp.example') }));
    const began = performance.now();
    const [found] = await composersIn(agent, reader);
    expect(found?.draft.recipients?.to).toEqual(people);
    expect(found?.draft.recipients?.cc).toEqual(['p5@corp.example']);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
