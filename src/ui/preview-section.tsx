/** "Preview of a site": a description on the left, and on the right what an open tab is read as with it. Nothing changes by it. */
import { useEffect, useState } from 'preact/hooks';
import type { GuardedTab, SitePreview } from '../messages/site-preview.ts';
import { askGuardedTabs, askPreview, say } from './ask.ts';
import { CopyText } from './copy-text.tsx';
import { Faults } from './policy-state.tsx';
import { actLine, readersLine } from './preview-words.ts';
import { nameOf, visible } from './words.ts';

/** The description is read once nothing has been typed for this long, and the page again as often, in milliseconds. */
const READ_EVERY_MS = 1_000;

export function PreviewOfSite() {
  const [tabs, setTabs] = useState<readonly GuardedTab[]>([]);
  useEffect(() => void askGuardedTabs().then(setTabs), []);
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{say('previewTitle')}</h2>
      <p class="note">{say('previewIntro')}</p>
      {tabs.length === 0 ? <p class="note">{say('previewNoTabs')}</p> : <Bench tabs={tabs} />}
    </section>
  );
}

function Bench({ tabs }: { readonly tabs: readonly GuardedTab[] }) {
  const [tab, setTab] = useState(tabs[0]?.tab ?? -1);
  const [text, setText] = useState(tabs[0]?.description ?? '');
  const found = useReading(tab, text);
  function choose(id: number): void {
    setTab(id);
    setText(tabs.find((each) => each.tab === id)?.description ?? text);
  }
  return (
    <div class="bench">
      <div>
        <div class="field">
          <label for="preview-tab">{say('previewTab')}</label>
          <select id="preview-tab" value={tab} onChange={(event) => choose(Number(event.currentTarget.value))}>
            {tabs.map((each) => (
              <option key={each.tab} value={each.tab}>
                {nameOf(`${each.host}: ${each.title}`)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="preview-text">{say('previewText')}</label>
          <textarea
            id="preview-text"
            class="code"
            spellcheck={false}
            rows={24}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
      </div>
      <section aria-label={say('previewShows')}>{found !== null && <Found found={found} />}</section>
    </div>
  );
}

/** What the tab is read as now: the page goes on changing while somebody writes. */
function useReading(tab: number, text: string): SitePreview | null {
  const [found, setFound] = useState<SitePreview | null>(null);
  useEffect(() => {
    let ended = false;
    const read = () =>
      void askPreview(tab, text).then((answer) => {
        if (!ended) setFound(text.trim() === '' ? null : (answer ?? { kind: 'no-answer' }));
      });
    const timer = setInterval(read, READ_EVERY_MS);
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, [tab, text]);
  return found;
}

function Found({ found }: { readonly found: SitePreview }) {
  switch (found.kind) {
    case 'no-answer':
      return <p class="failure">{say('previewNoAnswer')}</p>;
    case 'faults':
      return <Faults faults={found.faults} />;
    case 'read':
      return <Read found={found} />;
  }
}

function Read({ found }: { readonly found: SitePreview & { readonly kind: 'read' } }) {
  const { seen } = found.page;
  const entries: readonly (readonly [string, string])[] =
    seen === null
      ? [[say('previewThread'), say('previewNoThread')]]
      : [
          [say('previewThread'), seen.thread],
          [say('previewHeading'), seen.title],
          [say('previewLabels'), found.labels.join(', ') || say('previewNone')],
          [say('previewTags'), seen.tags.join(', ') || say('previewNone')],
          [say('previewReaders'), found.readers === null ? say('previewNone') : readersLine(found.readers, say)],
          ...(seen.people === null ? [] : [[say('previewPeople'), seen.people.join(', ')] as const]),
          [say('previewDocuments'), seen.text || say('previewNoDocument')],
        ];
  return (
    <>
      <dl class="explained">
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="lines">{visible(value)}</dd>
          </div>
        ))}
      </dl>
      <h3>{say('previewActs')}</h3>
      {found.page.composers.length === 0 && <p class="note">{say('previewNoActs')}</p>}
      <ul class="plainly">
        {found.page.composers.map((each, index) => (
          <li key={`${each.thread} ${index}`} class="lines">
            {visible(actLine(each, found.audiences[index] ?? null, say))}
          </li>
        ))}
      </ul>
      <CopyText text={found.policy} name={say('previewCopy')} say={say} />
    </>
  );
}
