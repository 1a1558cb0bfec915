/** A client of the Model Context Protocol, as far as two browser tools need one: one program, calls over its standard input. */
import { createInterface } from 'node:readline';
import { end, start } from '../../browser/harness/processes.ts';

const TIMEOUT_MS = 60_000;

export interface Mcp {
  /** Calls a tool; its text. Rejects with its own words when it failed. */
  call(name: string, input: Readonly<Record<string, unknown>>): Promise<string>;
  close(): Promise<void>;
}

interface Said {
  readonly id?: number;
  readonly method?: string;
  readonly result?: { readonly content?: readonly { readonly text?: string }[]; readonly isError?: boolean };
  readonly error?: { readonly message?: string };
}

/** Starts a server of the protocol with node and shakes hands. */
export async function openMcp(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Mcp> {
  const child = start(process.execPath, args, { env: environment, stdio: ['pipe', 'pipe', 'ignore'] });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('a program without standard input');
  const waiting = new Map<number, (said: Said) => void>();
  const say = (message: object) => void stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  createInterface({ input: stdout }).on('line', (line) => {
    const said = parsed(line);
    if (said?.id === undefined) return;
    // It asks us something (its roots): there is nothing.
    if (said.method !== undefined) return say({ id: said.id, result: { roots: [] } });
    waiting.get(said.id)?.(said);
    waiting.delete(said.id);
  });
  let count = 0;
  const ask = (method: string, params: object) =>
    new Promise<Said>((resolve, reject) => {
      const id = ++count;
      const late = setTimeout(() => reject(new Error(`${method}: no answer`)), TIMEOUT_MS);
      waiting.set(id, (said) => {
        clearTimeout(late);
        if (said.error === undefined) resolve(said);
        else reject(new Error(said.error.message ?? method));
      });
      say({ id, method, params });
    });
  const clientInfo = { name: 'countersign-eval', version: '1' };
  await ask('initialize', { protocolVersion: '2025-03-26', capabilities: {}, clientInfo });
  say({ method: 'notifications/initialized' });
  return {
    async call(name, input) {
      const { result } = await ask('tools/call', { name, arguments: input });
      const text = (result?.content ?? []).map((part) => part.text ?? '').join('\n');
      if (result?.isError) throw new Error(`${name}: ${text.slice(0, 300)}`);
      return text;
    },
    close: () => end(child),
  };
}

function parsed(line: string): Said | null {
  try {
    return JSON.parse(line) as Said;
  } catch {
    return null;
  }
}
