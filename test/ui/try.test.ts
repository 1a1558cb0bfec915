import { describe, expect, it } from 'vitest';
import type { TryAnswer } from '../../src/messages/from-own-page.ts';
import { parseFromOwnPage } from '../../src/messages/from-own-page.ts';
import type { SiteView, TrialView } from '../../src/messages/views.ts';
import { trialBars, trialLines } from '../../src/ui/trial-words.ts';
import {
  addressesIn,
  type Chosen,
  caseOf,
  decidedBy,
  firstCase,
  isMail,
  outcomeLine,
  placeChoices,
  whyLines,
} from '../../src/ui/try-words.ts';
import { reply, say } from './held.ts';

const area = (id: string, name: string) => ({ area: id, name, label: null, readers: null });
const forum: SiteView = {
  id: 'forum',
  name: 'Corp Forum',
  host: 'forum.corp.example',
  kind: 'discourse',
  mandate: 'ask',
  atMost: 'ask',
  stopped: false,
  own: false,
  label: null,
  readers: null,
  areas: [area('category:5', 'Help'), area('category:7', 'War room')],
};
const mail: SiteView = { ...forum, id: 'mail', name: 'Corp Mail', kind: 'gmail', areas: [] };
const sites = [forum, mail];
const chosen: Chosen = {
  actor: 'agent',
  source: 'forum category:7',
  sourceLabel: '',
  mark: 'secret',
  target: 'forum ',
  to: '',
};

describe('a case to try', () => {
  it('offers every area, and of each site whatever is in none', () => {
    expect(placeChoices(sites, say).map((site) => site.places.map((place) => place.text))).toEqual([
      ['Help', 'War room', 'Corp Forum, everywhere else'],
      ['Corp Mail'],
    ]);
  });

  it('begins with an agent and the first two places, and with nothing where there is none', () => {
    expect(firstCase(sites)).toMatchObject({ actor: 'agent', target: 'forum category:5', source: 'forum category:7' });
    expect(caseOf(firstCase([]), [])).toBeNull();
  });

  it('is what the background takes', () => {
    const trying = caseOf(chosen, sites);
    expect(trying).toEqual({
      actor: 'agent',
      source: { site: 'forum', area: 'category:7', label: null },
      mark: 'secret',
      target: { kind: 'area', site: 'forum', area: null },
    });
    expect(parseFromOwnPage({ type: 'try', trying })).not.toBeNull();
  });

  it('goes to addresses where it is mail, and comes from nowhere where that is chosen', () => {
    const mailed = caseOf(
      { ...chosen, source: '', target: 'mail ', to: 'Tom@Partner.example, bob@corp.example' },
      sites,
    );
    expect(mailed).toMatchObject({
      source: null,
      target: { kind: 'mail', site: 'mail', to: ['tom@partner.example', 'bob@corp.example'] },
    });
    expect([isMail('mail ', sites), isMail('forum ', sites), isMail('', sites)]).toEqual([true, false, false]);
  });

  it('is none when its site has gone meanwhile', () => {
    expect(caseOf(chosen, [mail])).toBeNull();
  });

  it('takes addresses as people write them, each once', () => {
    expect(addressesIn(' a@x.example;b@x.example,\n A@x.example ')).toEqual(['a@x.example', 'b@x.example']);
    expect(addressesIn(' , ')).toEqual([]);
  });
});

describe('what would happen', () => {
  const answer: TryAnswer = { level: 'WARN', review: 'grave', reasons: reply.reasons, people: [], rule: 'agent-leak' };

  it.each<[TryAnswer['level'], TryAnswer['review'], string]>([
    ['ALLOW', 'none', 'It would go out. Nobody would be asked.'],
    ['REPORT', 'none', 'It would go out and be noted in the record. Nobody would be asked.'],
    ['WARN', 'light', 'You would be asked: a short question.'],
    ['WARN', 'grave', 'You would be asked: a full review.'],
    ['BLOCK', 'none', 'It would be refused.'],
  ])('%s, %s', (level, review, line) => {
    expect(outcomeLine({ ...answer, level, review }, say)).toBe(line);
  });

  it('is explained as the question itself would be', () => {
    const reasons = [...reply.reasons, { kind: 'mandate', mandate: 'ask', actor: 'agent' } as const];
    expect(whyLines({ ...answer, reasons }, say)).toEqual([
      'It contains text from “SEV1 key leak” (Restricted · sev-team). 1,236 of these 1,240 people cannot open that source.',
      'Agents check with you before anything is sent here.',
    ]);
  });

  it('names the rule that decided: the organisation’s by name and id, the guard’s by what it is about', () => {
    const rule = { kind: 'rule', ruleId: 'no-sev', name: 'Incidents stay inside', level: 'BLOCK' } as const;
    expect(decidedBy({ ...answer, reasons: [rule], rule: 'no-sev' }, say)).toBe(
      'What decided: the rule “Incidents stay inside” (no-sev).',
    );
    expect(decidedBy(answer, say)).toBe('What decided: content that not all its new readers may see (an agent).');
    expect(decidedBy({ ...answer, level: 'ALLOW', reasons: [], rule: 'none' }, say)).toBe('');
  });
});

describe('the trial’s report', () => {
  const trial: TrialView = {
    since: new Date(2026, 10, 3, 12).getTime(),
    acts: 1_204,
    asked: 61,
    refused: 0,
    top: [
      { rule: 'agent-leak', name: null, times: 40 },
      { rule: 'no-sev', name: 'Incidents stay inside', times: 10 },
    ],
  };

  it('says in numbers what would have been', () => {
    expect(trialLines(trial, say)).toEqual([
      'Since November 3, 2026: 1,204 looked at before they were sent.',
      'Would have been asked about: 61 (5.1%).',
      'Would have been refused: 0 (0%).',
    ]);
  });

  it('draws each rule against the most frequent one, and nothing out of nothing', () => {
    expect(trialBars(trial, say).map(({ times, share }) => [times, share])).toEqual([
      ['40', 1],
      ['10', 0.25],
    ]);
    expect(trialLines({ ...trial, acts: 0, asked: 0 }, say)[1]).toBe('Would have been asked about: 0 (0%).');
    expect(trialBars({ ...trial, top: [] }, say)).toEqual([]);
  });
});
