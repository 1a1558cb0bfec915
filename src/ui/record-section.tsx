/** The record itself: how it gets to the organisation, the key that signs it, and the whole of it as a file. */
import { useState } from 'preact/hooks';
import type { RecordView } from '../messages/record-view.ts';
import { askRecord, say } from './ask.ts';
import { CopyText } from './copy-text.tsx';
import { offer } from './offer-file.ts';
import { deliveryLines, lastNumber } from './record-words.ts';

export function RecordSection({ record }: { readonly record: RecordView }) {
  return (
    <details class="record">
      <summary class="note">{[...deliveryLines(record, say), say('recordMore')].join(' ')}</summary>
      <SaveRecord />
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

/** By a person's own press alone. */
function SaveRecord() {
  const [said, setSaid] = useState('');
  async function save(event: Event): Promise<void> {
    if (!event.isTrusted) return;
    const parts: string[] = [];
    for (let after: number | null = 0; after !== null; after = lastNumber(parts.at(-1) ?? '')) {
      const part = await askRecord(after);
      if (part === null) return setSaid(say('recordNotSaved'));
      if (part === '') break;
      parts.push(part);
    }
    setSaid(say('fileSaved', offer(parts, 'countersign-record.jsonl', 'application/x-ndjson')));
  }
  return (
    <p class="save-copy">
      <button type="button" class="quiet" onClick={(event) => void save(event)}>
        {say('recordSave')}
      </button>{' '}
      <span role="status" class="note">
        {said}
      </span>
    </p>
  );
}
