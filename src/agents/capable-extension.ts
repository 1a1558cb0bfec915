/**
 * What another extension could do in guarded pages: attach the debugger, or read and change them. Most that can never
 * act (a spell checker reaches every page), so it is only named to people.
 */
import { inDomains } from '../core/membership.ts';

/** What `management` says of an extension, as far as it matters. */
export interface InstalledExtension {
  readonly id: string;
  readonly type: string;
  readonly enabled: boolean;
  readonly permissions?: readonly string[] | undefined;
  readonly hostPermissions?: readonly string[] | undefined;
}

/** What it could do; null when it could do neither, or is no extension that works now. */
export function capableOf(
  extension: InstalledExtension,
  guardedHosts: readonly string[],
): { readonly debugs: boolean; readonly reaches: boolean } | null {
  if (!extension.enabled || extension.type !== 'extension') return null;
  // Older manifests name hosts among the permissions.
  const named = [...(extension.hostPermissions ?? []), ...(extension.permissions ?? [])];
  const debugs = extension.permissions?.includes('debugger') === true;
  const reaches = named.some((pattern) => guardedHosts.some((host) => reachesHost(pattern, host)));
  return debugs || reaches ? { debugs, reaches } : null;
}

/** Whether a match pattern reaches pages of a host by https. A path in it is not looked at: part of a site is enough. */
export function reachesHost(pattern: string, host: string): boolean {
  if (pattern === '<all_urls>') return true;
  const found = /^(\*|https):\/\/([^/]+)\//.exec(pattern);
  const wanted = found?.[2];
  if (wanted === undefined) return false;
  return wanted === '*' || inDomains(host, [wanted]);
}
