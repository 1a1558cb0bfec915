/**
 * What the guard's listeners cost with every event: how long the page's main thread is busy for one trusted pointer move,
 * key and input, on the same page in the same browser, guarded and not guarded in turn. With all that the events cause.
 */
import type { CDPSession, Page } from 'playwright-core';
import { connectAgent } from '../browser/harness/remote.ts';
import { pause, until } from '../browser/harness/until.ts';
import { openStage, type Stage, signedIn } from '../browser/stage.ts';
import { entriesOf } from '../incidents/story.ts';
import { say } from '../run/command-line.ts';
import { compare, type Paired } from './paired.ts';

const PLACE = '/t/lunch-on-thursday/102';
const REPLY = '#topic-footer-buttons .create';
const EDITOR = '.d-editor-input';

/** Events of one kind in one measurement. */
const EVENTS = 300;
/** What the last event still causes ends within this time, in milliseconds. */
const SETTLE_MS = 700;

type EventKind = 'pointermove' | 'keydown' | 'input';

export interface ListenerCost extends Paired {
  readonly event: EventKind;
  /** Median microseconds of main thread for one event. */
  readonly withGuardUs: number;
  readonly withoutUs: number;
}

/** Measures all three in so many pairs, in Chromium. */
export async function measureListeners(pairs: number): Promise<readonly ListenerCost[]> {
  const stage = await openStage({ browser: 'chromium', remote: 'agent' });
  const { page, close } = await connectAgent(stage.launched().remoteUrl ?? '');
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const found: { readonly withGuard: Busy; readonly without: Busy }[] = [];
    // The first fills caches.
    for (let n = -1; n < pairs; n++) {
      const order = n % 2 === 0 ? ([true, false] as const) : ([false, true] as const);
      const busy = new Map<boolean, Busy>();
      for (const guarded of order) {
        await guard(stage, guarded);
        busy.set(guarded, await measurePage(page, session));
      }
      const [withGuard, without] = [busy.get(true), busy.get(false)];
      if (n < 0 || withGuard === undefined || without === undefined) continue;
      found.push({ withGuard, without });
      say(
        `pair ${n + 1} of ${pairs}: ${KINDS.map((kind) => `${kind} ${(withGuard[kind] / without[kind]).toFixed(2)}`).join(', ')}`,
      );
    }
    return KINDS.map((event) => ({
      event,
      ...compare(found.map((pair) => ({ withGuard: pair.withGuard[event], without: pair.without[event] }))),
      withGuardUs: median(found.map(({ withGuard }) => withGuard[event])),
      withoutUs: median(found.map(({ without }) => without[event])),
    }));
  } finally {
    await close();
    await stage.close();
  }
}

const KINDS = ['pointermove', 'keydown', 'input'] as const;

/** Microseconds for one event of each kind. */
type Busy = Readonly<Record<EventKind, number>>;

/** Puts the forum under the guard's policy, or takes it out: pages loaded from then on have none of our scripts. */
async function guard(stage: Stage, guarded: boolean): Promise<void> {
  const before = entriesOf(stage, 'policy-loaded');
  const { sites = [], policyVersion } = stage.policy as { sites?: readonly { id: string }[]; policyVersion?: number };
  const elsewhere = sites.map((site) =>
    site.id === 'forum' ? { ...site, match: ['https://elsewhere.example/*'] } : site,
  );
  versions += 1;
  stage.launched().setManaged({
    ...stage.policy,
    policyVersion: Number(policyVersion) + versions,
    sites: guarded ? sites : elsewhere,
  });
  await until('the policy to be taken up', () => entriesOf(stage, 'policy-loaded') > before || undefined, 60_000);
  await pause(500);
}

let versions = 0;

async function measurePage(page: Page, session: CDPSession): Promise<Busy> {
  await page.goto(signedIn('alice', PLACE));
  await page.click(REPLY);
  await page.focus(EDITOR);
  const pointermove = await busyFor(session, (n) =>
    session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 300 + (n % 200), y: 200 + (n % 90) }),
  );
  const keydown = await busyFor(session, async () => {
    const key = { key: 'F8', code: 'F8', windowsVirtualKeyCode: 119 };
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  });
  const input = await busyFor(session, (n) => session.send('Input.insertText', { text: 'abcde '.charAt(n % 6) }));
  await page.fill(EDITOR, '');
  await pause(SETTLE_MS);
  return { pointermove, keydown, input };
}

/** Microseconds for which the main thread was busy, for one of so many events. */
async function busyFor(session: CDPSession, make: (n: number) => Promise<unknown>): Promise<number> {
  await pause(SETTLE_MS);
  const before = await taskSeconds(session);
  for (let n = 0; n < EVENTS; n++) await make(n);
  await pause(SETTLE_MS);
  return (((await taskSeconds(session)) - before) * 1_000_000) / EVENTS;
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
