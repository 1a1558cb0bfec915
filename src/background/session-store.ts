/**
 * What must survive the worker's death but not the browser's: holds, readings, agent sightings, what agents have
 * changed, review windows. In
 * storage.session: memory of the browser process, closed to content scripts.
 */
import browser from 'webextension-polyfill';
import type { AgentSession } from '../core/agent-session.ts';
import type { Changed } from '../core/change.ts';
import type { Reading } from '../core/exposure.ts';
import type { Hold } from '../core/hold.ts';
import { type PackedPrints, packed, unpacked } from './packed-prints.ts';
import type { Drive, GuardState, Latch, ReviewWindow } from './state.ts';

const KEYS = ['holds', 'latches', 'sessions', 'openers', 'changes', 'review', 'drives'] as const;
export type SessionKey = (typeof KEYS)[number] | 'readings';

/** Each reading lies under a key of its own: of many, few change. */
const READING = 'reading ';

/** A reading as it is kept. */
type StoredReading = Omit<Reading, 'prints'> & { readonly prints: PackedPrints };

/** The readings that the browser process has, by key. */
let kept: ReadonlyMap<string, Reading> = new Map();

/** Fills the state with what a former life of this worker left. */
export async function loadSession(state: GuardState): Promise<void> {
  // We wrote these values ourselves into a store that only our own pages reach; they are plain data by construction.
  const stored = (await browser.storage.session.get(null)) as {
    holds?: readonly Hold[];
    latches?: readonly Latch[];
    sessions?: readonly AgentSession[];
    openers?: readonly (readonly [number, number])[];
    changes?: readonly Changed[];
    review?: ReviewWindow | null;
    drives?: readonly Drive[];
  };
  state.holds = new Map((stored.holds ?? []).map((hold) => [hold.id, hold]));
  state.readings = readingsIn(stored);
  kept = new Map(state.readings.map((reading) => [keyOf(reading), reading]));
  state.latches = new Map((stored.latches ?? []).map((latch) => [latch.tab, latch]));
  state.sessions = new Map((stored.sessions ?? []).map((session) => [session.id, session]));
  state.openers = new Map(stored.openers ?? []);
  state.changes = stored.changes ?? [];
  state.review = stored.review ?? null;
  // One that a former life had not yet made count never did.
  const driving = (stored.drives ?? []).filter((drive) => drive.state === 'driving');
  state.drives = new Map(driving.map((drive) => [drive.tab, drive]));
}

/** Writes one part of the state; resolves when the browser process has it. */
export async function saveSession(state: GuardState, key: SessionKey): Promise<void> {
  if (key === 'readings') return saveReadings(state.readings);
  const value = key === 'openers' ? [...state.openers] : state[key];
  await browser.storage.session.set({ [key]: value instanceof Map ? [...value.values()] : value });
}

async function saveReadings(readings: readonly Reading[]): Promise<void> {
  const before = kept;
  kept = new Map(readings.map((reading) => [keyOf(reading), reading]));
  const gone = [...before.keys()].filter((key) => !kept.has(key));
  const changed = [...kept].filter(([key, reading]) => before.get(key) !== reading);
  const stored = changed.map(([key, reading]) => [key, { ...reading, prints: packed(reading.prints) }] as const);
  // What is gone makes room first.
  if (gone.length > 0) await browser.storage.session.remove(gone);
  if (stored.length === 0) return;
  await browser.storage.session.set(Object.fromEntries(stored)).catch((error: unknown) => {
    // What is not there is written with the next one.
    kept = new Map([...kept].filter(([key]) => !stored.some(([written]) => written === key)));
    throw error;
  });
}

/** In the order in which they were read. */
function readingsIn(stored: Readonly<Record<string, unknown>>): readonly Reading[] {
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(READING))
    .map(([, value]) => value as StoredReading)
    .map((reading) => ({ ...reading, prints: unpacked(reading.prints) }))
    .sort((a, b) => a.at - b.at);
}

function keyOf(reading: Reading): string {
  return `${READING}${reading.id}`;
}

/** Whether the browser was started anew since this was asked last: what was in its memory is gone then. */
export async function isNewLife(): Promise<boolean> {
  const { alive } = await browser.storage.session.get('alive');
  await browser.storage.session.set({ alive: true });
  return alive !== true;
}
