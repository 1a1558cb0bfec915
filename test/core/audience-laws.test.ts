/** The laws of labels and audiences, tried on companies made up by chance. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Audience, addsReaders, headCount, type Leak, leaks } from '../../src/core/audience.ts';
import { joinLabels, type Label, type Readers, UNMARKED } from '../../src/core/label.ts';
import { isReader, isWithin, newcomersTo } from '../../src/core/newcomers.ts';
import {
  audienceOf,
  audiences,
  type Company,
  circles,
  companies,
  definedCircles,
  everybodyIn,
  knownSets,
  labels,
  NOBODY_KNOWS,
  PEOPLE,
} from './company.ts';
import { RUNS } from './runs.ts';

const UNKNOWN: Audience = { kind: 'unknown', name: '', why: 'not said' };

/** Whatever a leak says, one fact for each: no number, which a longer list may change. */
function facts(found: readonly Leak[]): readonly string[] {
  return found.flatMap((leak) => {
    switch (leak.kind) {
      case 'outside':
        return leak.who.map((who) => `outside ${who}`);
      case 'look-alike':
        return [`look-alike ${leak.who} ${leak.own}`];
      case 'clearance':
        return [`clearance ${leak.group}`];
      case 'category':
        return leak.categories.map((category) => `category ${leak.group} ${category}`);
      case 'readers':
        return ['readers'];
      default:
        return [`${leak.kind} ${leak.why}`];
    }
  });
}

const restricts = (label: Label) => label.rank > 0 || label.categories.length > 0 || label.readers.kind !== 'everyone';
const mayRead = (person: string, of: Readers, { directory }: Company) =>
  of.kind === 'everyone' || of.sets.every((set) => set.kind === 'set' && isReader(person, set, directory));

describe('joining labels', () => {
  it('is commutative, associative and idempotent, and the unmarked label is its identity', () => {
    fc.assert(
      fc.property(labels, labels, labels, (a, b, c) => {
        expect(joinLabels(a, b)).toEqual(joinLabels(b, a));
        expect(joinLabels(joinLabels(a, b), c)).toEqual(joinLabels(a, joinLabels(b, c)));
        expect(joinLabels(joinLabels(a, a), a)).toEqual(joinLabels(a, a));
        expect(joinLabels(joinLabels(a, UNMARKED), a)).toEqual(joinLabels(a, a));
      }),
      RUNS,
    );
  });

  it('never loosens: no lower rank, no mark or category less, nobody more who may read', () => {
    fc.assert(
      fc.property(companies, labels, labels, (company, a, b) => {
        const joined = joinLabels(a, b);
        expect(joined.rank).toBeGreaterThanOrEqual(a.rank);
        expect(joined.marks).toEqual(expect.arrayContaining([...a.marks]));
        expect(joined.categories).toEqual(expect.arrayContaining([...a.categories]));
        for (const person of PEOPLE)
          if (mayRead(person, joined.readers, company)) expect(mayRead(person, a.readers, company)).toBe(true);
      }),
      RUNS,
    );
  });

  it('keeps every leak of every part', () => {
    fc.assert(
      fc.property(companies, labels, labels, audiences, ({ directory }, a, b, audience) => {
        const whole = facts(leaks(joinLabels(a, b), audience, directory));
        expect(whole).toEqual(expect.arrayContaining([...facts(leaks(a, audience, directory))]));
      }),
      RUNS,
    );
  });
});

describe('an audience', () => {
  it('that grows keeps every leak', () => {
    fc.assert(
      fc.property(companies, labels, circles, circles, ({ directory }, label, some, more) => {
        const all = audienceOf({
          people: [...new Set([...some.people, ...more.people])],
          groups: [...new Set([...some.groups, ...more.groups])],
        });
        const fewer = facts(leaks(label, audienceOf(some), directory));
        expect(facts(leaks(label, all, directory))).toEqual(expect.arrayContaining([...fewer]));
      }),
      RUNS,
    );
  });

  it('that is not known is never nobody', () => {
    fc.assert(
      fc.property(companies, labels, circles, ({ directory }, label, circle) => {
        fc.pre(restricts(label));
        expect(leaks(label, UNKNOWN, directory)).not.toEqual([]);
        expect(headCount(UNKNOWN, directory)).toEqual({ count: null, exact: false });
        const someUnknown = audienceOf({ ...circle, groups: [NOBODY_KNOWS, ...circle.groups] });
        expect(headCount(someUnknown, directory).count).toBeNull();
        // A group that no policy defines is itself, where nothing but the readers restricts, and a stranger otherwise.
        const named = knownSets(label).every((set) => isWithin(NOBODY_KNOWS, set, directory));
        const bare = label.rank === 0 && label.categories.length === 0;
        if (!bare || !named) expect(leaks(label, someUnknown, directory)).not.toEqual([]);
      }),
      RUNS,
    );
  });

  it('learns something new where nobody can say who may read', () => {
    const unknown: Readers = { kind: 'allOf', sets: [{ kind: 'unknown', why: 'closed' }] };
    fc.assert(
      fc.property(companies, labels, audiences, circles, ({ directory }, label, audience, circle) => {
        const closed = joinLabels(label, { ...UNMARKED, readers: unknown });
        expect(leaks(closed, audience, directory)).not.toEqual([]);
        expect(addsReaders(unknown, audienceOf(circle), directory)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('what is said of an audience is true', () => {
  it('nobody is new where no newcomer is told, and the number is never too small, and right where it is exact', () => {
    let exactly = 0;
    fc.assert(
      fc.property(companies, definedCircles, definedCircles, (company, source, audience) => {
        const readers = everybodyIn(source, company);
        const strangers = [...everybodyIn(audience, company)].filter((person) => !readers.has(person)).length;
        const { newcomers, names } = newcomersTo(source, audience, company.directory);
        if (names.length === 0) expect(strangers).toBe(0);
        if (newcomers.count !== null) expect(newcomers.count).toBeGreaterThanOrEqual(strangers);
        if (newcomers.exact) expect(newcomers.count).toBe(strangers);
        if (newcomers.exact && strangers > 0) exactly += 1;
      }),
      RUNS,
    );
    // Else the law would hold because nothing is ever exact.
    expect(exactly).toBeGreaterThan(RUNS.numRuns / 50);
  });

  it('so is the number of all in it', () => {
    fc.assert(
      fc.property(companies, definedCircles, (company, circle) => {
        const { count, exact } = headCount(audienceOf(circle), company.directory);
        const all = everybodyIn(circle, company).size;
        if (count !== null) expect(count).toBeGreaterThanOrEqual(all);
        if (exact) expect(count).toBe(all);
      }),
      RUNS,
    );
  });
});
