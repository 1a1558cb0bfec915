/** Finding composers in the page, and telling whether one shows a given act. */
import { peopleOf } from '../core/action.ts';
import { canonicalText } from '../core/canonical.ts';
import type { Draft } from '../messages.ts';
import type { Composer, DescribedAct, Site } from '../sites/site.ts';

/** The composer that an event's target lies in; null when it lies in none. */
export function composerAround(site: Site, target: EventTarget | null): Composer | null {
  if (!(target instanceof Node)) return null;
  return site.composers(document).find((open) => open.root.contains(target)) ?? null;
}

/** The composer that a send control sends: the one around it, else the only one there is. */
export function composerOfSend(site: Site, control: Element): Composer | null {
  const all = site.composers(document);
  const around = all.find((open) => open.root.contains(control));
  return around ?? (all.length === 1 ? (all[0] ?? null) : null);
}

/** The composer that shows exactly this act. */
export function composerOf(site: Site, draft: Draft): Composer | null {
  return site.composers(document).find((open) => keyOf(open.draft) === keyOf(draft)) ?? null;
}

/** What makes two descriptions the same act here; the background compares the full digest. */
export function keyOf(act: Pick<DescribedAct, 'kind' | 'thread' | 'text' | 'recipients'>): string {
  return JSON.stringify([act.kind, act.thread, canonicalText(act.text), peopleOf(act.recipients)]);
}

/** What stands in an editor, without making the page lay itself out. */
export function writtenIn(editor: Element): string {
  return editor instanceof HTMLTextAreaElement || editor instanceof HTMLInputElement
    ? editor.value
    : (editor.textContent ?? '');
}
