/**
 * Every way to send in Gmail, in four languages and both directions of reading: each is recognised and held for an agent,
 * and what our reading of the page says is what the request says.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/core/canonical.ts';
import { describeRequest } from '../../src/sites/gmail/requests.ts';
import { readPageBody } from '../../src/sites/read-body.ts';
import type { DescribedAct } from '../../src/sites/site.ts';
import { arrivedSends } from '../incidents/mail.ts';
import { entriesOf } from '../incidents/story.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { mostlyIn, shortened } from './full.ts';
import { pause, until } from './harness/until.ts';
import { composersIn, type ReadComposer, readerOfComposers } from './page-reading.ts';
import { MAIL, openStage, type Stage, signedInToMail } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

const EDITOR = '.M9 [g_editable="true"]';
const SEND = '.M9 .IZ .Up .aoO';
const LANGUAGES = ['en', 'de', 'ja', 'ar'] as const;
const SENTENCE = 'Zwölf Räder 自転車 دراجة, 12:15.';

/** One way to send: where it is written, and what is pressed. */
interface Way {
  readonly name: string;
  readonly open: (at: Desk) => Promise<void>;
  readonly press: (at: Desk) => Promise<void>;
}

/** The agent's place of work: a mail page in one language. */
interface Desk {
  readonly agent: Agent;
  readonly click: (selector: string) => Promise<void>;
  /** Writes people into the fields of a composer, in whatever form they are. */
  readonly people: (given: Readonly<Partial<Record<'to' | 'cc' | 'bcc', string>>>) => Promise<void>;
  readonly subject: (text: string) => Promise<void>;
  readonly goTo: (query: string, hash?: string) => Promise<void>;
  readonly openThread: () => Promise<void>;
}

const TO_ALL = { to: 'bob@corp.example', cc: 'helen@corp.example', bcc: 'ken@corp.example' };

async function newMail(at: Desk, query = ''): Promise<void> {
  await at.goTo(query, '#inbox');
  await at.click('[gh="cm"]');
  await at.people(TO_ALL);
  await at.subject('Räder 自転車 دراجة');
}

async function inThread(at: Desk, control: string): Promise<void> {
  await at.openThread();
  await at.click(control);
}

const clickSend = (at: Desk) => at.click(SEND);
const ctrlEnter = (at: Desk) => at.agent.pressCtrlEnter(EDITOR);
const key = (selector: string, name: string) => (at: Desk) => at.agent.press(selector, name);

const WAYS: readonly Way[] = [
  { name: 'new, in a popup: Send', open: newMail, press: clickSend },
  {
    name: 'new, recipients in the form of old: Ctrl+Enter',
    open: (at) => newMail(at, '&people=classic'),
    press: ctrlEnter,
  },
  {
    name: 'new, full screen: Cmd+Enter',
    async open(at) {
      await newMail(at);
      await at.click('.M9 .Hq');
    },
    press: key(EDITOR, 'Meta+Enter'),
  },
  {
    name: 'new, in a window of its own: Enter on Send',
    async open(at) {
      await at.goTo('&view=cm&fs=1');
      await at.people(TO_ALL);
      await at.subject('Alone');
    },
    press: key(SEND, 'Enter'),
  },
  {
    name: 'reply, its people as one line: Space on Send',
    open: (at) => inThread(at, '.ams.bkH'),
    press: key(SEND, 'Space'),
  },
  { name: 'reply to all: Send', open: (at) => inThread(at, '.ams.bkI'), press: clickSend },
  {
    name: 'reply, with its quotation shown: Ctrl+Enter',
    async open(at) {
      await inThread(at, 'li[data-action-type="94"]');
      await at.click('.M9 .ajR');
    },
    press: ctrlEnter,
  },
  {
    name: 'forward: Send',
    async open(at) {
      await inThread(at, '.ams.bkG');
      await at.people({ to: 'maria@corp.example', bcc: 'bob@corp.example' });
    },
    press: clickSend,
  },
  {
    name: 'forward, recipients in the form of old: Send',
    async open(at) {
      await at.goTo('&people=classic', '#inbox/19a3f21b5c8d4e02');
      await at.click('.ams.bkG');
      await at.people({ to: 'maria@corp.example' });
    },
    press: clickSend,
  },
  {
    name: 'forward as a file: Send',
    async open(at) {
      await inThread(at, '.ams.attached');
      await at.people({ to: 'maria@corp.example' });
    },
    press: clickSend,
  },
  {
    name: 'reply: send and archive',
    open: (at) => inThread(at, '.ams.bkH'),
    press: (at) => at.click('.M9 .IZ .Up .Uo'),
  },
  {
    name: 'new: send later',
    open: newMail,
    async press(at) {
      await at.click('.M9 .hG');
      await at.click('[selector="scheduledSend"]');
      await at.click('.Kj-JD .Az');
    },
  },
];

/** Every page has an address of its own: by a known one the browser would go on with what is open. */
let page = 0;

function deskOf(agent: Agent, language: string): Desk {
  const desk: Desk = {
    agent,
    async click(selector) {
      const there = `return document.querySelector(${JSON.stringify(selector)}) !== null;`;
      await until(selector, () => agent.run<boolean>(there).catch(() => undefined), 20_000);
      await agent.click(selector);
    },
    async people(given) {
      for (const [field, address] of Object.entries(given)) {
        if (field !== 'to')
          await agent.run(`document.querySelector('.M9 .${field === 'cc' ? 'pE' : 'pB'}').click(); return null;`);
        await agent.write(`.M9 [name="${field}"] input.agP, .M9 textarea.vO[name="${field}"]`, `${address},`);
      }
    },
    subject: (text) => agent.write('.M9 [name="subjectbox"]', text),
    async goTo(query, hash = '') {
      page += 1;
      await agent.goTo(`${MAIL}/mail/u/0/?hl=${language}&n=${page}${query}${hash}`);
      await until(
        'the page in its language',
        () => agent.run<boolean>(`return document.documentElement.lang === '${language}';`).catch(() => undefined),
        20_000,
      );
    },
    openThread: () => desk.goTo('', '#inbox/19a3f21b5c8d4e02'),
  };
  return desk;
}

async function write(at: Desk, way: Way): Promise<void> {
  await way.open(at);
  await at.agent.insert(EDITOR, SENTENCE);
}

/** What is tried each time: one language from right to left. */
const TRIED = { chromium: ['ar'], firefox: ['ja'] } as const;

describe.each(mostlyIn('chromium'))('every way to send a mail (%s)', (browser) => {
  const languages = shortened(LANGUAGES, String, browser, TRIED);
  let stage: Stage;
  let agent: Agent;
  let reader: string;

  const begin = async (mailMandate: 'draft' | 'flow') => {
    reader = await readerOfComposers();
    stage = await openStage({ browser, remote: 'agent', mailMandate });
    agent = await remoteAgent(stage);
    await agent.goTo(signedInToMail('alice', '/mail/u/0/'));
  };
  const end = async () => {
    await agent?.leave();
    await stage?.close();
  };
  afterEach((context) => showFailure(context, stage, `mail-ways-${browser}`));

  describe('is held for an agent', () => {
    beforeAll(() => begin('draft'), 120_000);
    afterAll(end);

    it('in confidential mode, which nobody has recorded, it is refused: the request cannot be read whole', async () => {
      const at = deskOf(agent, 'en');
      const unreadable = () =>
        stage.collector.entries.filter((each) => (each.body as { readonly act?: string }).act === 'unreadable').length;
      await write(at, { name: '', open: newMail, press: clickSend });
      await at.click('.M9 [command="locker"]');
      // With the choice of a time open the request is kept back, and not the gesture, which says nothing of the mode.
      await agent.run(`document.querySelector('.M9 .hG').click(); return null;`);
      await at.click(SEND);
      await pause(3_000);
      expect(arrivedSends(stage)).toBe(0);
      expect(unreadable()).toBeGreaterThan(0);
    });

    it.each(languages)(
      'in %s',
      async (language) => {
        const at = deskOf(agent, language);
        const missed: string[] = [];
        for (const way of WAYS) {
          await write(at, way);
          await way.press(at);
          // The page is told that something waits in it; each page is a new one.
          const told = "return document.querySelector('[data-countersign=held]') !== null;";
          await until(way.name, () => agent.run<boolean>(told), 20_000).catch(() => missed.push(way.name));
        }
        await pause(1_000);
        expect(missed).toEqual([]);
        expect(arrivedSends(stage)).toBe(0);
      },
      400_000,
    );
  });

  describe('reads the same in the page and in the request', () => {
    beforeAll(() => begin('flow'), 120_000);
    afterAll(end);

    it.each(languages)(
      'in %s',
      async (language) => {
        const at = deskOf(agent, language);
        const different: string[] = [];
        for (const way of WAYS) {
          stage.mail.reset();
          await write(at, way);
          const [shown] = await composersIn(agent, reader);
          await way.press(at);
          await until(way.name, () => arrivedSends(stage) > 0 || undefined, 20_000).catch(() => undefined);
          different.push(...differences(way.name, shown, sentIn(stage)));
        }
        expect(different).toEqual([]);
      },
      400_000,
    );

    it('and a mail that is taken back is taken back: nothing is asked, and others have nothing', async () => {
      stage.mail.reset();
      const at = deskOf(agent, 'ar');
      await write(at, { name: '', open: newMail, press: clickSend });
      await at.click(SEND);
      await until('the mail to arrive', () => arrivedSends(stage) > 0 || undefined, 20_000);
      await at.click('#link_undo');
      await until('it to be taken back', () => stage.mail.sent().length === 0 || undefined, 20_000);
      expect(entriesOf(stage, 'held')).toBe(0);
    });
  });
});

/** The send that arrived, as our reading of requests describes it. */
function sentIn(stage: Stage): DescribedAct | undefined {
  const arrived = stage.mail.arrivals.find((each) => each.accepted && each.kind === 'send');
  if (arrived === undefined) return undefined;
  const url = new URL(arrived.path, MAIL);
  const body = readPageBody(arrived.body, url.searchParams);
  const described = describeRequest({ method: 'POST', path: url.pathname, body });
  return described.kind === 'acts' ? described.acts.find(({ kind }) => kind === 'send') : undefined;
}

/** In what the page and the request differ; what a page hides (a trimmed quotation) it must have called a part. */
function differences(name: string, shown: ReadComposer | undefined, sent: DescribedAct | undefined): readonly string[] {
  if (shown === undefined || sent === undefined) return [`${name}: ${shown ? 'no request' : 'no composer'} was read`];
  const { draft, reads } = shown;
  const hidden = reads === 'part' && sent.quoted !== '' && draft.quoted === '';
  const text = hidden ? sent.text.slice(0, sent.text.length - sent.quoted.length) : sent.text;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['kind', draft.kind, sent.kind],
    ['thread', draft.thread, sent.thread],
    ['message', draft.messageId, sent.messageId],
    ['recipients', draft.recipients, sent.recipients],
    ['text', canonicalText(draft.text), canonicalText(text)],
    ['quotation', hidden ? '' : canonicalText(draft.quoted), hidden ? '' : canonicalText(sent.quoted)],
    ['files', draft.attachments.length > 0, sent.attachments.length > 0],
    ['reads all', reads, draft.attachments.length > 0 || hidden ? 'part' : 'all'],
  ];
  return pairs
    .filter(([, page, request]) => JSON.stringify(page) !== JSON.stringify(request))
    .map(([what, page, request]) => `${name}: ${what} ${JSON.stringify(page)} ≠ ${JSON.stringify(request)}`);
}
