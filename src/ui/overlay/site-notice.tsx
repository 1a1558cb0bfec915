/**
 * A quiet card in the page: the site has changed and some of it cannot be read. It asks nothing and stops nothing; a
 * person can copy a report without content for whoever mends it, or put it away.
 */
import { render } from 'preact';
import type { SitePart } from '../../core/site-part.ts';
import { CopyText } from '../copy-text.tsx';
import { PARTS, siteReport } from '../site-changed.ts';
import type { Say } from '../words.ts';
import { addRoot } from './root.ts';

export interface SiteNoticeParts {
  readonly say: Say;
  /** For the report: the site's host and the guard's version. */
  readonly site: string;
  readonly version: string;
}

export class SiteNotice {
  readonly #parts: SiteNoticeParts;
  #close: (() => void) | null = null;

  constructor(parts: SiteNoticeParts) {
    this.#parts = parts;
  }

  /** Shows what cannot be read; [] takes the card away. */
  show(unread: readonly SitePart[]): void {
    this.#close?.();
    this.#close = null;
    if (unread.length === 0) return;
    const { host, place } = addRoot();
    const close = () => {
      render(null, place);
      host.remove();
    };
    render(<Notice unread={unread} parts={this.#parts} onClose={close} />, place);
    host.showPopover();
    this.#close = close;
  }
}

interface NoticeProps {
  readonly unread: readonly SitePart[];
  readonly parts: SiteNoticeParts;
  onClose(): void;
}

function Notice({ unread, parts: { say, site, version }, onClose }: NoticeProps) {
  const report = siteReport({ kind: site, unread, version, browser: navigator.userAgent, at: Date.now() });
  return (
    <section class="card" role="status" aria-label="Countersign">
      <header>
        <span class="kicker">Countersign</span>
      </header>
      <h2>{say('siteChanged')}</h2>
      <p class="reason">{say('siteChangedParts', unread.map((part) => say(PARTS[part])).join(', '))}</p>
      <p class="reason">{say('siteChangedWhat')}</p>
      <div class="buttons">
        <CopyText text={report} name={say('copyReport')} say={say} />
        <button type="button" class="quiet" onClick={(event) => event.isTrusted && onClose()}>
          {say('hide')}
        </button>
      </div>
    </section>
  );
}
