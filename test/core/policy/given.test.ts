/** The forms in which a policy comes, and what is none of them. */
import { describe, expect, it } from 'vitest';
import { givenValues } from '../../../src/core/policy/given.ts';

const VALUES = { policyVersion: 7, killSwitch: true };
const TEXT = JSON.stringify(VALUES);

describe('a policy comes', () => {
  it.each<[string, unknown, 'keys' | 'json', object]>([
    ['as its keys', VALUES, 'keys', VALUES],
    [
      'as its keys, of which one says nothing',
      { ...VALUES, preset: undefined },
      'keys',
      { ...VALUES, preset: undefined },
    ],
    ['as its keys beside a string that is not there', { ...VALUES, policyJson: undefined }, 'keys', VALUES],
    ['under one more key', { policy: VALUES }, 'keys', VALUES],
    ['as no keys', {}, 'keys', {}],
    ['as one string', { policyJson: TEXT }, 'json', VALUES],
    ['as one string beside its version', { policyVersion: 7, policyJson: TEXT }, 'json', VALUES],
    ['as one string beside keys that say nothing', { policyJson: TEXT, preset: undefined }, 'json', VALUES],
    ['as one string under one more key', { policy: { policyJson: TEXT } }, 'json', VALUES],
  ])('%s', (_name, given, form, values) => {
    expect(givenValues(given)).toEqual({ kind: 'values', form, values });
  });

  it('under one more key only where nothing stands beside it', () => {
    expect(givenValues({ policy: VALUES, preset: 'strict' })).toMatchObject({ values: { preset: 'strict' } });
    expect(givenValues(Object.create({ policy: VALUES }))).toEqual({ kind: 'values', form: 'keys', values: {} });
  });
});

describe('no policy is', () => {
  const faulty = (path: string, message: string) => ({ kind: 'faults', faults: [{ path, message }] });

  it.each<[string, unknown, string, string]>([
    ['text', TEXT, '', 'must be an object of policy keys'],
    ['a list', [VALUES], '', 'must be an object of policy keys'],
    ['nothing', null, '', 'must be an object of policy keys'],
    ['text under one more key', { policy: TEXT }, 'policy', 'must be an object of policy keys'],
    ['nothing under one more key', { policy: null }, 'policy', 'must be an object of policy keys'],
    ['an object for a string', { policyJson: VALUES }, 'policyJson', 'must be the policy as one string of JSON'],
    ['a string of text', { policyJson: '"a"' }, 'policyJson', 'must hold an object of policy keys'],
    ['a string of nothing', { policyJson: 'null' }, 'policyJson', 'must hold an object of policy keys'],
    ['a string of a list', { policyJson: `[${TEXT}]` }, 'policyJson', 'must hold an object of policy keys'],
    ['a string of no keys', { policyJson: '{}' }, 'policyJson', 'is empty'],
    [
      'a string of another version',
      { policyJson: TEXT, policyVersion: 8 },
      'policyVersion',
      'differs from the one in "policyJson"',
    ],
    [
      'a string without the version beside it',
      { policyJson: '{"a":1}', policyVersion: 8 },
      'policyVersion',
      'differs from the one in "policyJson"',
    ],
    [
      'a string beside keys',
      { policyVersion: 7, preset: 'strict', policyJson: TEXT, killSwitch: true },
      'policyJson',
      'must hold the whole policy, but "preset" stands beside it',
    ],
  ])('%s', (_name, given, path, message) => {
    expect(givenValues(given)).toEqual(faulty(path, message));
  });

  it('a string that is no JSON, which is said in the words of the browser', () => {
    const said = (text: string) => {
      try {
        return String(JSON.parse(text));
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    for (const text of ['', '{', "{'a': 1}"])
      expect(givenValues({ policyJson: text })).toEqual(faulty('policyJson', `is no JSON: ${said(text)}`));
  });
});
