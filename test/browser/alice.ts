/** What Alice does with her own hand in our own surface: reads, confirms, declines. X input only. */
import { pause, until } from './harness/until.ts';
import type { Stage } from './stage.ts';

const REVIEW = /^Countersign: .* about to reply/;
const FORUM_WINDOW = /Corp Engineering Forum/;

/** A considered look, and longer than the button takes to be armed, in milliseconds. */
const LOOK_MS = 1_300;

/** Opens the review, looks at it, confirms by keyboard: the second stop of the keyboard is the approval. */
export async function approveInOurSurface(
  stage: Stage,
  looked: () => Promise<void> = async () => undefined,
): Promise<void> {
  await openReview(stage);
  await stage.person.press('Tab', 'Tab');
  await pause(LOOK_MS);
  await looked();
  await stage.person.press('space');
  await until(
    'the approval in the ledger',
    () => stage.collector.entries.some((entry) => entry.kind === 'approved') || undefined,
    20_000,
  );
}

/** Opens the review and says no: the first stop of the keyboard. */
export async function refuseInOurSurface(stage: Stage): Promise<void> {
  await openReview(stage);
  await stage.person.press('Tab');
  await pause(LOOK_MS);
  await stage.person.press('space');
}

/** In Chrome a window of ours lies there already; in Firefox the toolbar popup has the review. */
export async function openReview(stage: Stage): Promise<void> {
  if (stage.name === 'chromium') {
    await stage.person.turnTo(REVIEW);
    return;
  }
  await stage.person.turnTo(FORUM_WINDOW);
  // Whatever panel is open is closed first, so that the shortcut opens ours afresh.
  await stage.person.press('Escape');
  await pause(400);
  await stage.person.press('alt+shift+c');
  await pause(LOOK_MS);
  // In a remotely driven Firefox the first Tab only enters the panel (seen in ESR 153).
  if (stage.launched().remoteUrl !== null) await stage.person.press('Tab');
}
