/** What Alice does with her own hand in our own surface: reads, confirms, declines. X input only. */
import { entriesOf } from '../incidents/story.ts';
import { pause, until } from './harness/until.ts';
import type { Stage } from './stage.ts';

const REVIEW = /^Countersign: .* about to /;
/** The window of the stand-in forum or mail. */
export const SITE_WINDOW = /Corp Engineering Forum|Corp Mail|Corp Community|Corp Wiki/;

/** A considered look, and longer than the button takes to be armed, in milliseconds. */
const LOOK_MS = 1_300;

/** Opens the review, looks at it, confirms by keyboard: the second stop of the keyboard is the approval. */
export async function approveInOurSurface(
  stage: Stage,
  looked: () => Promise<void> = async () => undefined,
): Promise<void> {
  const before = entriesOf(stage, 'approved');
  await openReview(stage);
  await stage.person.press('Tab', 'Tab');
  await pause(LOOK_MS);
  await looked();
  await stage.person.press('space');
  await until('the approval in the ledger', () => entriesOf(stage, 'approved') > before || undefined, 20_000);
  await readTheOutcome(stage);
}

/** Opens the review and says no: the first stop of the keyboard. */
export async function refuseInOurSurface(
  stage: Stage,
  looked: () => Promise<void> = async () => undefined,
): Promise<void> {
  const before = entriesOf(stage, 'denied');
  await openReview(stage);
  await stage.person.press('Tab');
  await pause(LOOK_MS);
  await looked();
  await stage.person.press('space');
  await until('the refusal in the ledger', () => entriesOf(stage, 'denied') > before || undefined, 20_000);
  await readTheOutcome(stage);
}

/** Our window shows how it ended and closes after the last act; a new one would only be offered in it. */
async function readTheOutcome(stage: Stage): Promise<void> {
  if (stage.name === 'firefox') return;
  const isOpen = () => stage.person.windows().some((window) => REVIEW.test(window.title));
  await until('our window to close', () => !isOpen() || undefined, 20_000);
}

/** Opens the review of an act whose composer has gone, and has its draft opened again: the second stop of the keyboard. */
export async function openDraftInOurSurface(
  stage: Stage,
  looked: () => Promise<void> = async () => undefined,
): Promise<void> {
  await openReview(stage);
  await stage.person.press('Tab', 'Tab');
  await pause(LOOK_MS);
  await looked();
  await stage.person.press('space');
}

/** In Chrome a window of ours lies there already; in Firefox the toolbar popup has the review. */
export async function openReview(stage: Stage): Promise<void> {
  if (stage.name === 'chromium') {
    await stage.person.turnTo(REVIEW);
    return;
  }
  await stage.person.turnTo(SITE_WINDOW);
  // Whatever panel is open is closed first, so that the shortcut opens ours afresh.
  await stage.person.press('Escape');
  await pause(400);
  await stage.person.press('alt+shift+c');
  await pause(LOOK_MS);
  // In a remotely driven Firefox the first Tab only enters the panel (seen in ESR 153).
  if (stage.launched().remoteUrl !== null) await stage.person.press('Tab');
}
