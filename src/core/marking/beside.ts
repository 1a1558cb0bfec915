/** What is read beside a vocabulary: the places of the page, found once, and who else reads, so that nothing is told twice. */
import type { Marked, VocabularyId } from '../marking.ts';
import { type Place, placesOf } from './places.ts';

export interface Beside {
  readonly places: readonly Place[];
  /** Names of own labels, folded: the organisation's word stands for its own names. */
  readonly own: ReadonlySet<string>;
  /** Plain names that a vocabulary before this one reads, folded. */
  readonly taken: ReadonlySet<string>;
  readonly vocabularies: ReadonlySet<VocabularyId>;
}

/** A vocabulary that is read by itself. */
export function alone(page: Marked): Beside {
  return { places: placesOf(page), own: new Set(), taken: new Set(), vocabularies: new Set() };
}
