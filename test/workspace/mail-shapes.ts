/** Conversations and messages in the arrays that Gmail's clients get: positions as recorded in 2022. */
import { addressOf, labelsOf, type MailData, type StoredMail, threadsWith } from './mail-data.ts';

/** A list in which most positions say nothing. */
function positions(given: Readonly<Record<number, unknown>>): readonly unknown[] {
  const length = Math.max(...Object.keys(given).map(Number)) + 1;
  return Array.from({ length }, (_, index) => given[index] ?? null);
}

/** `whole` with the text itself, as when a conversation is opened; otherwise with its beginning only. */
export function threadShape(data: MailData, username: string, mails: readonly StoredMail[], whole: boolean): unknown {
  const last = mails.at(-1);
  return positions({
    0: mails[0]?.subject ?? '',
    1: last === undefined ? '' : snippetOf(last.html),
    2: last?.at ?? 0,
    3: mails[0]?.thread ?? '',
    4: mails.map((mail) => messageShape(data, username, mail, whole)),
    19: mails[0]?.legacyId ?? '',
  });
}

function messageShape(data: MailData, username: string, mail: StoredMail, whole: boolean): unknown {
  const people = (list: StoredMail['to']): unknown =>
    list.length === 0 ? null : list.map(({ address, name }) => [1, address, name]);
  const draft = mail.isDraft ? data.drafts.get(mail.id) : undefined;
  const parts =
    draft === undefined
      ? [[0, mail.html]]
      : [
          [0, draft.newHtml],
          [2, draft.quotedHtml],
        ];
  const isAuthor = mail.from.address === addressOf(username);
  return positions({
    0: mail.id,
    1: [1, mail.from.address, mail.from.name],
    2: people(mail.to),
    3: people(mail.cc),
    4: isAuthor ? people(mail.bcc) : null,
    6: mail.at,
    7: mail.subject,
    8: whole ? [null, parts, null, null, null, null, 1] : null,
    9: snippetOf(mail.html),
    10: [...labelsOf(data, addressOf(username), mail)].sort(),
    13: mail.rfcId,
    17: mail.at,
    55: mail.legacyId,
  });
}

/** How many unread and how many conversations lie under each label. */
export function countsShape(data: MailData, username: string): unknown {
  const address = addressOf(username);
  return ['^i', '^f', '^r', '^k', '^t', '^s', '^all'].map((label) => {
    const threads = threadsWith(data, address, label);
    const unread = threads.filter((mails) => mails.some((mail) => labelsOf(data, address, mail).has('^u')));
    return [label, unread.length, threads.length];
  });
}

/** The beginning of a text without its markup, as lists show it. */
export function snippetOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 180);
}
