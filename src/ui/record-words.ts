/** How the record gets to the organisation, in sentences. Pure. */
import type { RecordView } from '../messages/record-view.ts';
import { numberText, type Say } from './words.ts';

/** What is to be said of it; nothing where nobody collects it. */
export function deliveryLines({ delivery }: RecordView, say: Say): readonly string[] {
  if (delivery === null) return [];
  const { waiting, workedAt, fails, refused } = delivery;
  const when =
    workedAt === null
      ? null
      : new Date(workedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  return [
    waiting === 0 ? say('recordAllSent') : say(waiting === 1 ? 'recordOneWaits' : 'recordWaits', numberText(waiting)),
    ...(fails ? [when === null ? say('recordNeverSent') : say('recordFails', when)] : []),
    ...(refused > 0 ? [say('recordRefused', numberText(refused))] : []),
  ];
}

/** Number of the last entry in lines of JSON; null when there is none. */
export function lastNumber(lines: string): number | null {
  const last = lines.trimEnd().split('\n').at(-1) ?? '';
  try {
    const { seq } = JSON.parse(last) as { readonly seq?: unknown };
    return typeof seq === 'number' ? seq : null;
  } catch {
    return null;
  }
}
