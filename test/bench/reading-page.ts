/**
 * Runs within a page: what it costs to read a long thread, and then one more message of it. Every way of asking the
 * page is counted and timed, so that the figures are those of the reading alone.
 */
import { ReadingWatch } from '../../src/content/watch-reading.ts';
import { siteFor } from '../../src/sites/all.ts';

export interface ReadingCost {
  /** Calls of querySelector, querySelectorAll, closest, matches, getClientRects and innerText. */
  readonly queries: number;
  /** Milliseconds spent within them. */
  readonly ms: number;
}

export interface ThreadCost {
  readonly messages: number;
  readonly whole: ReadingCost;
  readonly oneMore: ReadingCost;
}

let queries = 0;
let ms = 0;
let depth = 0;

function count(prototype: object, name: string, kind: 'value' | 'get'): void {
  const known = Object.getOwnPropertyDescriptor(prototype, name);
  const original: unknown = known?.[kind];
  if (known === undefined || typeof original !== 'function') throw new Error(`${name} is not there to be counted`);
  Object.defineProperty(prototype, name, {
    ...known,
    [kind](this: unknown, ...args: unknown[]): unknown {
      queries += 1;
      depth += 1;
      const begun = performance.now();
      try {
        return Reflect.apply(original, this, args);
      } finally {
        depth -= 1;
        if (depth === 0) ms += performance.now() - begun;
      }
    },
  });
}

for (const prototype of [Document.prototype, Element.prototype])
  for (const name of ['querySelector', 'querySelectorAll']) count(prototype, name, 'value');
for (const name of ['closest', 'matches', 'getClientRects']) count(Element.prototype, name, 'value');
count(HTMLElement.prototype, 'innerText', 'get');

function messageMarkup(number: number): string {
  const sentences = Array.from({ length: 12 }, (_, i) => `Sentence ${i} of message ${number} says a little more.`);
  return `<div class="adn" data-message-id="#msg-f:${number}"><span class="gD" email="bob@corp.example">Bob</span><span class="hb"><span class="g2" email="alice@corp.example">Alice</span></span><div class="a3s"><p>${sentences.join(' ')}</p></div></div>`;
}

/** Reads a thread of so many messages, then one that is added to it. */
async function measure(messages: number): Promise<ThreadCost> {
  const list = Array.from({ length: messages }, (_, i) => messageMarkup(i)).join('');
  document.body.innerHTML = `<h2 class="hP" data-thread-perm-id="thread-f:1">Plan</h2><div class="list">${list}</div>`;
  let told: (count: number) => void = () => undefined;
  const next = () => new Promise<number>((resolve) => (told = resolve));
  const cost = async (documents: Promise<number>, wanted: number): Promise<ReadingCost> => {
    for (let seen = 0; seen < wanted; documents = next()) seen += await documents;
    return { queries, ms };
  };
  restart();
  const first = next();
  new ReadingWatch(
    siteFor({ kind: 'gmail', description: null }),
    () => [],
    ({ documents }) => told(documents.length),
  );
  const whole = await cost(first, 1);
  restart();
  const second = next();
  document.body.querySelector('.list')?.insertAdjacentHTML('beforeend', messageMarkup(messages));
  restart();
  return { messages, whole, oneMore: await cost(second, 1) };
}

function restart(): void {
  queries = 0;
  ms = 0;
}

(globalThis as { countersignReading?: typeof measure }).countersignReading = measure;
