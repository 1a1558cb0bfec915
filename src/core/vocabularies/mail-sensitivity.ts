/**
 * The mail header `Sensitivity` (RFC 2156, 5.3.4; X.420), which Outlook still writes: three values, in words of its
 * own. As an attribute or a line of raw headers it belongs to Microsoft's vocabulary.
 */
import { fold } from '../marking/fold.ts';
import type { Place } from '../marking/places.ts';

const VALUES: Readonly<Record<string, string>> = {
  personal: 'purview-personal',
  private: 'purview-private',
  'company confidential': 'purview-confidential',
};

/** The level that a place states in the header's words; null when it is no such statement. */
export function mailSensitivity(place: Place): string | null {
  const states = place.key === 'sensitivity' && (place.spot === 'declared' || place.spot === 'keyed');
  const value = fold(place.text);
  return states && Object.hasOwn(VALUES, value) ? (VALUES[value] ?? null) : null;
}
