/** What a person may choose for a site, and why some of it may not be chosen. Pure. */
import { MANDATES, type Mandate } from '../core/policy.ts';
import type { SiteView } from '../messages/views.ts';
import { isLooser } from './own-settings.ts';
import { DOINGS } from './settings-words.ts';
import { nameOf, namesText, numberText, type Say } from './words.ts';

export interface Choice {
  readonly mandate: Mandate;
  readonly text: string;
  readonly mayBeChosen: boolean;
}

/** All four, from the strictest on: what is looser than allowed stays in sight, with the reason. */
export function choicesFor(
  { atMost }: Pick<SiteView, 'atMost'>,
  shown: Mandate,
  locked: boolean,
  say: Say,
): readonly Choice[] {
  return MANDATES.map((mandate) => {
    const name = say(DOINGS[mandate]);
    if (isLooser(mandate, atMost)) return { mandate, text: say('choiceTooLoose', name), mayBeChosen: false };
    if (locked && isLooser(mandate, shown)) return { mandate, text: say('choiceNotNow', name), mayBeChosen: false };
    return { mandate, text: name, mayBeChosen: true };
  });
}

/** What stands under the choice: how far it goes, and what an agent at work forbids. */
export function choiceNote(
  { atMost, own }: Pick<SiteView, 'atMost' | 'own'>,
  shown: Mandate,
  locked: boolean,
  say: Say,
): string {
  const most = own ? say('mostForOwn') : say('mostHere', say(DOINGS[atMost]));
  return locked && isLooser(atMost, shown) ? `${most} ${say('onlyStricterNow')}` : most;
}

/** "Restricted · sev-team": what an area counts as and who reads there. */
export function areaNote(
  { label, readers }: { readonly label: string | null; readonly readers: readonly string[] | null },
  say: Say,
): string {
  const counts = label === null ? [] : [say('countsAs', nameOf(label))];
  return [...counts, readersText(readers, say)].join(' · ');
}

/** Who reads there, by names of groups. */
export function readersText(readers: readonly string[] | null, say: Say): string {
  if (readers === null) return say('readersNotSaid');
  return readers.length === 0 ? say('readersNobody') : say('readBy', namesText(readers, say));
}

/** "2 areas with their own readers or label". */
export function areasTitle(count: number, say: Say): string {
  return count === 1 ? say('oneArea') : say('manyAreas', numberText(count));
}
