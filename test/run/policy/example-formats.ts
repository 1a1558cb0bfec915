/**
 * One policy in the form of each browser and platform. Everything but the registry holds the keys themselves; there the
 * one string "policyJson" does, since it passes every editor untouched and cannot be half dropped.
 */

type Values = Readonly<Record<string, unknown>>;

/** The id under which Firefox knows the extension. */
const FIREFOX_ID = 'countersign@countersign.example';

export interface ExampleFile {
  readonly name: string;
  readonly text: string;
  /** Where it goes. */
  readonly place: string;
}

/** All files; `id` is the extension's id in Chrome. */
export function exampleFiles(values: Values, id: string): readonly ExampleFile[] {
  return [
    { name: 'policy.json', text: json(values), place: 'the policy itself: the one file to edit and to check' },
    {
      name: 'chrome-linux.json',
      text: json({ '3rdparty': { extensions: { [id]: values } } }),
      place: '/etc/opt/chrome/policies/managed/ (Chromium: /etc/chromium/policies/managed/)',
    },
    {
      name: 'chrome-windows.reg',
      text: registry(values, id),
      place: `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${id}\\policy`,
    },
    {
      name: `com.google.Chrome.extensions.${id}.plist`,
      text: plist(values),
      place: '/Library/Managed Preferences/, by a configuration profile of your device management (macOS)',
    },
    {
      name: 'chrome-admin-console.json',
      text: json(Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { Value: value }]))),
      place: 'Google Admin console: Apps & extensions, the extension, "Policy for extensions"',
    },
    {
      name: 'firefox-policies.json',
      text: json({ policies: { '3rdparty': { Extensions: { [FIREFOX_ID]: values } } } }),
      place: '/etc/firefox/policies/policies.json, or "distribution" beside the program (merge with what is there)',
    },
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** ASCII only, so that no registry editor can mistake the encoding; JSON spells the rest as \\u escapes. */
function registry(values: Values, id: string): string {
  const policy = ascii(JSON.stringify(values)).replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  const version = Number(values.policyVersion).toString(16).padStart(8, '0');
  return [
    'Windows Registry Editor Version 5.00',
    '',
    '; The whole policy as one string of JSON, made from policy.json. Its version stands beside it.',
    `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${id}\\policy]`,
    `"policyVersion"=dword:${version}`,
    `"policyJson"="${policy}"`,
    '',
  ].join('\r\n');
}

function ascii(text: string): string {
  return text.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function plist(values: Values): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<!-- Made from policy.json. -->',
    '<plist version="1.0">',
    ...element(values, ''),
    '</plist>',
    '',
  ].join('\n');
}

function element(value: unknown, indent: string): readonly string[] {
  const inner = `${indent}  `;
  if (Array.isArray(value))
    return [`${indent}<array>`, ...value.flatMap((each) => element(each, inner)), `${indent}</array>`];
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).flatMap(([key, each]) => [
      `${inner}<key>${xml(key)}</key>`,
      ...element(each, inner),
    ]);
    return [`${indent}<dict>`, ...members, `${indent}</dict>`];
  }
  if (typeof value === 'boolean') return [`${indent}<${value}/>`];
  return [
    typeof value === 'number'
      ? `${indent}<integer>${value}</integer>`
      : `${indent}<string>${xml(String(value))}</string>`,
  ];
}

/** Control characters have no place in XML 1.0, also not as references. */
function xml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[^\P{Cc}\n\t]/gu, '\ufffd');
}
