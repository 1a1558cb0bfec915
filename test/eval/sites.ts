/**
 * What the guard reads in recorded pages and requests, file by file: documents, labels, readers, composers, acts with
 * their recipients and lengths. Lengths and counts only: a recording may hold anything.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Evaluation, Measured } from './evaluation.ts';
import { openPages, type PageReader } from './sites/open-pages.ts';
import { readRecording } from './sites/read-recording.ts';

/** What was read in a file. */
export interface Read {
  /** Which site it was taken for; null where nothing in it says. */
  readonly site: string | null;
  /** `request`: what a page sent; `page`: what a page showed; `answer`: what the site told; `unknown`: none of these. */
  readonly what: 'request' | 'page' | 'answer' | 'unknown' | 'not read';
  readonly [more: string]: unknown;
}

/** One line a file. */
export type FileReading = Read & { readonly file: string };

export const SITES: Evaluation = {
  about: 'what is read in recorded pages and requests: every .html, .json and .txt file of --fixtures DIR',
  async measure({ fixtures }): Promise<Measured> {
    if (fixtures === undefined) throw new Error('Name a folder of recordings: npm run eval -- sites --fixtures DIR');
    const files = filesIn(fixtures);
    if (files.length === 0) throw new Error(`${fixtures}: no .html, .json or .txt file is in it`);
    const pages = files.some(isPage) ? await openPages() : null;
    try {
      const figures: FileReading[] = [];
      for (const file of files) figures.push(await readFile(fixtures, file, pages));
      return { figures, lines: figures.map(lineOf), passed: figures.every(({ what }) => what !== 'not read') };
    } finally {
      await pages?.close();
    }
  },
};

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(html?|json|txt)$/i.test(file))
    .sort();
}

function isPage(file: string): boolean {
  return /\.html?$/i.test(file);
}

/** Nothing in a file may end the whole run. */
async function readFile(folder: string, file: string, pages: PageReader | null): Promise<FileReading> {
  const path = join(folder, file);
  const name = relative(folder, path);
  try {
    const text = readFileSync(path, 'utf8');
    if (!isPage(file)) return { file: name, ...readRecording(text) };
    return pages === null
      ? { file: name, site: null, what: 'not read', why: 'no Chromium was found' }
      : { file: name, ...(await pages.read(text)) };
  } catch (error) {
    return { file: name, site: null, what: 'not read', why: error instanceof Error ? error.message : String(error) };
  }
}

function lineOf({ file, site, what, ...more }: FileReading): string {
  return `${file}: ${site ?? 'no known site'}, ${what} ${JSON.stringify(more)}`;
}
