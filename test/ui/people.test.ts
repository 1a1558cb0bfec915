import { describe, expect, it } from 'vitest';
import { cutField, ordered, peopleByField } from '../../src/ui/people.ts';
import { mail, reply } from './held.ts';

const crowd = Array.from({ length: 41 }, (_, index) => ({
  address: `p${index}@corp.example`,
  outside: false,
  looksLike: null,
}));

describe('the people of a mail', () => {
  it('stand by field, those outside first, and empty fields are left out', () => {
    expect(peopleByField(mail)).toEqual([
      {
        name: 'to',
        people: [
          { address: 'tom@partner.example', outside: true, looksLike: null },
          { address: 'priya@corp.example', outside: false, looksLike: null },
        ],
      },
      { name: 'cc', people: [{ address: 'ken@corp.example', outside: false, looksLike: null }] },
    ]);
  });

  it('who look like one of ours stand before all others', () => {
    const imitator = { person: 'ken@c0rp.example', own: 'corp.example' };
    const audience = {
      ...mail.audience,
      outsiders: ['tom@partner.example', imitator.person],
      lookAlikes: [imitator],
    };
    expect(ordered({ audience }, ['priya@corp.example', 'tom@partner.example', imitator.person])).toEqual([
      { address: imitator.person, outside: true, looksLike: 'corp.example' },
      { address: 'tom@partner.example', outside: true, looksLike: null },
      { address: 'priya@corp.example', outside: false, looksLike: null },
    ]);
  });

  it('are none in a forum', () => {
    expect(peopleByField(reply)).toEqual([]);
  });

  it('are named once each', () => {
    expect(ordered(mail, ['a@corp.example', 'a@corp.example'])).toHaveLength(1);
  });

  it('are cut when they are many, and the rest is counted', () => {
    const { shown, more, moreOutside } = cutField(crowd);
    expect([shown.length, more, moreOutside]).toEqual([4, 37, 0]);
  });

  it('are not cut for one name, which takes no more room than its mention', () => {
    expect(cutField(crowd.slice(0, 5)).more).toBe(0);
    expect(cutField(crowd.slice(0, 6)).more).toBe(2);
  });

  it('says so when some of the rest are outside', () => {
    const outside = crowd.slice(0, 7).map((person) => ({ ...person, outside: true }));
    expect(cutField([...outside, ...crowd])).toMatchObject({ more: 44, moreOutside: 3 });
  });
});
