/** What the browser tells of a request, before anything is judged. */
import browser, { type WebRequest } from 'webextension-polyfill';

export type Details = WebRequest.OnBeforeRequestDetailsType;

/** One name for one request, however often the browser reports it. */
export function keyOf(details: { readonly requestId: string; readonly method: string; readonly url: string }): string {
  return `${details.requestId} ${details.method} ${details.url}`;
}

/** Whether it could change something: a method that writes, or a web socket. */
export function isWrite(details: Details): boolean {
  return details.type === 'websocket' || !['GET', 'HEAD', 'OPTIONS'].includes(details.method.toUpperCase());
}

/** Our own questions to the site and reports to the collector. */
export function isOurs(details: Details): boolean {
  const from = (details as { initiator?: string }).initiator ?? details.originUrl ?? '';
  return details.tabId < 0 && browser.runtime.getURL('').startsWith(`${from.replace(/\/$/, '')}/`) && from !== '';
}
