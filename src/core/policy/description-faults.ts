/**
 * What is well formed in a site's description and still cannot be meant: an address that nobody can read, a request
 * that names no text or no thread, one that would let everything pass, a field that is both read and ignored.
 */
import { isChange } from '../action.ts';
import { type AddressVariable, addressNames, parseSiteAddress } from '../site-address.ts';
import { namesInThread } from '../site-description.ts';
import type { PolicyFault } from './faults.ts';
import type { RawPolicy } from './schema.ts';
import type { RawFacts } from './schema-site.ts';

type RawSite = NonNullable<RawPolicy['sites']>[number];
type RawRequest = NonNullable<RawFacts['requests']>[number];

/** All such faults. */
export function descriptionFaults(raw: RawPolicy): readonly PolicyFault[] {
  return [
    ...(raw.sites ?? []).flatMap((site, i) => [
      ...belonging(site, `sites[${i}]`),
      ...partsFaults(site.description ?? {}, `sites[${i}].description`),
    ]),
    ...(raw.siteFacts ?? []).flatMap((facts, i) => partsFaults(facts, `siteFacts[${i}]`)),
  ];
}

/** Built-in kinds know how they are read; a generic site is read by nothing else. */
function belonging({ kind, description }: RawSite, path: string): readonly PolicyFault[] {
  if (kind === 'generic' && description === undefined)
    return [{ path: `${path}.description`, message: 'must be there: kind "generic" is read by it alone' }];
  return kind !== 'generic' && description !== undefined
    ? [
        {
          path: `${path}.description`,
          message: `is for kind "generic"; what mends kind "${kind}" stands in "siteFacts"`,
        },
      ]
    : [];
}

function partsFaults(parts: Omit<RawFacts, 'site'>, path: string): readonly PolicyFault[] {
  return [
    ...(parts.threads ?? []).flatMap((each, i) => threadAddressFaults(each, `${path}.threads[${i}]`)),
    ...(parts.composers ?? []).flatMap(({ at }, i) =>
      at === undefined ? [] : threadAddressFaults(at, `${path}.composers[${i}].at`, 'may name no thread'),
    ),
    ...(parts.requests ?? []).flatMap((each, i) => requestFaults(each, `${path}.requests[${i}]`)),
  ];
}

function threadAddressFaults(
  template: string,
  path: string,
  thread: 'must name its thread' | 'may name no thread' = 'must name its thread',
): readonly PolicyFault[] {
  const address = parseSiteAddress(template);
  if (typeof address === 'string') return [{ path, message: address }];
  return thread === 'must name its thread' && !addressNames(address, 'thread')
    ? [{ path, message: 'names no {thread}, so nobody could tell which one it shows' }]
    : [];
}

function requestFaults(request: RawRequest, path: string): readonly PolicyFault[] {
  const address = parseSiteAddress(request.address);
  const readable = typeof address === 'string' ? null : address;
  const named = (variable: AddressVariable) => readable !== null && addressNames(readable, variable);
  return [
    ...(typeof address === 'string' ? [{ path: `${path}.address`, message: address }] : []),
    ...(request.act === 'none' ? openFaults(request, path) : textFaults(request, path)),
    ...(request.act === 'none' || readable === null ? [] : placeFaults(request, path, named)),
    ...readAndIgnored(request, path),
  ];
}

/** One that fits everything and is nothing would let every write pass. */
function openFaults({ address, when, method }: RawRequest, path: string): readonly PolicyFault[] {
  return method !== 'GET' && when === undefined && /^\/+\{(any|thread)\*\}$/.test(address)
    ? [{ path: `${path}.act`, message: 'must not be "none" for every address: nothing would be held' }]
    : [];
}

/** What changes something needs no text: then its thread says what it concerns. */
function textFaults({ act, text, title }: RawRequest, path: string): readonly PolicyFault[] {
  if (act !== 'none' && isChange(act)) return [];
  return (text ?? []).length === 0 && title === undefined
    ? [{ path: `${path}.text`, message: 'names no text: without it nobody could see what is sent' }]
    : [];
}

function placeFaults(
  { thread = '{thread}', recipients }: RawRequest,
  path: string,
  named: (variable: AddressVariable) => boolean,
): readonly PolicyFault[] {
  const missing = namesInThread(thread).find((name) => name === 'thread' && !named(name));
  const hasNobody =
    recipients !== undefined &&
    [...(recipients.to ?? []), ...(recipients.cc ?? []), ...(recipients.bcc ?? [])].length === 0;
  return [
    ...(namesInThread(thread).includes('any')
      ? [{ path: `${path}.thread`, message: 'takes {any}, which stands for what does not matter: use {thread}' }]
      : []),
    ...(missing === undefined
      ? []
      : [
          {
            path: `${path}.thread`,
            message: `takes {${missing}} from the address, which does not name it: put it there, or name a field in braces`,
          },
        ]),
    ...(/[{}]/.test(thread.replace(/\{[^{}]+\}/g, ''))
      ? [{ path: `${path}.thread`, message: 'has braces that nobody can read' }]
      : []),
    ...(hasNobody ? [{ path: `${path}.recipients`, message: 'names no field: leave the key out, or name one' }] : []),
  ];
}

function readAndIgnored(request: RawRequest, path: string): readonly PolicyFault[] {
  const { recipients } = request;
  const read = new Set([
    ...(request.text ?? []),
    ...(request.files ?? []),
    ...(request.title === undefined ? [] : [request.title]),
    ...namesInThread(request.thread ?? ''),
    ...(recipients?.to ?? []),
    ...(recipients?.cc ?? []),
    ...(recipients?.bcc ?? []),
  ]);
  return (request.ignored ?? []).flatMap((name, i) =>
    read.has(name)
      ? [{ path: `${path}.ignored[${i}]`, message: `"${name}" is read already: it cannot be ignored too` }]
      : [],
  );
}
