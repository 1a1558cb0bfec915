/**
 * Whether policy can be installed here without touching the machine: in a private mount namespace whose /etc is an
 * overlay that nobody else sees. Where it cannot, there is only the demo.
 */
import { succeeds } from './find-browser.ts';

export type InstallForm =
  | { readonly kind: 'policy'; readonly unshare: readonly string[] }
  | { readonly kind: 'demo'; readonly why: string };

/** Makes the namespace's /etc private and hangs POLICY_SOURCE into it at POLICY_TARGET; then becomes the browser. */
export const NAMESPACE_SCRIPT = `
set -e
mount --make-rprivate /
layer=$(mktemp -d)
mount -t tmpfs tmpfs "$layer"
mkdir "$layer/upper" "$layer/work"
mount -t overlay overlay -o lowerdir=/etc,upperdir="$layer/upper",workdir="$layer/work" /etc
mkdir -p "$POLICY_TARGET"
mount --bind "$POLICY_SOURCE" "$POLICY_TARGET"
exec "$@"
`;

/** Tries the very mounts that a run needs. */
export function installForm(): InstallForm {
  if (process.env.COUNTERSIGN_INSTALL === 'demo') return { kind: 'demo', why: 'COUNTERSIGN_INSTALL=demo' };
  if (process.platform !== 'linux') return { kind: 'demo', why: `${process.platform} has no mount namespaces` };
  const trial =
    'mount --make-rprivate / && d=$(mktemp -d) && mount -t tmpfs tmpfs $d && mkdir $d/u $d/w && mount -t overlay overlay -o lowerdir=/etc,upperdir=$d/u,workdir=$d/w /etc';
  for (const unshare of [['-m'], ['-rm']]) {
    if (unshare[0] === '-m' && process.getuid?.() !== 0) continue;
    if (succeeds('unshare', [...unshare, 'sh', '-c', trial])) return { kind: 'policy', unshare };
  }
  return { kind: 'demo', why: 'no right to make a private mount namespace' };
}
