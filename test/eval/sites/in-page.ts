/** Runs within a recorded page: what the guard reads there. Built into one script; plain data comes out. */
import type { SiteKind } from '../../../src/core/policy.ts';
import { siteFor } from '../../../src/sites/all.ts';
import { unreadParts } from '../../../src/sites/expectation.ts';
import type { Composer } from '../../../src/sites/site.ts';

export interface InPage {
  read(kind: SiteKind): Readonly<Record<string, unknown>>;
}

function read(kind: SiteKind): Readonly<Record<string, unknown>> {
  const site = siteFor({ kind, description: null });
  const inView = site.threadInView(document);
  const documents = [...document.querySelectorAll(site.documents.selector)].flatMap((element) => {
    const found = site.documents.read(element);
    return found === null ? [] : [{ author: found.author, text: found.text.length, people: found.people }];
  });
  return {
    thread: inView?.thread ?? null,
    labels: inView?.tags ?? [],
    account: inView?.account ?? null,
    documents,
    readers: [...new Set(documents.flatMap((each) => each.people))].sort(),
    composers: site.composers(document).map(composer),
    unread: unreadParts(site.expectations, document),
  };

  function composer(open: Composer) {
    const { kind: act, thread, text, quoted, recipients, attachments } = open.draft;
    return {
      kind: act,
      thread,
      recipients,
      newText: text.length - quoted.length,
      quotedText: quoted.length,
      attachments: attachments === 'unknown' ? 'unknown' : attachments.length,
      reads: open.reads,
      hasSend: site.sendOf(open) !== null,
    };
  }
}

(globalThis as { countersignInPage?: InPage }).countersignInPage = { read };
