/** A module as the extension's code is built: tsx names every function as it is made, which doubles some times. */
import { build } from 'vite';
import { fail } from './command-line.ts';

/** What the module of this file exports. */
export async function asBuilt(file: string): Promise<unknown> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: file, write: false, target: 'es2022', minify: true },
  });
  const [chunk] = 'output' in built ? built.output : [];
  if (chunk === undefined) fail('The measurements could not be built.', 2);
  return import(`data:text/javascript;base64,${Buffer.from(chunk.code).toString('base64')}`);
}
