import { describe, expect, it } from 'vitest';
import type { RecordView } from '../../src/messages/record-view.ts';
import { deliveryLines, lastNumber } from '../../src/ui/record-words.ts';
import { say } from './held.ts';

const lines = (delivery: RecordView['delivery']) => deliveryLines({ key: null, delivery }, say);
const fine = { waiting: 0, workedAt: Date.UTC(2026, 10, 3, 12), fails: false, refused: 0 };

describe('how the record gets to the organisation', () => {
  it('says nothing where nobody collects it, and when all is well that all is sent', () => {
    expect(lines(null)).toEqual([]);
    expect(lines(fine)).toEqual(['All of it has been sent.']);
  });

  it('counts what waits, and says since when it fails', () => {
    expect(lines({ ...fine, waiting: 1 })).toEqual(['One entry has not been sent yet.']);
    const failing = lines({ ...fine, waiting: 1_204, fails: true, refused: 2 });
    expect(failing[0]).toMatch(/^1.204 entries have not been sent yet\.$/);
    expect(failing[1]).toMatch(/last worked on .*2026/);
    expect(failing[2]).toBe('2 entries were not taken; they stay here.');
    expect(lines({ ...fine, waiting: 3, workedAt: null, fails: true })[1]).toMatch(/could not be sent so far/);
  });
});

describe('the last entry of some lines', () => {
  it.each<[string, number | null]>([
    ['{"seq":1}\n{"seq":2}\n', 2],
    ['', null],
    ['{"seq":"2"}\n', null],
    ['nonsense\n', null],
  ])('%j: %j', (text, number) => {
    expect(lastNumber(text)).toBe(number);
  });
});
