/** Acts that change something, as people read them: "move 500 items to the bin on Mail". */
import { type ChangingKind, isChange } from '../core/action.ts';
import type { HoldView } from '../messages.ts';
import { nameOf, numberText, type Say } from './words.ts';

/** What changes are called in the catalogue: `doTrash`, and `doManyTrash` for many things. */
export const CHANGES: Readonly<Record<ChangingKind, string>> = {
  archive: 'Archive',
  trash: 'Trash',
  label: 'Label',
  spam: 'Spam',
  delete: 'Delete',
  move: 'Move',
  invite: 'Invite',
  share: 'Share',
  delegate: 'Delegate',
  forwarding: 'Forwarding',
  filter: 'Filter',
  'auto-reply': 'AutoReply',
  signature: 'Signature',
  profile: 'Profile',
  export: 'Export',
  import: 'Import',
};

/** Those that concern things which can be counted. */
export const COUNTED: ReadonlySet<ChangingKind> = new Set(['archive', 'trash', 'label', 'spam', 'delete', 'move']);

/** What the act would do, to go on a sentence with; null for an act that writes. */
export function changePhrase(hold: Pick<HoldView, 'kind' | 'items' | 'siteName'>, say: Say): string | null {
  if (!isChange(hold.kind)) return null;
  const name = CHANGES[hold.kind];
  return hold.items > 1 && COUNTED.has(hold.kind)
    ? say(`doMany${name}`, nameOf(hold.siteName), numberText(hold.items))
    : say(`do${name}`, nameOf(hold.siteName));
}
