/** What the preview of a site says of what it finds. Pure. */
import type { PagePreview, PreviewReaders } from '../messages/site-preview.ts';
import type { Say } from './words.ts';

/** Who reads, with their number where it is known; why not, where nobody can tell. */
export function readersLine({ name, size, why }: PreviewReaders, say: Say): string {
  if (why !== '') return say('previewNotSure', why);
  return size === null ? name : say('previewCount', name, size.toLocaleString('en'));
}

/** What an open editor would send, to whom, and how much of that the page shows. */
export function actLine(open: PagePreview['composers'][number], readers: PreviewReaders | null, say: Say): string {
  const lines = [
    say('previewAct', open.kind, open.thread),
    readers === null ? '' : readersLine(readers, say),
    open.reads === 'all' ? '' : say('previewPart'),
    open.sends ? '' : say('previewNoSend'),
    open.text,
  ];
  return lines.filter((line) => line !== '').join('\n');
}
