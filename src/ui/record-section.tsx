/** The record itself: how it gets to the organisation, the key that signs it, and the whole of it as a file. */
import type { RecordView } from '../messages/record-view.ts';
import { askRecord, say } from './ask.ts';
import { CopyText } from './copy-text.tsx';
import { deliveryLines, lastNumber } from './record-words.ts';
import { offer, SaveFile } from './save-file.tsx';

export function RecordSection({ record }: { readonly record: RecordView }) {
  return (
    <details class="record">
      <summary class="note">{[...deliveryLines(record, say), say('recordMore')].join(' ')}</summary>
      <SaveFile label={say('recordSave')} save={saveRecord} />
      {record.key !== null && (
        <>
          <p class="note">{say('recordKey')}</p>
          <p>
            <code class="key">{record.key}</code>
          </p>
          <CopyText text={record.key} name={say('recordCopyKey')} say={say} />
        </>
      )}
    </details>
  );
}

async function saveRecord(): Promise<string> {
  const parts: string[] = [];
  for (let after: number | null = 0; after !== null; after = lastNumber(parts.at(-1) ?? '')) {
    const part = await askRecord(after);
    if (part === null) return say('recordNotSaved');
    if (part === '') break;
    parts.push(part);
  }
  return offer(parts, 'countersign-record.jsonl', 'application/x-ndjson');
}
