/**
 * The forms of Gmail before its sync requests, which it still accepts (`/mail/u/N/?…&act=sm`): every field is read,
 * known to say nothing, or makes the mail unreadable.
 */
import { parseAddressList, uniqueAddresses } from '../addresses.ts';
import type { Described } from '../site.ts';
import { threadIdOf } from './shapes.ts';
import { mailText, quotedText } from './text.ts';

/** Fields that change nothing that others see: the form's own state (recorded 2020-10) and the address's. */
const SILENT = new Set(
  (
    'act at ac adc bpfs bwd cmeta cmid composeid cs draft fcid from fv hl ik ishtml jsver lts mb msg_encrypt nowrap ' +
    'pbgas pbgir pbgt pcd pte pti qt rid rm rt rw search securityindicator signature th uet ui view _reqid'
  ).split(' '),
);
const READ = new Set(['attach', 'bcc', 'body', 'cc', 'subject', 'subjectbox', 'to']);

/** What a form post to Gmail is; saving a draft is none of others' business. */
export function describeClassic(fields: ReadonlyMap<string, string>): Described {
  // "nvp_bu_send" is the send button of Gmail without scripts.
  if (fields.get('act') === 'sm' || fields.has('nvp_bu_send')) return describeSend(fields);
  return fields.get('act') === 'sd' ? { kind: 'not-an-act' } : { kind: 'unknown' };
}

function describeSend(fields: ReadonlyMap<string, string>): Described {
  const stranger = [...fields.keys()].find((name) => !SILENT.has(name) && !READ.has(name));
  if (stranger !== undefined) return unreadable(`the field "${stranger}" is not known`);
  const [to, cc, bcc] = [addressesOf(fields.get('to')), addressesOf(fields.get('cc')), addressesOf(fields.get('bcc'))];
  if (!to || !cc || !bcc) return unreadable('a recipient cannot be read');
  if (to.length + cc.length + bcc.length === 0) return unreadable('it names no recipient');
  const subject = fields.get('subject') ?? fields.get('subjectbox') ?? '';
  if ((fields.get('subjectbox') ?? subject) !== subject) return unreadable('it has two subjects');
  const body = fields.get('body') ?? '';
  const parts = [{ kind: 0, html: body }] as const;
  const html = fields.get('ishtml') === '1';
  return {
    kind: 'acts',
    acts: [
      {
        kind: 'send',
        thread: threadOf(fields),
        text: html ? mailText(subject, parts) : `${mailText(subject, [])}${body}`,
        quoted: html ? quotedText(parts) : '',
        recipients: { to, cc, bcc },
        attachments: (fields.get('attach') ?? '') === '' ? [] : 'unknown',
        messageId: /^#?(msg-[af]:[\w:-]{1,64})$/.exec(fields.get('draft') ?? '')?.[1] ?? null,
        items: 1,
      },
    ],
  };
}

/** The thread in the form's own words; "thread-new" for a mail that begins one. */
function threadOf(fields: ReadonlyMap<string, string>): string {
  const thread = threadIdOf((fields.get('rt') ?? '').replace(/^#/, ''));
  const legacy = /^[0-9a-f]{6,32}$/.exec(fields.get('th') ?? fields.get('lts') ?? '')?.[0];
  return thread ?? (legacy === undefined ? 'thread-new' : `thread-legacy:${legacy}`);
}

/** Null is a field with something in it that is no address. */
function addressesOf(text: string | undefined): readonly string[] | null {
  const addresses = parseAddressList(text ?? '');
  const known = addresses.filter((address) => address !== null);
  return known.length === addresses.length ? uniqueAddresses(known) : null;
}

function unreadable(why: string): Described {
  return { kind: 'unreadable-act', why };
}
