import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTightening, NO_SETTINGS, type UserSettings } from '../../src/core/policy/user-settings.ts';
import { MANDATES } from '../../src/core/policy.ts';
import type { SiteView } from '../../src/messages/views.ts';
import { isLooser, mandateOf, withMandate, withName, withoutSite, withSite } from '../../src/ui/own-settings.ts';
import { areaNote, areasTitle, choiceNote, choicesFor } from '../../src/ui/site-words.ts';
import { say } from './held.ts';

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
  readers: ['All employees'],
  areas: [],
};
const hikers = { host: 'hikers.example', kind: 'discourse', name: 'hikers.example' } as const;
const own: SiteView = { ...forum, ...hikers, id: 'own.hikers.example', atMost: 'draft', mandate: 'draft', own: true };

describe('what a person sets for a site', () => {
  it('is kept where it is stricter, and forgotten where it is the organisation’s own word', () => {
    const stricter = withMandate(NO_SETTINGS, forum, 'observe');
    expect(stricter.mandates).toEqual([{ site: 'forum', mandate: 'observe' }]);
    expect(withMandate(stricter, forum, 'ask')).toEqual(NO_SETTINGS);
  });

  it('never shows more than the organisation allows', () => {
    const mandate = fc.constantFrom(...MANDATES);
    fc.assert(
      fc.property(mandate, mandate, (atMost, wanted) => {
        const mine: UserSettings = { ...NO_SETTINGS, mandates: [{ site: 'forum', mandate: wanted }] };
        const shown = mandateOf({ id: 'forum', atMost }, mine);
        expect(isLooser(shown, atMost) || isLooser(shown, wanted)).toBe(false);
        // What is chosen is what is shown, as far as it is allowed.
        expect(mandateOf({ id: 'forum', atMost }, withMandate(mine, { id: 'forum', atMost }, atMost))).toBe(atMost);
      }),
    );
  });

  it('takes a site in once, by its address, and takes it away with all that was said of it', () => {
    const added = withSite(withSite(NO_SETTINGS, hikers), { ...hikers, name: 'Other' });
    expect(added.sites).toEqual([hikers]);
    const strict = withMandate(added, own, 'observe');
    expect(withoutSite(strict, own)).toEqual(NO_SETTINGS);
  });

  it('renames without making anything looser; no name is its address', () => {
    const added = withSite(NO_SETTINGS, hikers);
    const renamed = withName(added, own, '  The hikers ');
    expect(renamed.sites[0]?.name).toBe('The hikers');
    expect(isTightening(added, renamed)).toBe(true);
    expect(withName(renamed, own, ' ').sites).toEqual([hikers]);
  });
});

describe('the choices for a site', () => {
  const texts = (shown: SiteView['mandate'], locked: boolean) =>
    choicesFor(forum, shown, locked, say).map(({ text, mayBeChosen }) => `${mayBeChosen ? '+' : '-'} ${text}`);

  it('are all there; what is looser than allowed cannot be chosen and says so', () => {
    expect(texts('ask', false)).toEqual([
      '+ Read only',
      '+ Write drafts',
      '+ Ask me',
      '- Send alone (looser than allowed here)',
    ]);
  });

  it('only become stricter while an agent works, and say so', () => {
    expect(texts('draft', true)).toEqual([
      '+ Read only',
      '+ Write drafts',
      '- Ask me (not while an agent works)',
      '- Send alone (looser than allowed here)',
    ]);
    expect(choiceNote(forum, 'draft', true, say)).toBe(
      'The most that is allowed here: Ask me. While an agent works in this browser you can only make it stricter.',
    );
  });

  it('say how far they go, also for a site of one’s own', () => {
    expect(choiceNote(forum, 'ask', true, say)).toBe('The most that is allowed here: Ask me.');
    expect(choiceNote(own, 'draft', false, say)).toBe(
      'On a site that you have added, agents may write drafts at most.',
    );
  });
});

describe('an area', () => {
  it.each<[string, Parameters<typeof areaNote>[0], string]>([
    ['with both', { label: 'Restricted', readers: ['sev-team'] }, 'Counts as Restricted · Read by sev-team'],
    ['without label', { label: null, readers: ['a', 'b', 'c', 'd'] }, 'Read by a, b, c and 1 more'],
    [
      'of which nobody has said who reads',
      { label: null, readers: null },
      'Nobody has said who reads there, so it may be anybody',
    ],
    ['that nobody reads', { label: null, readers: [] }, 'Read by nobody'],
    ['with a name that hides something', { label: 'a\u202eb', readers: [] }, 'Counts as a⟨U+202E⟩b · Read by nobody'],
  ])('%s', (_name, area, text) => {
    expect(areaNote(area, say)).toBe(text);
  });

  it('is counted', () => {
    expect([areasTitle(1, say), areasTitle(1_200, say)]).toEqual([
      'One area with its own readers',
      '1,200 areas with their own readers',
    ]);
  });
});
