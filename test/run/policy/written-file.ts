/** Files that a test of the policy's command writes, in a directory of their own that is gone afterwards. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export interface WrittenFiles {
  readonly directory: string;
  /** Writes a file, a value as JSON with a line for each part, and answers its path. */
  file(content: unknown): string;
}

/** Called once at the top of a test file. */
export function writtenFiles(name: string): WrittenFiles {
  const directory = mkdtempSync(join(tmpdir(), `countersign-${name}-`));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  let files = 0;
  return {
    directory,
    file(content) {
      files += 1;
      const path = join(directory, `${files}.json`);
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 1));
      return path;
    },
  };
}
