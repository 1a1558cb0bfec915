/**
 * The lines that Microsoft Information Protection writes: `MSIP_Label_<guid>_<property>=<value>`, joined by semicolons
 * in the mail header `msip_labels` (folded over lines at any space), one property each in documents and raw text.
 * What it finds is a label beyond doubt, even when nobody knows its name.
 */
import { clean } from '../marking/fold.ts';

/** A label that is enabled on the thing: the level if its id is a default label's, and the name its administrator gave. */
export interface MsipLabel {
  readonly level: string | null;
  readonly name: string;
}

/** Microsoft's default labels have the same ids in every tenant; the last part counts up in order of priority. */
const DEFAULT_LABEL = /^defa4170-0d19-0005-000([0-9a-b])-bc88714345d2$/;
const DEFAULT_LEVELS: Readonly<Record<string, string>> = {
  0: 'purview-personal',
  1: 'purview-public',
  2: 'purview-general',
  3: 'purview-general',
  4: 'purview-general',
  5: 'purview-confidential',
  6: 'purview-confidential',
  7: 'purview-confidential',
  8: 'purview-confidential',
  9: 'purview-highly-confidential',
  a: 'purview-highly-confidential',
  b: 'purview-highly-confidential',
};

const PROPERTY = /^MSIP_Label_([0-9a-f-]{36})_([A-Za-z]{2,20})$/i;

/** No header is longer than this: a mail has at most a few labels. */
const MOST_CHARACTERS = 16_000;

/** The enabled labels among declarations and raw lines, each by itself: text cannot switch off what a header declares. */
export function enabledLabels(
  declared: readonly { readonly name: string; readonly value: string }[],
  text: string,
): readonly MsipLabel[] {
  return [...labelsAmong(declared.flatMap(propertiesOf)), ...labelsAmong(rawProperties(text))];
}

function labelsAmong(properties: readonly (readonly [string, string])[]): readonly MsipLabel[] {
  const byId = new Map<string, Map<string, string>>();
  for (const [name, value] of properties) {
    const [, id = '', property = ''] = PROPERTY.exec(name) ?? [];
    if (id === '') continue;
    const known = byId.get(id.toLowerCase()) ?? new Map<string, string>();
    byId.set(id.toLowerCase(), known.set(property.toLowerCase(), value));
  }
  return [...byId].filter(([, known]) => isEnabled(known)).map(([id, known]) => labelOf(id, known));
}

function propertiesOf({
  name,
  value,
}: {
  readonly name: string;
  readonly value: string;
}): readonly (readonly [string, string])[] {
  if (/^msip[_-]labels$/i.test(name.trim())) return rawProperties(value);
  return [[name.trim(), clean(value.slice(0, 500))]];
}

function rawProperties(text: string): readonly (readonly [string, string])[] {
  if (!/msip_label_/i.test(text)) return [];
  return text
    .slice(0, MOST_CHARACTERS)
    .replace(/^.{0,200}?msip_labels\s*:/is, '')
    .split(/;|\n(?=MSIP)/i)
    .map((part) => part.replace(/\s+/g, ' '))
    .flatMap((part) =>
      part.includes('=')
        ? [[part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()] as const]
        : [],
    );
}

/** A label is on unless it says that it is off: documents in which one property is missing are marked all the same. */
function isEnabled(properties: ReadonlyMap<string, string>): boolean {
  return properties.get('enabled')?.toLowerCase() !== 'false';
}

function labelOf(id: string, properties: ReadonlyMap<string, string>): MsipLabel {
  const [, number = ''] = DEFAULT_LABEL.exec(id) ?? [];
  return { level: DEFAULT_LEVELS[number] ?? null, name: properties.get('name') ?? '' };
}
