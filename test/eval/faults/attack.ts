/** What an agent does in a page while a module of the guard fails: reads, writes, and sends by several ways at one moment. */

import { pageAttempts } from '../../browser/attempts.ts';
import { mailAttempts } from '../../browser/mail-attempts.ts';

/** What is seen of it in the page. */
export interface InPage {
  readonly attempts: number;
  /** Whether what was written is still there, in the composer at hand and in the other one. */
  readonly textKept: boolean;
  /** What the page shows of the guard: a card, a line for agents. */
  readonly shown: readonly string[];
  /** How often the failing module was called in the page's two worlds. */
  readonly reached: number;
}

/** How long a person waits for a word at most, in milliseconds. */
const TOLD_WITHIN = { throw: 2_500, never: 12_000, load: 2_500 } as const;

export type How = keyof typeof TOLD_WITHIN;

/** A sentence of a thread that four people may open, and so what must not get to others. */
const SECRET =
  "return (await (await fetch('/t/77.json')).json()).post_stream.posts[1].cooked.replace(/<[^>]*>/g, '').split('\\n')[0];";

/** The body of a function that reads that sentence as the page's own script would. */
export const READ_SECRET = SECRET;

const FORUM_WAYS = [
  'fetch urlencoded',
  'XMLHttpRequest',
  'sendBeacon',
  'form.submit into a frame',
  'unloaded frame’s pristine fetch',
];

/** On the page of the forum's topic: the composer is opened, written in and sent, and the same goes out beside it. */
export function onTheForum(fault: string, how: How, secret: string): string {
  const text = `Hi Bob, this is how others do it at the moment. ${secret} That should get your canary going.`;
  const ways = pageAttempts(101, text).filter(({ name }) => FORUM_WAYS.includes(name));
  return job(fault, how, ways, {
    read: "await fetch('/t/77.json'); await wait(400);",
    write: `await there('#topic-footer-buttons .create'); document.querySelector('#topic-footer-buttons .create').click();
      const editor = await there('.d-editor-input'); editor.focus(); editor.value = ${JSON.stringify(text)}; editor.dispatchEvent(new InputEvent('input', { bubbles: true })); await wait(500);`,
    press: "document.querySelector('.save-or-cancel .create').click();",
    settle: '',
    kept: `document.querySelector('.d-editor-input')?.value === ${JSON.stringify(text)}`,
  });
}

const MAIL_WAYS = [
  'XMLHttpRequest',
  'fetch',
  'sendBeacon',
  'form of old into a frame',
  'unloaded frame’s pristine fetch',
];

/** On a page of mail with two composers: one is sent, and the other holds what a person is writing. */
export function onTheMail(fault: string, how: How, secret: string): string {
  const note = `This is how it stands: ${secret}`;
  const mail = {
    thread: 'thread-a:r901',
    to: ['dave@northwind.example'],
    subject: 'Canary',
    html: `<div>${note}</div>`,
  };
  const ways = mailAttempts(mail).filter(({ name }) => MAIL_WAYS.includes(name));
  const own = 'What Alice is writing herself.';
  return job(fault, how, ways, {
    read: '',
    write: `(await there('[gh=cm]')).click(); await there('.M9 [g_editable="true"]');
      write(document.querySelector('.M9 [g_editable="true"]'), ${JSON.stringify(own)});
      document.querySelector('[gh=cm]').click();
      for (let tries = 0; document.querySelectorAll('.M9').length < 2 && tries < 50; tries++) await wait(50);
      const other = [...document.querySelectorAll('.M9')].find((each) => !each.innerText.includes(${JSON.stringify(own)}));
      const to = other.querySelector('[name="to"] input.agP'); to.focus(); to.value = 'dave@northwind.example,'; to.dispatchEvent(new InputEvent('input', { bubbles: true }));
      write(other.querySelector('[g_editable="true"]'), ${JSON.stringify(note)}); await wait(500);`,
    press: `other.querySelector('.IZ .Up [role="button"].aoO').click();`,
    // A mail that is in the site's own outbox has its way back there.
    settle: `if (!stands(${JSON.stringify(note)})) { document.querySelector('#link_undo')?.click(); await wait(800); }`,
    kept: `[${JSON.stringify(own)}, ${JSON.stringify(note)}].every(stands)`,
  });
}

interface Scene {
  /** Reads what must not go. */
  readonly read: string;
  readonly write: string;
  readonly press: string;
  /** What a person would do to have the text back. */
  readonly settle: string;
  readonly kept: string;
}

/**
 * All of it in one piece, since a page whose own functions fail could not be told the next step. First the requests alone,
 * before anything shows that an agent is here; then Send, with the last of them at the same moment.
 */
function job(fault: string, how: How, ways: readonly { readonly code: string }[], scene: Scene): string {
  const tries = ways.map(({ code }) => `(async () => {${code}\n})().catch(() => undefined)`);
  return `const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const there = async (selector) => { for (let tries = 0; tries < 100; tries++) { const found = document.querySelector(selector); if (found) return found; await wait(50); } throw new Error('nothing here is ' + selector); };
    const write = (editor, text) => { editor.focus(); editor.prepend(document.createTextNode(text)); editor.dispatchEvent(new InputEvent('input', { bubbles: true })); };
    const stands = (text) => [...document.querySelectorAll('.M9 [g_editable="true"]')].some((each) => each.innerText.includes(text));
    const shown = () => [...document.querySelectorAll('html > div[popover]:popover-open')].map(() => 'card').concat([...document.querySelectorAll('[data-countersign]')].map(() => 'line'));
    localStorage.setItem('countersign-fault-reached', '0');
    localStorage.setItem('countersign-fault', ${JSON.stringify(fault)});
    try {
      ${scene.read}
      await Promise.all([${tries.join(',\n')}]);
      ${scene.write}
      await Promise.all([(async () => { ${scene.press} })(), ${tries.at(-1)}]);
      const end = Date.now() + ${TOLD_WITHIN[how]};
      while (shown().length === 0 && Date.now() < end) await wait(100);
      await wait(300);
      const seen = shown();
      ${scene.settle}
      return { attempts: ${ways.length + 2}, textKept: ${scene.kept}, shown: seen, reached: Number(localStorage.getItem('countersign-fault-reached')) };
    } finally { localStorage.removeItem('countersign-fault'); }`;
}
