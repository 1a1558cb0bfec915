/** What a check of a settings file has found, in sentences. Pure. */
import type { PolicyCheck } from '../messages/from-own-page.ts';
import { nameOf, numberText, type Say } from './words.ts';

/** The first line about it: whether it is whole. Null stands for a file that could not be checked at all. */
export function checkLine(check: PolicyCheck | null, fileName: string, say: Say): string {
  const name = nameOf(fileName);
  if (check === null) return say('fileNotChecked', name);
  if (check.kind === 'good') return say('fileGood', name, String(check.version));
  return check.faults.length === 1
    ? say('fileOneFault', name)
    : say('fileFaults', name, numberText(check.faults.length));
}

/** What an exported file is called. */
export function fileNameFor(version: number): string {
  return `countersign-settings-${version}.json`;
}
