/** Every kind of entry as an OCSF event: what the classes require is there, and nothing that they do not know. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/core/canonical.ts';
import { ledgerLines } from '../../../src/core/ledger/lines.ts';
import { ocsfEvent } from '../../../src/core/ledger/ocsf.ts';
import { type EntryKind, GENESIS, nextEntry } from '../../../src/core/ledger.ts';
import schema from './ocsf-1.8.json' with { type: 'json' };

const BY = { version: '1.2.3', key: 'KEY' };
const BODY = {
  ...{ hold: 'h1', digest: 'd', act: 'post', site: 'forum', thread: '101', agent: 'openclaw', actor: 'agent' },
  ...{ reasons: ['leak'], labels: ['restricted'] },
};

/** Every kind, from the source itself. */
const KINDS = [
  ...(/export type EntryKind =([\s\S]*?);/.exec(readFileSync('src/core/ledger.ts', 'utf8'))?.[1] ?? '').matchAll(
    /'([\w-]+)'/g,
  ),
].map((found) => found[1] as EntryKind);

type Event = { readonly [key: string]: Json };
const object = (value: Json | undefined): Event => value as Event;

/** What is missing or unknown in an object. */
function against(value: Event, required: readonly string[], known: readonly string[]): readonly string[] {
  const missing = required.filter((key) => value[key] === undefined).map((key) => `no ${key}`);
  return [...missing, ...Object.keys(value).filter((key) => ![...required, ...known].includes(key))];
}

function faults(event: Event): readonly string[] {
  const found = schema.classes[String(event.class_uid) as keyof typeof schema.classes];
  if (found === undefined) return [`no class ${event.class_uid}`];
  const { base, metadata, security_control: control } = schema;
  const statuses: readonly number[] = 'status_id' in found ? found.status_id : [];
  const within = (name: string, values: readonly number[]) =>
    event[name] === undefined || values.includes(Number(event[name])) ? [] : [`${name} ${event[name]}`];
  return [
    ...against(event, [...base.required, ...found.required], [...base.known, ...found.known, ...control.known]),
    ...against(object(event.metadata), metadata.required, metadata.known),
    ...against(object(object(event.metadata).product), [], schema.product.known),
    ...(event.finding_info === undefined
      ? []
      : against(object(event.finding_info), schema.finding_info.required, schema.finding_info.known)),
    ...within('activity_id', found.activities),
    ...within('severity_id', base.severity_id),
    ...within('action_id', control.action_id),
    ...within('disposition_id', Object.keys(control.disposition_id).map(Number)),
    ...within('status_id', statuses),
    ...(event.category_uid === found.category ? [] : ['category_uid']),
    ...(event.type_uid === Number(event.class_uid) * 100 + Number(event.activity_id) ? [] : ['type_uid']),
    // The profile is named where, and only where, its attributes are.
    ...('action_id' in event === (object(event.metadata).profiles !== undefined) ? [] : ['profiles']),
    ...(event.activity_id === 99 && event.activity_name === undefined ? ['no activity_name'] : []),
  ];
}

describe('an entry in OCSF', () => {
  it('knows all kinds', () => expect(KINDS.length).toBeGreaterThan(30));

  it.each(KINDS)('%s', (kind) => {
    for (const body of [BODY, {}]) {
      const entry = nextEntry(GENESIS, 1_796_000_000_000, kind, body);
      const event = ocsfEvent(entry, BY);
      expect(faults(event)).toEqual([]);
      expect(object(event.metadata)).toMatchObject({ uid: entry.hash, sequence: 1, version: '1.8.0' });
      expect(ledgerLines(JSON.stringify(event))).toEqual([entry]);
    }
  });

  it.each<[EntryKind, number, number | undefined, number | undefined]>([
    ['held', 200601, 2, 23],
    ['approved', 200602, 1, 8],
    ['denied', 200603, 2, 25],
    ['refused', 200601, 2, 2],
    ['released', 600101, 1, 8],
    ['assessed', 600101, 3, 17],
    ['guard-started', 600203, undefined, undefined],
    ['killed', 600299, undefined, undefined],
  ])('%s is %i', (kind, type, action, disposition) => {
    const event = ocsfEvent(nextEntry(GENESIS, 1, kind, BODY), BY);
    expect([event.type_uid, event.action_id, event.disposition_id]).toEqual([type, action, disposition]);
  });

  it('of a kind that only a later guard knows, is still an event', () => {
    expect(faults(ocsfEvent(nextEntry(GENESIS, 1, 'toString' as EntryKind, {}), BY))).toEqual([]);
  });

  it('calls for somebody where agents were stopped, or the guard was damaged', () => {
    const isHigh = (kind: EntryKind) => ocsfEvent(nextEntry(GENESIS, 1, kind, BODY), BY).severity_id === 4;
    expect(KINDS.filter(isHigh)).toEqual(['policy-damaged', 'refused', 'killed', 'safety-stop', 'shield-broken']);
  });
});
