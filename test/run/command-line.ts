/** The commands' common manners: options, help, progress on the error stream, one plain line when something is wrong. */
import { parseArgs } from 'node:util';

export interface CommandOptions {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly rest: readonly string[];
}

/** Parses options; prints help and ends when asked for; ends with 2 and one line when they make no sense. */
export function readOptions(
  help: string,
  options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>,
): CommandOptions {
  try {
    const { values, positionals } = parseArgs({
      options: { ...options, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (values.help) {
      console.log(help);
      process.exit(0);
    }
    return { values: values as CommandOptions['values'], rest: positionals };
  } catch (error) {
    fail(`${messageOf(error)}\n\n${help}`, 2);
  }
}

/** Says what is wrong and ends. */
export function fail(line: string, code = 1): never {
  console.error(line);
  process.exit(code);
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Progress: on the error stream, so that what a machine reads stays clean. */
export function say(line: string): void {
  console.error(line);
}
