import { describe, expect, it } from 'vitest';
import {
  afterFailure,
  afterSuccess,
  answeredBy,
  deliveryOf,
  FIRST_WAIT_MS,
  LONGEST_WAIT_MS,
  mayTry,
  NOT_YET_SENT,
  parseDelivery,
} from '../../../src/core/ledger/delivery.ts';
import { KEEPING, mustStop } from '../../../src/core/ledger/keeping.ts';
import { ledgerLines } from '../../../src/core/ledger/lines.ts';
import type { EntryKind } from '../../../src/core/ledger.ts';
import { diceOf, madeLedger, newInstallation } from '../../eval/ledger/made.ts';
import { faultsIn } from '../../workspace/otlp-mapping.ts';

const by = newInstallation();
const ledger = madeLedger(diceOf(3), by, 30);
const producer = { version: '1.0.0', key: by.key };

describe('what is sent', () => {
  it('as OTLP satisfies a strict receiver, and has every entry', () => {
    const { body, contentType } = deliveryOf('otlp', ledger, producer);
    const { faults, records } = faultsIn(body);
    expect([faults, contentType]).toEqual([[], 'application/json']);
    expect(records.map(({ id, sequence }) => [id, sequence])).toEqual(ledger.map(({ hash, seq }) => [hash, seq]));
    expect(ledgerLines(records.map((each) => each.body).join('\n'))).toEqual(ledger);
  });

  it('to Splunk is one event after the other', () => {
    const events = deliveryOf('splunk-hec', ledger, producer)
      .body.split('\n')
      .map((line) => JSON.parse(line) as { readonly [key: string]: unknown });
    expect(events[0]).toMatchObject({ sourcetype: 'ocsf', time: (ledger[0]?.at ?? 0) / 1_000 });
    expect(ledgerLines(events.map(({ event }) => JSON.stringify(event)).join('\n'))).toEqual(ledger);
  });

  it('to a journal is one field a line, and an empty line after each entry', () => {
    const { body, contentType } = deliveryOf('systemd-journal', ledger, producer);
    const entries = body.trimEnd().split('\n\n');
    expect([entries.length, contentType]).toEqual([ledger.length, 'application/vnd.fdo.journal']);
    expect(entries.every((each) => each.split('\n').every((line) => /^_{0,2}[A-Z]+(_[A-Z]+)*=./.test(line)))).toBe(
      true,
    );
    const messages = entries.map((each) => /^MESSAGE=(.*)$/m.exec(each)?.[1] ?? '');
    expect(ledgerLines(messages.join('\n'))).toEqual(ledger);
  });

  it('as JSON lines is the entries themselves', () => {
    expect(ledgerLines(deliveryOf('json-lines', ledger, producer).body)).toEqual(ledger);
  });
});

describe('what an answer means', () => {
  const delivered = { kind: 'delivered', refused: 0 };
  const again = (why: string, afterMs: number | null = null) => ({ kind: 'again', why, afterMs });
  const foreign = again('an answer that is none of a collector');

  it.each<[Parameters<typeof answeredBy>[0], number, string, string | null, object]>([
    ['otlp', 200, '{}', null, delivered],
    ['otlp', 202, '{"partialSuccess":{}}', null, delivered],
    [
      'otlp',
      200,
      '{"partialSuccess":{"rejectedLogRecords":"3","errorMessage":"x"}}',
      null,
      { kind: 'delivered', refused: 3 },
    ],
    ['otlp', 200, '', null, foreign],
    ['otlp', 200, '<html>Sign in</html>', null, foreign],
    ['otlp', 200, '[]', null, foreign],
    ['otlp', 200, '{"error":"no"}', null, foreign],
    ['otlp', 413, '', null, { kind: 'too-large' }],
    ['otlp', 429, '', '120', again('HTTP 429', 120_000)],
    ['otlp', 503, '', 'Tue, 01 Dec 2026 00:00:00 GMT', again('HTTP 503')],
    ['otlp', 401, '{}', null, again('HTTP 401')],
    ['otlp', 301, '', null, again('HTTP 301')],
    ['splunk-hec', 200, '{"text":"Success","code":0}', null, delivered],
    ['splunk-hec', 200, '{"text":"Busy","code":9}', null, again('an answer without code 0')],
    ['splunk-hec', 200, 'ok', null, foreign],
    ['systemd-journal', 202, 'OK.\n', null, delivered],
    ['systemd-journal', 200, 'OK.', null, foreign],
    ['systemd-journal', 202, '<html>', null, foreign],
    ['json-lines', 204, '', null, delivered],
    ['json-lines', 500, '', null, again('HTTP 500')],
  ])('%s, %i %s', (format, status, text, retryAfter, expected) => {
    expect(answeredBy(format, status, text, retryAfter)).toEqual(expected);
  });
});

describe('when it is tried again', () => {
  it('after 5 s, then twice as long each time, a quarter of an hour at most', () => {
    let state = NOT_YET_SENT;
    const waits = Array.from({ length: 12 }, () => {
      state = afterFailure(state, 'HTTP 500', 1_000, null, 1);
      return state.nextAt - 1_000;
    });
    expect(waits.slice(0, 4)).toEqual([FIRST_WAIT_MS, 10_000, 20_000, 40_000]);
    expect(waits.at(-1)).toBe(LONGEST_WAIT_MS);
    expect(afterFailure(NOT_YET_SENT, '', 0, 60_000, 0).nextAt).toBe(60_000);
    expect(afterFailure(NOT_YET_SENT, '', 0, 999_000_000, 0).nextAt).toBe(LONGEST_WAIT_MS);
    expect(mayTry(state, state.nextAt - 1)).toBe(false);
    expect(mayTry(state, state.nextAt)).toBe(true);
    expect(afterSuccess(state, 5, 2)).toEqual({ failures: 0, nextAt: 0, workedAt: 5, why: null, refused: 2 });
  });

  it('does not wait for ever when the clock was set back', () => {
    const state = afterFailure(NOT_YET_SENT, '', 10_000_000_000, null, 1);
    expect(mayTry(state, 5_000_000_000)).toBe(true);
  });

  it.each([[null], ['x'], [{ failures: 'many', nextAt: Number.NaN, workedAt: -1, why: 5 }]])(
    'reads %j as nothing',
    (value) => {
      expect(parseDelivery(value)).toEqual(NOT_YET_SENT);
    },
  );
});

describe('a full record', () => {
  const entry = (kind: EntryKind, actor: string) => ({ kind, body: { actor } });
  it.each<[EntryKind, string, boolean]>([
    ['assessed', 'agent', true],
    ['released', 'agent', true],
    ['grant-used', '', true],
    ['released', 'human', false],
    ['held', 'agent', false],
    ['killed', '', false],
  ])('before the effect: %s of %s', (kind, actor, stops) => {
    expect(mustStop(KEEPING, KEEPING.mostBytes, entry(kind, actor))).toBe(stops);
    expect(mustStop(KEEPING, KEEPING.mostBytes - 1, entry(kind, actor))).toBe(false);
    expect(mustStop({ ...KEEPING, whenFull: 'go-on' }, KEEPING.mostBytes, entry(kind, actor))).toBe(false);
  });
});
