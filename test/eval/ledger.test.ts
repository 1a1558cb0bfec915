/** A tenth of `npm run eval -- ledger`; COUNTERSIGN_FULL=1 tries all. */
import { describe, expect, it } from 'vitest';
import { measureTampering } from './ledger.ts';

const part = process.env.COUNTERSIGN_FULL === '1' ? 1 : 10;

describe('a ledger', () => {
  it('shows every tampering for what it is, and gives no false alarm', () => {
    const { tampered, rightly, falseAlarms, wrong } = measureTampering(2_000 / part, 1_000 / part);
    expect(wrong).toEqual([]);
    expect([rightly, falseAlarms]).toEqual([tampered, 0]);
  });
});
