/**
 * Addresses of a site as an administrator writes them: "/wiki/{thread*}", "/index.php?title={thread}&action=submit".
 * "{x}" is one segment or one parameter, "{x*}" the rest of the path; parameters may stand in any order and others beside
 * them. No regular expression is written by hand: what the browsers' rules need is made from the template.
 */

/** What a template can name: the thread, or something that does not matter. */
export const ADDRESS_VARIABLES = ['thread', 'any'] as const;
export type AddressVariable = (typeof ADDRESS_VARIABLES)[number];

/** Parameters of one address: every order of them becomes a pattern of its own, and browsers take no long ones. */
export const MOST_PARAMETERS = 3;

/** A segment or a parameter's value: fixed text, with at most one variable in it. */
interface Part {
  readonly before: string;
  readonly variable: AddressVariable | null;
  readonly after: string;
}

export interface SiteAddress {
  readonly segments: readonly Part[];
  /** What the rest of the path is; null when the path ends with its last segment. */
  readonly rest: AddressVariable | null;
  readonly parameters: readonly (Part & { readonly name: string })[];
}

/** What an address that matches says; `thread` is null when the template does not name it. */
export interface AddressMatch {
  readonly thread: string | null;
}

/** The template taken apart, or what is wrong with it in words that follow its path. */
export function parseSiteAddress(template: string): SiteAddress | string {
  if (!/^\/[^\s#]*$/.test(template)) return 'must be a path like "/wiki/{thread*}", without spaces and "#"';
  const [path = '', ...queries] = template.split('?');
  if (queries.length > 1) return 'has more than one "?"';
  const pieces = trimmed(path)
    .split('/')
    .slice(1)
    .filter((piece) => piece !== '');
  const star = /^\{([^{}]*)\*\}$/.exec(pieces.at(-1) ?? '')?.[1] ?? null;
  const segments = (star === null ? pieces : pieces.slice(0, -1)).map(partOf);
  const query = queries[0] === undefined ? [] : queries[0].split('&');
  const parameters = query.map((each) => ({ name: decoded(each.split('=')[0] ?? ''), part: parameterPart(each) }));
  const fault =
    [...segments, ...parameters.map(({ part }) => part)].find((each) => typeof each === 'string') ??
    (star === null ? null : variableFault(star)) ??
    parameterFault(parameters.map(({ name }) => name));
  if (typeof fault === 'string') return fault;
  const address: SiteAddress = {
    segments: segments as readonly Part[],
    rest: star as AddressVariable | null,
    parameters: parameters.map(({ name, part }) => ({ ...(part as Part), name })),
  };
  return variablesOf(address).filter((each) => each === 'thread').length > 1
    ? 'names {thread} more than once'
    : address;
}

/** Whether an address that could be parsed names this variable. */
export function addressNames(address: SiteAddress, variable: AddressVariable): boolean {
  return variablesOf(address).includes(variable);
}

/**
 * What this path (decoded) and these parameters say under a template; null when they do not match it. A parameter that
 * stands there twice matches nothing: servers differ in which of the two they take.
 */
export function matchAddress(
  address: SiteAddress,
  path: string,
  parameters: readonly (readonly [string, string])[],
): AddressMatch | null {
  const pieces = piecesOf(path);
  const { segments, rest } = address;
  if (rest === null ? pieces.length !== segments.length : pieces.length <= segments.length) return null;
  let thread: string | null = null;
  const take = (variable: AddressVariable | null, value: string) => {
    if (variable === 'thread') thread = value;
  };
  for (const [index, segment] of segments.entries()) {
    const value = valueIn(segment, pieces[index] ?? '');
    if (value === null) return null;
    take(segment.variable, value);
  }
  if (rest !== null) take(rest, pieces.slice(segments.length).join('/'));
  for (const parameter of address.parameters) {
    const [found, ...more] = parameters.filter(([name]) => name === parameter.name);
    const value = found === undefined || more.length > 0 ? null : valueIn(parameter, found[1]);
    if (value === null) return null;
    take(parameter.variable, value);
  }
  return { thread };
}

/** Whether both could fit one and the same path; true where that cannot be told. */
export function mayMeet(a: SiteAddress, b: SiteAddress): boolean {
  const reaches = (one: SiteAddress, other: SiteAddress) =>
    one.rest !== null && other.segments.length >= one.segments.length;
  if (a.segments.length !== b.segments.length && !reaches(a, b) && !reaches(b, a)) return false;
  return a.segments.every((segment, index) => {
    const other = b.segments[index];
    if (other === undefined || segment.variable !== null || other.variable !== null) return true;
    return segment.before === other.before;
  });
}

/** A path with its thread in it, as a link would have it; parameters in the template's order. */
export function fillAddress(address: SiteAddress, thread: string): string {
  const filled = ({ before, variable, after }: Part) => `${before}${variable === 'thread' ? thread : ''}${after}`;
  const pieces = [...address.segments.map(filled), ...(address.rest === 'thread' ? thread.split('/') : [])];
  const query = address.parameters.map(
    (each) => `${encodeURIComponent(each.name)}=${encodeURIComponent(filled(each))}`,
  );
  return `/${pieces.map(encodeURIComponent).join('/')}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

/** The longest beginning of a thread's name that goes into a pattern: browsers take none that grows past 2 kB. */
const LONGEST_LITERAL = 60;

/**
 * The regular expression (RE2, to be anchored) of all addresses under a template, for the browsers' rules. With a thread
 * only those of that one, as far as it can be told: of signs that may stand there in percent form too, any will do, and
 * of the parameters the one that names it decides.
 */
export function addressPattern(address: SiteAddress, thread: string | null): string {
  const one = ({ before, variable, after }: Part, open: string) =>
    `${literal(before)}${variable === null ? '' : variablePattern(variable, thread, open)}${literal(after)}`;
  const path = [
    ...address.segments.map((segment) => one(segment, '[^/?]+')),
    ...(address.rest === null ? [] : [variablePattern(address.rest, thread, '[^?]+')]),
  ].join('/+');
  const parameters = address.parameters.map((each) => `${literal(each.name)}=${one(each, '[^&]*')}`);
  if (parameters.length === 0) return `/+${path}/*(\\?.*)?`;
  const naming = address.parameters.findIndex(({ variable }) => variable === 'thread');
  const wanted = thread === null ? parameters : [parameters[Math.max(naming, 0)] ?? ''];
  const orders = permutations(wanted).map((order) => `(.*&)?${order.join('&(.*&)?')}(&.*)?`);
  return `/+${path}/*\\?(${orders.join('|')})`;
}

function partOf(text: string): Part | string {
  const found = /^([^{}]*)(?:\{([^{}]*)\}([^{}]*))?$/.exec(text);
  if (found === null) return `has braces that nobody can read in "${text}"`;
  const [, before = '', variable, after = ''] = found;
  if (variable === undefined) return { before: decoded(before), variable: null, after: '' };
  if (variable.endsWith('*')) return `has "{${variable}}" where more follows: only the end of the path can be it`;
  return variableFault(variable) ?? { before: decoded(before), variable: variable as AddressVariable, after };
}

function parameterPart(text: string): Part | string {
  const at = text.indexOf('=');
  return at < 1 ? `has the parameter "${text}" without a value` : partOf(text.slice(at + 1).replaceAll('+', ' '));
}

function variableFault(name: string): string | null {
  return (ADDRESS_VARIABLES as readonly string[]).includes(name)
    ? null
    : `names {${name}}, which nothing knows; there are {thread} and {any}`;
}

function parameterFault(names: readonly string[]): string | null {
  if (names.length > MOST_PARAMETERS) return `has more than ${MOST_PARAMETERS} parameters`;
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? null : `has the parameter "${twice}" twice`;
}

function variablesOf({ segments, rest, parameters }: SiteAddress): readonly (AddressVariable | null)[] {
  return [...segments.map(({ variable }) => variable), rest, ...parameters.map(({ variable }) => variable)];
}

/** The variable's value in a text that fits; "" for fixed text; null when it does not fit. */
function valueIn({ before, variable, after }: Part, text: string): string | null {
  if (variable === null) return text === before ? '' : null;
  const length = text.length - before.length - after.length;
  return length > 0 && text.startsWith(before) && text.endsWith(after)
    ? text.slice(before.length, before.length + length)
    : null;
}

function variablePattern(variable: AddressVariable, thread: string | null, open: string): string {
  if (variable !== 'thread' || thread === null || thread === '') return open;
  return thread.length <= LONGEST_LITERAL ? literal(thread) : `${literal(thread.slice(0, LONGEST_LITERAL))}[^?&]*`;
}

/** Letters and digits as they are; whatever may be written in percent form, in one run. */
function literal(text: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, (signs) => (/^[._~-]+$/.test(signs) ? signs.replace(/\./g, '\\.') : '[^?&]+'));
}

/** Segments without empty ones: servers take "//posts/" for "/posts". */
function piecesOf(path: string): readonly string[] {
  return path.split('/').filter((piece) => piece !== '');
}

function trimmed(path: string): string {
  return path.replace(/\/+/g, '/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function permutations(items: readonly string[]): readonly (readonly string[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}
