/**
 * An entry in the words of OCSF 1.8 (Open Cybersecurity Schema Framework), for collectors. An act that is held, decided
 * or refused is a Data Security Finding (2006); an act that takes effect, a Web Resources Activity (6001), mails too,
 * since Email Activity (4009) names addresses and the ledger holds none; all about the guard itself, Application
 * Lifecycle (6002). The entry itself goes with it, so that the chain can be verified from what a collector has.
 */
import type { Json } from '../canonical.ts';
import type { Entry, EntryKind } from '../ledger.ts';

type JsonObject = { readonly [key: string]: Json };

/** What made the entries: the installation, by its key, and the guard's version. */
export interface Producer {
  readonly version: string;
  /** Public key of the installation: the chain's name. */
  readonly key: string;
}

/** OCSF's own numbers: what the control did, and what became of it (security_control). */
const OUTCOMES = {
  challenged: { action_id: 2, disposition_id: 23 },
  approved: { action_id: 1, disposition_id: 8 },
  rejected: { action_id: 2, disposition_id: 25 },
  blocked: { action_id: 2, disposition_id: 2 },
  logged: { action_id: 3, disposition_id: 17 },
} as const;

/** 1 informational, 3 medium, 4 high. */
type Severity = 1 | 3 | 4;

type Told =
  | {
      readonly as: 'finding';
      readonly activity: 1 | 2 | 3;
      readonly outcome: keyof typeof OUTCOMES;
      readonly severity: Severity;
    }
  | {
      readonly as: 'act';
      readonly outcome: keyof typeof OUTCOMES;
      readonly status: 0 | 1 | 2;
      readonly severity: Severity;
    }
  | { readonly as: 'guard'; readonly activity: 3 | 99; readonly severity: Severity };

const finding = (activity: 1 | 2 | 3, outcome: keyof typeof OUTCOMES, severity: Severity): Told => ({
  ...{ as: 'finding', activity, outcome, severity },
});
const act = (outcome: keyof typeof OUTCOMES, status: 0 | 1 | 2): Told => ({
  ...{ as: 'act', outcome, status, severity: status === 2 ? 3 : 1 },
});
const guard = (severity: Severity, activity: 3 | 99 = 99): Told => ({ as: 'guard', activity, severity });

const TOLD: Readonly<Record<EntryKind, Told>> = {
  held: finding(1, 'challenged', 3),
  repeated: finding(2, 'challenged', 3),
  approved: finding(2, 'approved', 1),
  denied: finding(3, 'rejected', 3),
  expired: finding(3, 'rejected', 1),
  refused: finding(1, 'blocked', 4),
  'safety-stop': finding(1, 'blocked', 4),
  'safety-stop-answered': finding(3, 'approved', 1),
  assessed: act('logged', 0),
  released: act('approved', 0),
  answered: act('approved', 1),
  failed: act('approved', 2),
  'guard-started': guard(1, 3),
  'policy-loaded': guard(1),
  'policy-damaged': guard(4),
  'settings-changed': guard(1),
  'site-changed': guard(3),
  'drafts-lost': guard(3),
  'trial-report': guard(1),
  'agent-seen': guard(1),
  'session-begun': guard(1),
  'session-named': guard(1),
  'session-ended': guard(1),
  killed: guard(4),
  revived: guard(3),
  'killed-on-site': guard(3),
  'revived-on-site': guard(3),
  'grant-given': guard(3),
  'grant-used': guard(1),
  'grant-ended': guard(1),
  'taken-over': guard(1),
  'handed-back': guard(1),
  'shield-broken': guard(4),
  checkpoint: guard(1),
  pruned: guard(1),
};

/** What an act does to a web resource: 1 create, 3 update, 4 delete, 8 share; whatever is not named here creates something. */
const ACTIVITIES: Readonly<Record<string, number>> = {
  edit: 3,
  archive: 3,
  label: 3,
  trash: 4,
  delete: 4,
  share: 8,
  invite: 8,
  'set-forwarding': 8,
  delegate: 8,
};

const CLASSES = { finding: [2, 2006], act: [6, 6001], guard: [6, 6002] } as const;

/** The event. It says nothing that the entry does not say. */
export function ocsfEvent(entry: Entry, producer: Producer): JsonObject {
  // An entry of a later guard may be of a kind that this one does not know.
  const told = Object.hasOwn(TOLD, entry.kind) ? TOLD[entry.kind] : guard(1);
  const [category, uid] = CLASSES[told.as];
  const activity = told.as === 'act' ? (ACTIVITIES[textOf(entry, 'act')] ?? 1) : told.activity;
  return {
    category_uid: category,
    class_uid: uid,
    activity_id: activity,
    ...(activity === 99 ? { activity_name: entry.kind } : {}),
    type_uid: uid * 100 + activity,
    severity_id: told.severity,
    time: entry.at,
    message: entry.kind,
    metadata: metadataOf(entry, producer, told.as !== 'guard'),
    ...particulars(entry, told, producer),
    unmapped: {
      countersign_entry: { ...entry },
      record_integrity: integrityOf(entry, producer),
      ...(textOf(entry, 'agent') === '' ? {} : { ai_agent: { name: textOf(entry, 'agent') } }),
    },
  };
}

function metadataOf({ seq, hash }: Entry, producer: Producer, isControl: boolean): JsonObject {
  return {
    version: '1.8.0',
    product: product(producer),
    // The same entry has the same name however often it is sent.
    uid: hash,
    sequence: seq,
    ...(isControl ? { profiles: ['security_control'] } : {}),
  };
}

function product({ version }: Producer): JsonObject {
  return { name: 'Countersign', vendor_name: 'Countersign', version };
}

function particulars(entry: Entry, told: Told, producer: Producer): JsonObject {
  if (told.as === 'guard') return { app: product(producer) };
  const control = { ...OUTCOMES[told.outcome], is_alert: told.severity === 4 };
  const place = { name: textOf(entry, 'site') || 'unknown', uid: textOf(entry, 'thread') || 'unknown' };
  if (told.as === 'act') return { ...control, status_id: told.status, web_resources: [{ ...place, type: 'thread' }] };
  return {
    ...control,
    status_id: told.activity === 3 ? 4 : told.activity,
    finding_info: { uid: textOf(entry, 'hold') || entry.hash, title: entry.kind, created_time: entry.at },
    resources: [{ ...place, type: 'thread' }],
  };
}

/** As drafted for 1.9 (profile record_integrity); under `unmapped` until it is released. */
function integrityOf({ seq, prev, hash }: Entry, { key }: Producer): JsonObject {
  const fingerprint = (value: string): JsonObject => ({ algorithm_id: 3, algorithm: 'SHA-256', value });
  return {
    attestation_list: [
      {
        uid: String(seq),
        chain_uid: key,
        prev_event: { fingerprint: fingerprint(prev) },
        fingerprint: fingerprint(hash),
      },
    ],
  };
}

function textOf({ body }: Entry, field: string): string {
  const value = body[field];
  return typeof value === 'string' ? value : '';
}
