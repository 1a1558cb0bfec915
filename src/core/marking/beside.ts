/** What is read beside a vocabulary: the places of the page, found once, and who else reads, so that nothing is told twice. */
import type { Marked, VocabularyId } from '../marking.ts';
import { type Place, placesOf, type Zones, zonesOf } from './places.ts';

export interface Beside {
  readonly places: readonly Place[];
  readonly zones: Zones;
  /** Names of own labels, folded: the organisation's word stands for its own names. */
  readonly own: ReadonlySet<string>;
  /** Plain names that a vocabulary before this one reads, folded. */
  readonly taken: ReadonlySet<string>;
  readonly vocabularies: ReadonlySet<VocabularyId>;
}

/** A vocabulary that is read by itself. */
export function alone(page: Marked): Beside {
  const zones = zonesOf(page);
  return { places: placesOf(page, zones), zones, own: new Set(), taken: new Set(), vocabularies: new Set() };
}
