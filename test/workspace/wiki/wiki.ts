/**
 * The company's wiki: MediaWiki as it comes, with an SQLite database of its own in a temporary folder, served by PHP's
 * own server behind TLS. What has arrived is read from that database and nowhere else.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, createServer as createPlainServer } from 'node:net';
import { join } from 'node:path';
import { end, removeFolder, start, temporaryFolder } from '../../browser/harness/processes.ts';
import { until } from '../../browser/harness/until.ts';
import { type Listening, listen } from '../loopback-server.ts';

export const WIKI_HOST = 'wiki.corp.example';

/** A password as the wiki asks for; it guards nothing. */
const PASSWORD = 'countersign-stand-in-1';

export interface Revision {
  readonly page: string;
  readonly user: string;
  readonly text: string;
  readonly summary: string;
}

export interface Wiki extends Listening {
  /** Method and address of every write that has come, in order. */
  readonly writes: readonly string[];
  /** The wiki's own numbers of all revisions of a page, oldest first. */
  numbersOf(page: string): readonly number[];
  /** All revisions that anybody but the installer has made, oldest first, from the database. */
  revisions(): readonly Revision[];
}

/** Installs the wiki anew and serves it; `folder` is where MediaWiki lies. */
export async function startWiki(
  folder: string,
  tls: { readonly key: string; readonly cert: string },
  pages: Readonly<Record<string, string>>,
): Promise<Wiki> {
  const home = temporaryFolder('wiki');
  const settings = join(home, 'LocalSettings.php');
  const php = maintenance(folder, settings);
  install(php, home);
  // Uploads and caches of ours, no mail to anybody, and no question of the browser when somebody leaves an edit.
  mkdirSync(join(home, 'images'));
  appendFileSync(
    settings,
    `\n$wgUploadDirectory = '${home}/images';\n$wgCacheDirectory = '${home}/images';\n$wgEnableEmail = false;\n$wgDefaultUserOptions['useeditwarning'] = 0;\n`,
  );
  for (const name of ['Alice', 'Bob']) php('createAndPromote.php', [name, PASSWORD]);
  for (const [page, text] of Object.entries(pages)) php('edit.php', ['-u', 'Admin', page], text);
  const inner = await freePort();
  const server = start('php', ['-S', `127.0.0.1:${inner}`, '-t', folder], {
    env: { ...process.env, MW_CONFIG_FILE: settings, PHP_CLI_SERVER_WORKERS: '4' },
  });
  await until('the wiki to answer', () => answers(inner), 60_000);
  const writes: string[] = [];
  const front = createServer(tls, (incoming, outgoing) => {
    if (incoming.method !== 'GET') writes.push(`${incoming.method} ${incoming.url}`);
    void serve(inner, incoming, outgoing).catch(() => outgoing.destroy());
  });
  const { port, close } = await listen(front);
  return {
    port,
    writes,
    numbersOf: (page) =>
      dumped(php)
        .filter((each) => each.page === page)
        .map(({ id }) => id),
    revisions: () =>
      dumped(php)
        .filter(({ user }) => user === 'Alice' || user === 'Bob')
        .map(({ id: _id, ...revision }) => revision),
    async close() {
      await close();
      await end(server);
      removeFolder(home);
    },
  };
}

/** The address at which a user is signed in and led on: the front signs in as the wiki's own API does. */
export function signedInToWiki(user: string, next: string): string {
  return `https://${WIKI_HOST}/dev-sign-in?user=${user}&next=${encodeURIComponent(next)}`;
}

type Maintenance = (script: string, args: readonly string[], input?: string) => string;

function maintenance(folder: string, settings: string): Maintenance {
  return (script, args, input = '') => {
    const { status, stdout, stderr } = spawnSync('php', [join(folder, 'maintenance', script), ...args], {
      encoding: 'utf8',
      input,
      env: { ...process.env, MW_CONFIG_FILE: settings },
      maxBuffer: 50_000_000,
    });
    if (status !== 0) throw new Error(`MediaWiki’s ${script} failed: ${stdout}${stderr}`);
    return stdout;
  };
}

function install(php: Maintenance, home: string): void {
  const data = join(home, 'data');
  mkdirSync(data);
  php('install.php', [
    ...['--dbtype', 'sqlite', '--dbpath', data, '--confpath', home, '--scriptpath', '', '--lang', 'en'],
    ...['--server', `https://${WIKI_HOST}`, '--pass', PASSWORD, '--skins', 'Vector', 'Corp Wiki', 'Admin'],
  ]);
}

/** From the export that the wiki writes of its own database, oldest first. */
function dumped(php: Maintenance): readonly (Revision & { readonly id: number })[] {
  const dump = php('dumpBackup.php', ['--full', '--quiet']);
  return [...dump.matchAll(/<page>.*?<title>(.*?)<\/title>(.*?)<\/page>/gs)]
    .flatMap(([, page = '', inside = '']) =>
      [...inside.matchAll(/<revision>(.*?)<\/revision>/gs)].map(([, revision = '']) => ({
        page: plain(page),
        id: Number(/<id>(\d+)<\/id>/.exec(revision)?.[1]),
        user: plain(/<username>(.*?)<\/username>/s.exec(revision)?.[1] ?? ''),
        text: plain(/<text [^>]*>(.*?)<\/text>/s.exec(revision)?.[1] ?? ''),
        summary: plain(/<comment>(.*?)<\/comment>/s.exec(revision)?.[1] ?? ''),
      })),
    )
    .sort((a, b) => a.id - b.id);
}

function plain(xml: string): string {
  return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** Hands everything on to PHP as it is, but for the harness's own sign-in. */
async function serve(port: number, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? '/', `https://${WIKI_HOST}`);
  if (url.pathname === '/dev-sign-in') {
    const cookies = await signIn(port, url.searchParams.get('user') ?? '');
    outgoing.writeHead(302, { location: url.searchParams.get('next') ?? '/', 'set-cookie': [...cookies] }).end();
    return;
  }
  const onward = request(
    {
      host: '127.0.0.1',
      port,
      method: incoming.method,
      path: incoming.url,
      headers: { ...incoming.headers, ...OVER_TLS },
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

/** So that the wiki knows that its readers come by https. */
const OVER_TLS = { host: WIKI_HOST, 'x-forwarded-proto': 'https', connection: 'close' } as const;

async function signIn(port: number, user: string): Promise<readonly string[]> {
  const jar = new Map<string, string>();
  const asked = async (fields: Readonly<Record<string, string>>) => {
    const { body, cookies } = await post(port, new URLSearchParams({ format: 'json', ...fields }).toString(), [
      ...jar.values(),
    ]);
    for (const cookie of cookies) jar.set(cookie.split('=')[0] ?? '', cookie);
    return JSON.parse(body) as { query?: { tokens?: { logintoken?: string } }; login?: { result?: string } };
  };
  const token = (await asked({ action: 'query', meta: 'tokens', type: 'login' })).query?.tokens?.logintoken ?? '';
  const { login } = await asked({ action: 'login', lgname: user, lgpassword: PASSWORD, lgtoken: token });
  if (login?.result !== 'Success') throw new Error(`the wiki does not let ${user} in: ${JSON.stringify(login)}`);
  return [...jar.values()];
}

function post(
  port: number,
  body: string,
  cookies: readonly string[],
): Promise<{ readonly body: string; readonly cookies: readonly string[] }> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...OVER_TLS,
      'content-type': 'application/x-www-form-urlencoded',
      cookie: cookies.map((each) => each.split(';')[0]).join('; '),
    };
    const sent = request({ host: '127.0.0.1', port, method: 'POST', path: '/api.php', headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ body: Buffer.concat(chunks).toString('utf8'), cookies: answer.headers['set-cookie'] ?? [] }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function answers(port: number): Promise<true | undefined> {
  return post(port, 'action=query&format=json', []).then(
    () => true,
    () => undefined,
  );
}

async function freePort(): Promise<number> {
  const server = createPlainServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
