/** The record itself, as the options page shows it: whose it is, and how it gets to the organisation. */

export interface RecordView {
  /** The public key with which this browser signs it, in base64; null when there is none. */
  readonly key: string | null;
  /** Null where nobody collects it. */
  readonly delivery: {
    /** Entries that the collector has not had yet. */
    readonly waiting: number;
    /** When it last took some, in milliseconds since the epoch; null for never. */
    readonly workedAt: number | null;
    /** It could not be reached the last time, or gave no answer of a collector's. */
    readonly fails: boolean;
    /** Entries that it says it will never take. */
    readonly refused: number;
  } | null;
}
