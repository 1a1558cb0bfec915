/**
 * Keeps the card in sight: puts it back when it is removed, hidden, restyled or covered, and says so. Losing this fight
 * changes nothing else: what waits stays unsent.
 */

/** Attributes by which a page could hide or move the card; watching all attributes has frozen pages elsewhere. */
const WATCHED = ['style', 'hidden', 'class', 'popover', 'inert', 'aria-hidden', 'dir', 'slot'];

/** The card is put back at most this often; a page that goes on has shown what it is. */
const MOST_RETURNS = 50;

const LOOK_EVERY_MS = 1_000;

/** Below this opacity of the page's root the card cannot be read any more. */
const READABLE_OPACITY = 0.6;

/** Shows the host in the top layer and watches it; `tampered` is called at most once a second. */
export function watchTampering(host: HTMLElement, tampered: () => void): { stop(): void } {
  let returns = 0;
  let told = 0;
  function tell(): void {
    if (Date.now() - told < LOOK_EVERY_MS) return;
    told = Date.now();
    tampered();
  }
  function putBack(): void {
    if (returns >= MOST_RETURNS) return;
    returns += 1;
    if (!host.isConnected) document.documentElement.append(host);
    for (const name of WATCHED) if (name !== 'popover') host.removeAttribute(name);
    if (host.popover !== 'manual') host.popover = 'manual';
    show(host);
  }
  const observer = new MutationObserver(() => {
    tell();
    observer.disconnect();
    putBack();
    watch();
  });
  const removal = new MutationObserver(() => {
    if (host.isConnected) return;
    tell();
    putBack();
  });
  function watch(): void {
    observer.observe(host, { attributes: true, attributeFilter: WATCHED });
    removal.observe(document.documentElement, { childList: true });
  }
  show(host);
  watch();
  const timer = setInterval(() => {
    if (isReadable(host)) return;
    tell();
    // The newest popover lies on top of all others.
    if (host.matches(':popover-open')) host.hidePopover();
    putBack();
  }, LOOK_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      observer.disconnect();
      removal.disconnect();
    },
  };
}

function show(host: HTMLElement): void {
  try {
    if (!host.matches(':popover-open')) host.showPopover();
  } catch {
    // Without the top layer the fixed position and the highest z-index remain.
  }
}

/** Whether the card's centre is what a person sees there. */
function isReadable(host: HTMLElement): boolean {
  if (document.visibilityState !== 'visible') return true;
  const box = host.getBoundingClientRect();
  if (box.width < 100 || box.height < 60) return false;
  const dim = [document.documentElement, document.body].some((each) => each && Number(getComputedStyle(each).opacity) <= READABLE_OPACITY);
  return !dim && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2) === host;
}
