/** Where something sensitive stands in a text, and by which rule. Never the text itself: a finding may be logged. */

/** What policy can ask to be looked for. A national id is asked for by name: each means something in its own country only. */
export const DETECTOR_IDS = [
  'secret',
  'card',
  'iban',
  'us-ssn',
  'uk-nino',
  'fr-nir',
  'de-steuer-id',
  'es-dni',
  'it-codice-fiscale',
  'ch-ahv',
] as const;
export type DetectorId = (typeof DETECTOR_IDS)[number];

export interface Finding {
  /** "pattern" is an administrator's own, found by the background. */
  readonly detector: DetectorId | 'pattern';
  /** The rule's id of a secret or pattern, a card's network, an IBAN's country, a national id's detector. */
  readonly rule: string;
  /** UTF-16 offsets into the text that was scanned; `to` is the first one after it. */
  readonly span: { readonly from: number; readonly to: number };
}

/** A scan in pieces: its findings, and "pause" where whoever runs it may let others have a turn. */
export type Scan = Generator<Finding | 'pause', void, void>;
