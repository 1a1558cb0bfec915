/**
 * Whether policy can be installed here without touching the machine: in a private mount namespace whose /etc is an
 * overlay that nobody else sees. Where it cannot, there is only the demo.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { succeeds } from './find-browser.ts';
import { removeFolder, temporaryFolder } from './processes.ts';

export type InstallForm =
  /** `unshare`: the arguments that make the namespace here. */
  { readonly kind: 'policy'; readonly unshare: readonly string[] } | { readonly kind: 'demo'; readonly why: string };

/** Makes the namespace's /etc private and hangs POLICY_SOURCE into it at POLICY_TARGET; then becomes the browser. */
export const NAMESPACE_SCRIPT = `
set -e
mount --make-rprivate /
mount -t tmpfs tmpfs "$POLICY_LAYER"
mkdir "$POLICY_LAYER/upper" "$POLICY_LAYER/work"
mount -t overlay overlay -o lowerdir=/etc,upperdir="$POLICY_LAYER/upper",workdir="$POLICY_LAYER/work" /etc
mkdir -p "$POLICY_TARGET"
mount --bind "$POLICY_SOURCE" "$POLICY_TARGET"
exec "$@"
`;

/** What NAMESPACE_SCRIPT reads from its environment; `layer` is an empty folder that it mounts over. */
export function namespaceEnvironment(source: string, target: string, layer: string): Readonly<Record<string, string>> {
  return { POLICY_SOURCE: source, POLICY_TARGET: target, POLICY_LAYER: layer };
}

/** Tries the very mounts that a run needs. COUNTERSIGN_INSTALL=demo chooses the demo where policy would be possible. */
export function installForm(): InstallForm {
  if (process.env.COUNTERSIGN_INSTALL === 'demo') return { kind: 'demo', why: 'COUNTERSIGN_INSTALL=demo' };
  if (process.platform !== 'linux') return { kind: 'demo', why: `${process.platform} has no mount namespaces` };
  const folder = temporaryFolder('trial');
  const [source, layer] = [join(folder, 'source'), join(folder, 'layer')];
  for (const each of [source, layer]) mkdirSync(each);
  const environment = namespaceEnvironment(source, '/etc/countersign-trial', layer);
  try {
    for (const unshare of [['-m'], ['-rm']]) {
      if (unshare[0] === '-m' && process.getuid?.() !== 0) continue;
      if (succeeds('unshare', [...unshare, 'sh', '-c', NAMESPACE_SCRIPT, 'sh', 'true'], environment))
        return { kind: 'policy', unshare };
    }
  } finally {
    removeFolder(folder);
  }
  return { kind: 'demo', why: 'no right to make a private mount namespace' };
}
