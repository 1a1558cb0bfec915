/** The labels in force, by the marking system that they belong to and from the strictest on. Pure. */
import { UNKNOWN_MARK } from '../core/marking.ts';
import type { SettingsView } from '../messages/views.ts';
import { nameOf, type Say } from './words.ts';

type LabelView = SettingsView['labels'][number];

const SYSTEMS: Readonly<Record<string, string>> = {
  own: 'systemOwn',
  corporate: 'systemCorporate',
  tlp: 'systemTlp',
  purview: 'systemPurview',
  atlassian: 'systemAtlassian',
  'us-cui': 'systemUsCui',
  'us-classified': 'systemUsClassified',
  'uk-gsc': 'systemUkGsc',
  australia: 'systemAustralia',
};

export interface System {
  readonly id: string;
  readonly name: string;
  readonly labels: readonly LabelView[];
}

/** The organisation's own labels first, then each system that is read. */
export function systemsOf(labels: readonly LabelView[], say: Say): readonly System[] {
  const ids = [...new Set(labels.map((label) => label.system))].sort(
    (a, b) => Number(b === 'own') - Number(a === 'own'),
  );
  return ids
    .map((id) => ({
      id,
      name: (Object.hasOwn(SYSTEMS, id) && say(SYSTEMS[id] ?? '')) || nameOf(id),
      labels: labels
        .filter((label) => label.system === id && label.id !== UNKNOWN_MARK)
        .sort((a, b) => b.rank - a.rank),
    }))
    .filter((system) => system.labels.length > 0);
}

/** The label of the scale that another system's level counts like; null where the scale has none of that rank, or calls it the same. */
export function countsLike(label: LabelView, labels: readonly LabelView[], say: Say): string | null {
  const scale = scaleOf(labels);
  if (label.system === scale) return null;
  const same = labels.find((each) => each.system === scale && each.rank === label.rank && each.id !== UNKNOWN_MARK);
  return same === undefined || same.name === label.name ? null : say('countsLike', nameOf(same.name));
}

/** What a mark that names no known level counts like; "" where there is no such thing. */
export function unknownMarkText(labels: readonly LabelView[], say: Say): string {
  const mark = labels.find((label) => label.id === UNKNOWN_MARK);
  if (mark === undefined) return '';
  const same = labels.find((label) => label.rank === mark.rank && label.id !== UNKNOWN_MARK);
  return same === undefined ? '' : say('strangeMarks', nameOf(same.name));
}

/** The organisation's own labels where it has some, else the corporate levels. */
function scaleOf(labels: readonly LabelView[]): string {
  return labels.some((label) => label.system === 'own' && label.id !== UNKNOWN_MARK) ? 'own' : 'corporate';
}
