/**
 * Somebody drives a tab through the debugger protocol. DevTools look the same; they have a target of their own, which
 * can be faked, so an attached tab beside open DevTools is "not sure" and never an exemption.
 */

/** What `chrome.debugger.getTargets()` says, as far as it matters. */
export interface DebugTarget {
  readonly tabId?: number | undefined;
  readonly attached: boolean;
  readonly url: string;
}

export interface DebuggedTabs {
  readonly attached: readonly number[];
  /** There are as many open DevTools as attached tabs, so each attachment may be a person's. */
  readonly devtools: boolean;
}

/** The tabs that a debugger is attached to at this moment. */
export function debuggedTabs(targets: readonly DebugTarget[]): DebuggedTabs {
  const attached = targets.flatMap((t) =>
    t.attached && t.tabId !== undefined && !t.url.startsWith('devtools://') ? [t.tabId] : [],
  );
  const consoles = targets.filter((t) => t.url.startsWith('devtools://')).length;
  return { attached, devtools: attached.length > 0 && consoles >= attached.length };
}

/**
 * Whether one of our own pages is being driven: then nothing it says may approve. `powerless` is the one that lies in
 * other people's pages, where any client that drives them is attached to it too; it can say nothing.
 */
export function ownPageDebugged(targets: readonly DebugTarget[], ownOrigin: string, powerless: string): boolean {
  return targets.some((t) => t.attached && t.url.startsWith(ownOrigin) && t.url !== `${ownOrigin}${powerless}`);
}
