/**
 * Web sockets that this page has opened, so that they can be closed when agents are stopped: a rule refuses a new one and
 * does not end one that is open. Grace like all in here: what a page closes by itself, or hides in a worker, is not here.
 */
import { CLOSE_LINES_EVENT } from './bridge.ts';
import { natives } from './natives.ts';

/** Lines kept; no page that people use has so many open. */
const MOST_LINES = 200;

const lines = new Set<WebSocket>();

/** Must run before the page does. */
export function watchLiveLines(): void {
  window.WebSocket = new natives.Proxy(natives.WebSocket, {
    construct(target, args, as) {
      const line = natives.construct(target, args, as) as WebSocket;
      keep(line);
      return line;
    },
  });
  natives.apply(natives.addEventListener, window, [CLOSE_LINES_EVENT, closeAll, true]);
}

function keep(line: WebSocket): void {
  lines.add(line);
  natives.apply(natives.addEventListener, line, ['close', () => lines.delete(line)]);
  for (const oldest of lines) {
    if (lines.size <= MOST_LINES) break;
    close(oldest);
  }
}

function closeAll(): void {
  for (const line of lines) close(line);
}

function close(line: WebSocket): void {
  lines.delete(line);
  natives.apply(natives.closeLine, line, []);
}
