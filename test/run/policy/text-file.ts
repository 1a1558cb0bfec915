/** A file as text, or in one sentence why it is none: what administrators' tools write is not always UTF-8. */
import { readFileSync, statSync } from 'node:fs';
import { messageOf } from '../command-line.ts';

export type TextFile =
  | { readonly kind: 'text'; readonly text: string }
  /** The file is there and cannot be meant. */
  | { readonly kind: 'no-text'; readonly why: string }
  /** There is nothing to read. */
  | { readonly kind: 'no-file'; readonly why: string };

/** Larger than any browser takes. */
const LARGEST_FILE = 64_000_000;

/** The text of a file. */
export function readTextFile(path: string): TextFile {
  try {
    const found = statSync(path);
    if (!found.isFile()) return { kind: 'no-file', why: found.isDirectory() ? 'is a directory' : 'is no file' };
    if (found.size > LARGEST_FILE) return { kind: 'no-file', why: `is larger than ${LARGEST_FILE / 1_000_000} MB` };
    return decode(readFileSync(path));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { kind: 'no-file', why: missing ? 'does not exist' : messageOf(error) };
  }
}

/** Bytes as UTF-8. */
export function decode(bytes: Uint8Array): TextFile {
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { kind: 'no-text', why: 'is UTF-16: save it as UTF-8' };
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { kind: 'no-text', why: 'begins with a byte order mark: save it as UTF-8 without one ("BOM")' };
  if (bytes.includes(0)) return { kind: 'no-text', why: 'is not a text file' };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'no-text', why: 'is not UTF-8: save it as UTF-8' };
  }
}
