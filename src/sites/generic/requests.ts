/**
 * What a described site's requests are. The first description whose method, address and conditions fit decides; a write
 * that none fits stays unknown, and a field that is neither read nor ignored makes the act unreadable, so that nothing
 * travels beside what a person approved.
 */
import { isChange, type Recipients } from '../../core/action.ts';
import {
  type AddressMatch,
  addressPattern,
  matchAddress,
  mayMeet,
  parseSiteAddress,
  type SiteAddress,
} from '../../core/site-address.ts';
import { namesInThread, type RequestDescription } from '../../core/site-description.ts';
import { parseAddressList, uniqueAddresses } from '../addresses.ts';
import type { Described, DescribedAct, SendMethod, SiteRequest } from '../site.ts';
import { type Fields, fieldsIn } from './fields.ts';

/** A description whose address has been taken apart. */
export interface KnownRequest extends RequestDescription {
  readonly known: SiteAddress;
}

/** The descriptions that can be read; policy with any other is damaged and never comes here. */
export function knownRequests(requests: readonly RequestDescription[]): readonly KnownRequest[] {
  return requests.flatMap((request) => {
    const known = parseSiteAddress(request.address);
    return typeof known === 'string' ? [] : [{ ...request, known }];
  });
}

/** What a request is, by these descriptions. */
export function describeBy(requests: readonly KnownRequest[], request: SiteRequest): Described {
  const parameters = [...new URLSearchParams(request.search ?? '')];
  const here = requests.flatMap((each) => {
    const match = each.method === request.method ? matchAddress(each.known, request.path, parameters) : null;
    return match === null ? [] : [{ each, match }];
  });
  if (here.length === 0) return { kind: 'unknown' };
  const fields = request.body.kind === 'unreadable' ? null : fieldsIn(request.body, parameters);
  if (fields === null) {
    const why = request.body.kind === 'unreadable' ? request.body.why : 'it has too many fields';
    return here.every(({ each }) => isAlwaysHarmless(each)) ? { kind: 'not-an-act' } : { kind: 'unreadable-act', why };
  }
  const fitting = here.find(({ each }) => fits(each, fields));
  if (fitting === undefined) return { kind: 'unknown' };
  return fitting.each.act === 'none' ? { kind: 'not-an-act' } : describeAct(fitting.each, fitting.match, fields);
}

/** Whether a request under this description is harmless whatever is in it. */
export function isAlwaysHarmless({ act, when, unless }: RequestDescription): boolean {
  return act === 'none' && when.length + unless.length === 0;
}

/** Addresses (RE2) of writes that stay open in a sealed tab: those by which nothing but harmless ones go. */
export function harmlessPaths(requests: readonly KnownRequest[]): readonly string[] {
  const acts = requests.filter(({ act }) => act !== 'none');
  // A rule sees neither fields nor which of two equal parameters the server takes.
  return requests
    .filter((each) => isAlwaysHarmless(each) && each.method !== 'GET' && each.known.parameters.length === 0)
    .filter(({ known }) => acts.every((act) => !mayMeet(act.known, known)))
    .map(({ known }) => addressPattern(known, null).replace(/\(\\\?\.\*\)\?$/, ''));
}

/** The address (RE2) that an act of this kind goes to; null when no description has it. */
export function openingFor(
  requests: readonly KnownRequest[],
  act: Pick<DescribedAct, 'kind' | 'thread'>,
): { readonly method: SendMethod; readonly path: string } | null {
  const able = requests.filter((each) => each.act === act.kind && each.method !== 'GET');
  const [first] = able;
  if (first === undefined) return null;
  const paths = able
    .filter(({ method }) => method === first.method)
    .map(({ known, thread }) => addressPattern(known, thread === '{thread}' ? act.thread : null));
  return {
    method: first.method.toLowerCase() as SendMethod,
    path: paths.length === 1 ? (paths[0] ?? '') : `(${[...new Set(paths)].join('|')})`,
  };
}

/** What may be read in two ways speaks for an act, and against being harmless. */
function fits({ act, when, unless }: RequestDescription, fields: Fields): boolean {
  const harmless = act === 'none';
  return when.every((each) => holds(each, fields, !harmless)) && !unless.some((each) => holds(each, fields, harmless));
}

/** "name": the field is there; "name=value": it has that value; `unsure` where it is there and no text. */
function holds(condition: string, fields: Fields, unsure: boolean): boolean {
  const at = condition.indexOf('=');
  const values = fields.valuesOf(at < 1 ? condition : condition.slice(0, at));
  if (values === null) return unsure;
  return at < 1 ? values.length > 0 : values.includes(condition.slice(at + 1));
}

function describeAct(request: KnownRequest, match: AddressMatch, fields: Fields): Described {
  const unreadable = (why: string): Described => ({ kind: 'unreadable-act', why });
  const stranger = fields.stranger(namedIn(request), request.ignored);
  if (stranger !== null) return unreadable(`the field "${stranger}" is not known`);
  const thread = threadOf(request, match, fields);
  if (thread === null) return unreadable('it does not say where it goes');
  const text = textOf(request, fields);
  const changes = isChange(request.act as DescribedAct['kind']);
  if (text === null && !changes) return unreadable('there is no text');
  const recipients = request.recipients === null ? null : recipientsOf(request.recipients, fields);
  if (recipients === 'unreadable') return unreadable('a recipient cannot be read');
  if (recipients !== null && recipients.to.length + recipients.cc.length + recipients.bcc.length === 0)
    return unreadable('it names no recipient');
  const files = request.files.some((name) => (fields.valuesOf(name) ?? ['a file']).some((value) => value !== ''));
  const act: DescribedAct = {
    kind: request.act as DescribedAct['kind'],
    thread,
    text: text === null || text === '' ? (changes ? thread : '') : text,
    quoted: '',
    recipients,
    attachments: files ? 'unknown' : [],
    messageId: null,
    items: changes ? itemsOf(request, fields) : 1,
  };
  return { kind: 'acts', acts: [act] };
}

/** How many things a change names: one for each value, and for each number of a list that is written as one. */
function itemsOf({ text }: KnownRequest, fields: Fields): number {
  const values = text.flatMap((name) => fields.valuesOf(name) ?? []).filter((value) => value !== '');
  const each = values.map((value) => (/^\d+(?:\s*[,;|]\s*\d+)+$/.test(value) ? value.split(/[,;|]/).length : 1));
  return Math.max(
    1,
    each.reduce((sum, items) => sum + items, 0),
  );
}

/** All fields that a description reads or asks for, with the parameters of its address. */
function namedIn(request: KnownRequest): readonly string[] {
  const { recipients } = request;
  const conditions = [...request.when, ...request.unless].map((each) => each.split('=')[0] ?? '');
  return [
    ...request.known.parameters.map(({ name }) => name),
    ...conditions,
    ...request.text,
    ...(request.title === null ? [] : [request.title]),
    ...namesInThread(request.thread),
    ...(recipients === null ? [] : [...recipients.to, ...recipients.cc, ...recipients.bcc]),
    ...request.files,
  ];
}

/** Null when a part of its name is not there. */
function threadOf({ thread }: KnownRequest, match: AddressMatch, fields: Fields): string | null {
  let missing = false;
  const named = thread.replace(/\{([^{}]+)\}/g, (_whole, name: string) => {
    const value = name === 'thread' && match.thread !== null ? match.thread : onlyValue(fields, name);
    if (value === null || value === '') missing = true;
    return value ?? '';
  });
  return missing ? null : named;
}

function onlyValue(fields: Fields, name: string): string | null {
  const values = fields.valuesOf(name);
  return values?.length === 1 ? (values[0] ?? null) : null;
}

/** Title and text in reading order; null when none of their fields is there, or one is no text. */
function textOf({ title, text }: KnownRequest, fields: Fields): string | null {
  const parts = [...(title === null ? [] : [title]), ...text].map((name) => fields.valuesOf(name));
  if (parts.some((part) => part === null) || parts.every((part) => part?.length === 0)) return null;
  return parts
    .flatMap((part) => part ?? [])
    .filter((part) => part !== '')
    .join('\n\n');
}

function recipientsOf(named: Recipients, fields: Fields): Recipients | 'unreadable' {
  const read = (names: readonly string[]) =>
    names.flatMap((name) => fields.valuesOf(name)?.flatMap((value) => parseAddressList(value)) ?? [null]);
  const [to, cc, bcc] = [read(named.to), read(named.cc), read(named.bcc)];
  const all = [...to, ...cc, ...bcc];
  if (all.includes(null)) return 'unreadable';
  const known = (list: readonly (string | null)[]) => uniqueAddresses(list.filter((each) => each !== null));
  return { to: known(to), cc: known(cc), bcc: known(bcc) };
}
