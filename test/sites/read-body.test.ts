import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBrowserBody, readPageBody } from '../../src/sites/read-body.ts';

const noQuery = new URLSearchParams();
const read = (text: string, query = noQuery) => readPageBody(text, query);
const raw = (text: string) => readBrowserBody({ raw: [{ bytes: new TextEncoder().encode(text).buffer }] }, noQuery);

describe('a JSON body', () => {
  it.each([
    ['a flat object', '{"a":"1","b":2,"c":true,"d":null}', { a: '1', b: '2', c: 'true', d: '' }],
    ['an empty object', ' {} ', {}],
    ['a string with what looks like names', '{"a":"\\"b\\": {\\"b\\":1}"}', { a: '"b": {"b":1}' }],
  ])('%s is a table of fields', (_name, text, fields) => {
    const expected = { kind: 'fields', fields: new Map(Object.entries(fields)) };
    expect(read(text)).toMatchObject(expected);
    expect(raw(text)).toMatchObject(expected);
  });

  it.each([
    ['a list', '[1,"a",null]'],
    ['an empty list', '[]'],
    ['a nested object', '{"a":{"b":1},"c":[{"b":1}]}'],
    ['objects in a list', '[{"a":1},{"a":2}]'],
    ['a name of the language', '{"a":{"__proto__":1,"constructor":2}}'],
  ])('%s is a document', (_name, text) => {
    expect(read(text)).toEqual({ kind: 'json', value: JSON.parse(text), query: [] });
    expect(raw(text)).toEqual({ kind: 'json', value: JSON.parse(text), query: [] });
  });

  it.each([
    ['a name twice', '{"a":1,"a":2}'],
    ['a name twice, once escaped', '{"a":1,"\\u0061":2}'],
    ['a name twice deep inside', '[[{"x":{"a":1,"b":[],"a":1}}]]'],
    ['__proto__ twice', '[{"__proto__":1,"__proto__":{}}]'],
    ['a name twice around a document', '{"a":[{"b":1}],"a":[]}'],
    ['too deep', '['.repeat(201) + ']'.repeat(201)],
    ['endlessly deep', '['.repeat(1_000_000)],
    ['cut off', '[1,2'],
    ['more than one', '[1] [2]'],
    ['a string that does not end', '["a'],
    ['a last escape', '["\\'],
  ])('%s is unreadable', (_name, text) => {
    expect(read(text).kind).toBe('unreadable');
    expect(raw(text).kind).toBe('unreadable');
  });

  it('of 200 levels is read', () => {
    expect(read('['.repeat(200) + ']'.repeat(200)).kind).toBe('json');
  });

  it.each(['"text"', '5', 'true', 'null'])('that is no object and no list is unreadable: %s', (text) => {
    expect(raw(text).kind).toBe('unreadable');
  });

  it('is joined with the query when it is flat, and keeps its values beside it when it is not', () => {
    const query = new URLSearchParams('hl=en');
    expect(read('{"a":"1"}', query)).toEqual({ kind: 'fields', fields: new Map(Object.entries({ a: '1', hl: 'en' })) });
    expect(read('{"hl":"1"}', query).kind).toBe('unreadable');
    expect(read('[1]', query)).toEqual({ kind: 'json', value: [1], query: ['en'] });
  });

  it('whose names are all different is never called double', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        // A text with "&" and "=" or "[" in it may be a form as well, in which a name stands twice.
        if (text.includes('&')) return;
        const body = raw(text);
        const value: unknown = JSON.parse(text);
        expect(body.kind === 'unreadable').toBe(typeof value !== 'object' || value === null);
      }),
      { numRuns: 3_000 },
    );
  });
});
