/** What Alice does with her own hand in our own surface: reads, confirms, declines. X input only. */
import { entriesOf } from '../incidents/story.ts';
import { lieStill, openPanel, openWithin } from './harness/panel.ts';
import { until } from './harness/until.ts';
import type { Stage } from './stage.ts';

const REVIEW = /^Countersign: .* about to /;
const STOP = /^Countersign: Safety stop/;
/** The window of the stand-in forum or mail. */
export const SITE_WINDOW = /Corp Engineering Forum|Corp Mail|Corp Community|Corp Wiki/;

/** Opens the review, looks at it, confirms by keyboard: the second stop of the keyboard is the approval. */
export async function approveInOurSurface(
  stage: Stage,
  looked: () => Promise<void> = async () => undefined,
): Promise<void> {
  const before = entriesOf(stage, 'approved');
  const review = await openReview(stage);
  await stage.person.press('Tab', 'Tab');
  await lieStill(stage.display.name, review);
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
  const review = await openReview(stage);
  await stage.person.press('Tab');
  await lieStill(stage.display.name, review);
  await looked();
  await stage.person.press('space');
  await until('the refusal in the ledger', () => entriesOf(stage, 'denied') > before || undefined, 20_000);
  await readTheOutcome(stage);
}

/**
 * Reads a safety stop where it has come up, and lets agents go on by keyboard. `links` is how many of the things that were
 * done have a way to them: the keyboard comes by each. In the popup the buttons that stop agents, everywhere and on this site, come first.
 */
export async function letAgentsGoOn(
  stage: Stage,
  links: number,
  looked: () => Promise<void> = async () => undefined,
): Promise<void> {
  const before = entriesOf(stage, 'safety-stop-answered');
  const inPopup = stage.name === 'firefox';
  const surface = inPopup ? await openPopup(stage) : await stage.person.turnTo(STOP, 20_000);
  await lieStill(stage.display.name, surface);
  await looked();
  for (let stop = 0; stop < links + (inPopup ? 3 : 1); stop += 1) {
    await stage.person.press('Tab');
    await lieStill(stage.display.name, surface);
  }
  await stage.person.press('space');
  await until('the answer in the ledger', () => entriesOf(stage, 'safety-stop-answered') > before || undefined, 20_000);
  if (inPopup) await stage.person.press('Escape');
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
  const review = await openReview(stage);
  await stage.person.press('Tab', 'Tab');
  await lieStill(stage.display.name, review);
  await looked();
  await stage.person.press('space');
}

/** In Chrome a window of ours lies there already; in Firefox the toolbar popup has the review. Its window's id, once it lies still. */
export async function openReview(stage: Stage): Promise<string> {
  if (stage.name === 'firefox') return openPopup(stage);
  const review = await stage.person.turnTo(REVIEW);
  await lieStill(stage.display.name, review);
  return review;
}

/**
 * Opens the toolbar popup and waits until it is drawn and still; the id of the window that shows it.
 * The next Tab is the popup's first stop.
 */
export async function openPopup(stage: Stage): Promise<string> {
  const { display, person } = stage;
  const window = await person.turnTo(SITE_WINDOW);
  if (stage.name === 'chromium') {
    // Chromium does not hear the shortcut from X input (seen in 156); there a person presses the pinned button.
    await openWithin(display.name, window, '300x220+640+100', () => person.click(897, 63));
    return window;
  }
  const panel = await openPanel(
    display.name,
    // Whatever panel is open is closed first, so that the shortcut opens ours afresh.
    () => person.press('Escape'),
    () => person.press('alt+shift+c'),
  );
  // In a remotely driven Firefox the first Tab only enters the panel (seen in ESR 153).
  if (stage.launched().remoteUrl !== null) await person.press('Tab');
  return panel;
}
