/** For tools that look a name up by themselves before the browser goes there, which has the company's names from our proxy. */

/** The environment in which a node process, and those that it starts, find these names on this machine. */
export function knowsNames(names: readonly string[]): NodeJS.ProcessEnv {
  const preload = new URL('known-names.mjs', import.meta.url).href;
  const options = [process.env.NODE_OPTIONS, `--import=${preload}`].filter(Boolean).join(' ');
  return { ...process.env, NODE_OPTIONS: options, COUNTERSIGN_KNOWN_NAMES: names.join(',') };
}
