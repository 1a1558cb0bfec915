/** What this page shows when it is read in another way, for whoever writes the description of its site. Changes nothing. */
import { peopleOf } from '../core/action.ts';
import { MOST_DOCUMENTS, type PagePreview, SHOWN_ENTRIES, SHOWN_TEXT } from '../messages.ts';
import type { Composer, SeenThread, Site } from '../sites/site.ts';

/** The thread in view and the open editors as this site reads them, cut to what can be shown. */
export function previewOf(site: Site, page: Document): PagePreview {
  const seen = seenThread(site, page);
  return {
    seen: seen === null ? null : shownThread(seen),
    composers: site
      .composers(page)
      .slice(0, SHOWN_ENTRIES)
      .map((open) => shownComposer(site, open)),
  };
}

/** All at once, which is for whoever asks for it and not for every change of the page. */
function seenThread(site: Site, page: Document): SeenThread | null {
  const inView = site.threadInView(page);
  if (inView === null) return null;
  const read = [...page.querySelectorAll(site.documents.selector)]
    .slice(0, MOST_DOCUMENTS)
    .flatMap((element) => site.documents.read(element) ?? []);
  const people = [...new Set(read.flatMap((each) => each.people))];
  return { ...inView, people: people.length === 0 ? null : people, documents: read };
}

function shownThread({ thread, title, tags, documents, people, account }: SeenThread): PagePreview['seen'] {
  const text = documents.map((each) => each.text).join('\n\n');
  return {
    thread: cut(thread),
    title: cut(title),
    tags: some(tags),
    text: cut(text),
    people: people && some(people),
    account: account && cut(account),
  };
}

function shownComposer(site: Site, open: Composer): PagePreview['composers'][number] {
  const { kind, thread, text, recipients } = open.draft;
  const people = peopleOf(recipients);
  return {
    kind,
    thread: cut(thread),
    text: cut(text),
    people: people && some(people),
    reads: open.reads,
    sends: site.sendOf(open) !== null,
  };
}

function cut(text: string): string {
  return text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}…` : text;
}

function some(texts: readonly string[]): string[] {
  return texts.slice(0, SHOWN_ENTRIES).map(cut);
}
