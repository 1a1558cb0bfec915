/** How the record is kept and where it goes, as policy says or by default. */
import { BATCH, type Collector, KEEPING, type Keeping } from '../ledger/keeping.ts';
import type { RawPolicy } from './schema.ts';

export function collectorOf(raw: RawPolicy['ledger']): Collector | null {
  if (raw?.export !== undefined)
    return {
      format: raw.export.format,
      url: raw.export.url,
      headers: raw.export.headers ?? [],
      batch: raw.export.batch ?? BATCH,
    };
  return raw?.collector === undefined ? null : { format: 'json-lines', url: raw.collector, headers: [], batch: BATCH };
}

export function keepingOf(raw: RawPolicy['ledger']): Keeping {
  return {
    retainDays: raw?.retainDays ?? KEEPING.retainDays,
    mostBytes: raw?.mostMegabytes === undefined ? KEEPING.mostBytes : raw.mostMegabytes * 1_000_000,
    whenFull: raw?.whenFull ?? KEEPING.whenFull,
  };
}
