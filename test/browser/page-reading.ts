/** What our own reading of a site sees in a page, run in the page itself: only to be compared, it decides nothing. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Composer } from '../../src/sites/site.ts';
import type { Agent } from './agents.ts';

export type ReadComposer = Pick<Composer, 'draft' | 'reads'>;

/** Code that reads Gmail's open composers; the body of a function. */
export async function readerOfComposers(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('../../src/sites/gmail.ts', import.meta.url)),
        formats: ['iife'],
        name: 'reading',
      },
    },
  });
  const [first] = [built].flat();
  const code = first !== undefined && 'output' in first ? first.output[0].code : undefined;
  if (code === undefined) throw new Error('Gmail’s reading could not be built');
  return `${code}
    return JSON.stringify(reading.gmail.composers(document).map(({ draft, reads }) => ({ draft, reads })));`;
}

/** The composers that are open in the agent's page, as our reading sees them. */
export async function composersIn(agent: Agent, reader: string): Promise<readonly ReadComposer[]> {
  return JSON.parse(await agent.run<string>(reader)) as readonly ReadComposer[];
}
