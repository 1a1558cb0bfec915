/**
 * What must survive the worker's death but not the browser's: holds, readings, agent sightings, what agents have
 * changed, review windows. In
 * storage.session: memory of the browser process, closed to content scripts.
 */
import browser from 'webextension-polyfill';
import type { Changed } from '../core/change.ts';
import type { Reading } from '../core/exposure.ts';
import type { Hold } from '../core/hold.ts';
import type { Drive, GuardState, Latch, ReviewWindow } from './state.ts';

const KEYS = ['holds', 'readings', 'latches', 'openers', 'changes', 'review', 'drives'] as const;
export type SessionKey = (typeof KEYS)[number];

/** Fills the state with what a former life of this worker left. */
export async function loadSession(state: GuardState): Promise<void> {
  // We wrote these values ourselves into a store that only our own pages reach; they are plain data by construction.
  const stored = (await browser.storage.session.get([...KEYS])) as {
    holds?: readonly Hold[];
    readings?: readonly Reading[];
    latches?: readonly Latch[];
    openers?: readonly (readonly [number, number])[];
    changes?: readonly Changed[];
    review?: ReviewWindow | null;
    drives?: readonly Drive[];
  };
  state.holds = new Map((stored.holds ?? []).map((hold) => [hold.id, hold]));
  state.readings = stored.readings ?? [];
  state.latches = new Map((stored.latches ?? []).map((latch) => [latch.tab, latch]));
  state.openers = new Map(stored.openers ?? []);
  state.changes = stored.changes ?? [];
  state.review = stored.review ?? null;
  // One that a former life had not yet made count never did.
  const driving = (stored.drives ?? []).filter((drive) => drive.state === 'driving');
  state.drives = new Map(driving.map((drive) => [drive.tab, drive]));
}

/** Writes one part of the state; resolves when the browser process has it. */
export async function saveSession(state: GuardState, key: SessionKey): Promise<void> {
  const value = key === 'openers' ? [...state.openers] : state[key];
  await browser.storage.session.set({ [key]: value instanceof Map ? [...value.values()] : value });
}

/** Whether the browser was started anew since this was asked last: what was in its memory is gone then. */
export async function isNewLife(): Promise<boolean> {
  const { alive } = await browser.storage.session.get('alive');
  await browser.storage.session.set({ alive: true });
  return alive !== true;
}
