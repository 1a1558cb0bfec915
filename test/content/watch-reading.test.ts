/** What stands in a page is told, however it came to stand there. The page is made of the few parts that are asked for. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SeenThread, Site } from '../../src/sites/site.ts';

/** A document of the page, with a text that may be folded away. */
class FakeElement {
  readonly isConnected = true;
  text: string;
  height = 10;

  constructor(text: string) {
    this.text = text;
  }

  closest(): FakeElement {
    return this;
  }

  matches(): boolean {
    return true;
  }

  querySelectorAll(): readonly FakeElement[] {
    return [];
  }

  getClientRects(): readonly object[] {
    return this.height === 0 ? [] : [{}];
  }
}

let changed: (records: readonly object[]) => void;
let resized: (entries: readonly object[]) => void;
let page: FakeElement[];
let thread: string | null;
let told: SeenThread[];

const size = (target: FakeElement) => resized([{ target, contentRect: { height: target.height } }]);
const add = (...added: FakeElement[]) => {
  page.push(...added);
  changed(added.map((each) => ({ target: each, addedNodes: [each] })));
};
const texts = () => told.flatMap(({ documents }) => documents.map(({ text }) => text));

/** Starts the watch on the page as it stands. */
async function start(): Promise<void> {
  const site = {
    documents: {
      selector: '.d',
      read: (each: unknown) => ({ author: null, text: (each as FakeElement).text, people: [] }),
    },
    threadInView: () => (thread === null ? null : { thread, title: '', tags: [], account: null }),
  } as unknown as Site;
  const { ReadingWatch } = await import('../../src/content/watch-reading.ts');
  new ReadingWatch(
    site,
    () => [],
    (seen) => told.push(seen),
  );
  vi.advanceTimersByTime(2_000);
}

beforeEach(() => {
  vi.useFakeTimers();
  [page, thread, told] = [[], 'topic:1', []];
  vi.stubGlobal('Element', FakeElement);
  vi.stubGlobal('document', {
    readyState: 'complete',
    documentElement: { matches: () => false, querySelectorAll: () => page },
  });
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(callback: typeof changed) {
        changed = callback;
      }
      observe(): void {}
    },
  );
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: typeof resized) {
        resized = callback;
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what a page shows is told', () => {
  it('when it came while no thread was in view, and the same one comes back', async () => {
    page.push(new FakeElement('first'));
    await start();
    thread = null;
    add(new FakeElement('second'));
    vi.advanceTimersByTime(2_000);
    expect(texts()).toEqual(['first']);
    thread = 'topic:1';
    changed([]);
    vi.advanceTimersByTime(2_000);
    expect(texts()).toContain('second');
  });

  it('when a text that was folded away unfolds without a change of nodes', async () => {
    const post = new FakeElement('folded');
    page.push(post);
    await start();
    size(post);
    [post.text, post.height] = ['folded, and what was hidden', 40];
    size(post);
    vi.advanceTimersByTime(2_000);
    expect(texts()).toEqual(['folded', 'folded, and what was hidden']);
  });

  it('once, however often its size is looked at', async () => {
    const post = new FakeElement('text');
    page.push(post);
    await start();
    size(post);
    size(post);
    vi.advanceTimersByTime(2_000);
    expect(told).toHaveLength(1);
  });
});
