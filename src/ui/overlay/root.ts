/** Where our own views lie in a guarded page: a closed shadow root, styled by nobody but us, heard by nobody but us. */
import { OVERLAY_STYLE } from './style.ts';

/** A new host at the end of the page, and the place within it to draw in. It is not shown in the top layer yet. */
export function addRoot(): { readonly host: HTMLElement; readonly place: HTMLElement } {
  const added = addPlainRoot(OVERLAY_STYLE);
  added.host.popover = 'manual';
  return added;
}

/** The same for what never lies in the top layer: a sign below our own cards and the page's dialogs. */
export function addPlainRoot(style: string): { readonly host: HTMLElement; readonly place: HTMLElement } {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root, style);
  const place = document.createElement('div');
  root.append(place);
  keepEventsInside(root);
  document.documentElement.append(host);
  return { host, place };
}

/** A constructed sheet is not subject to the page's CSP; Firefox refuses it in content scripts (measured, ESR 153). */
export function addStyle(root: ShadowRoot, text: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = text;
    root.append(style);
  }
}

/** Keys and clicks on the card are no business of the page's shortcuts. */
function keepEventsInside(root: ShadowRoot): void {
  for (const type of [
    'keydown',
    'keyup',
    'keypress',
    'click',
    'mousedown',
    'mouseup',
    'pointerdown',
    'pointerup',
    'input',
    'paste',
  ]) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }
}
