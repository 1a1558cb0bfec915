/** A written act as the site's request would say it: title or subject, new text, quoted text. */
import type { DescribedAct } from '../../src/sites/site.ts';

/** What is common to the acts that are written down for the evaluations. */
export interface WrittenAct extends Pick<DescribedAct, 'kind' | 'thread' | 'text'> {
  readonly subject?: string | undefined;
  readonly to?: readonly string[] | undefined;
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
  readonly files?: readonly string[] | undefined;
}

/** With what it quotes; `messageId` is the site's own name of the message, null for none. */
export function describedAct(act: WrittenAct, quoted: string, messageId: string | null): DescribedAct {
  const mail = act.kind === 'send';
  return {
    kind: act.kind,
    thread: act.thread,
    text: [act.subject ?? '', act.text, quoted].filter((part) => part !== '').join('\n\n'),
    quoted: mail ? quoted : '',
    recipients: mail ? { to: act.to ?? [], cc: act.cc ?? [], bcc: act.bcc ?? [] } : null,
    attachments: (act.files ?? []).map((name) => `listed:${name}`),
    messageId,
    items: 1,
  };
}
