/** The built extension as browsers install it by policy: a CRX with a throw-away key, an XPI, served on loopback. */
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import crx3 from 'crx3';
import { removeFolder, temporaryFolder } from './processes.ts';
import { zip } from './zip.ts';

/** The id that the Firefox build carries in its manifest. */
export const FIREFOX_ID = 'countersign@countersign.example';

export interface PackageServer {
  /** On 127.0.0.1; serves /update.xml, /guard.crx and /guard.xpi. */
  readonly port: number;
  /** The id of the packed Chromium build. */
  readonly chromiumId: string;
  close(): Promise<void>;
}

/** What makes the packages of a profile's next start the same extension from the same address. */
interface Identity {
  readonly key: string;
  /** 0: any. */
  readonly port: number;
}

const IDENTITY_FILE = 'countersign-packages.json';

/**
 * Packs the builds that are there and serves them with Chromium's update manifest. With `keptIn` (a profile) key and
 * port are kept there: a start with the same profile then finds the very extension that it has, with its storage.
 */
export async function servePackages(
  dist: { readonly chrome?: string; readonly firefox?: string },
  keptIn?: string,
): Promise<PackageServer> {
  const identity = readIdentity(keptIn);
  const folder = temporaryFolder('packages');
  const id = extensionId(createPublicKey(identity.key).export({ type: 'spki', format: 'der' }));
  if (dist.chrome) await packChromium(dist.chrome, identity.key, folder);
  if (dist.firefox) writeFileSync(join(folder, 'guard.xpi'), zip(dist.firefox));
  const version = dist.chrome ? versionOf(dist.chrome) : '0';
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path === '/update.xml')
      return void response.writeHead(200, { 'content-type': 'application/xml' }).end(updateManifest(id, port, version));
    const type = PACKAGE_TYPES[path];
    if (type === undefined || !existsSync(join(folder, path))) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type }).end(readFileSync(join(folder, path)));
  });
  const port = await listen(server, identity.port);
  if (keptIn) writeFileSync(join(keptIn, IDENTITY_FILE), JSON.stringify({ ...identity, port }), { mode: 0o600 });
  return {
    port,
    chromiumId: id,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      removeFolder(folder);
    },
  };
}

const PACKAGE_TYPES: Readonly<Record<string, string>> = {
  '/guard.crx': 'application/x-chrome-extension',
  '/guard.xpi': 'application/x-xpinstall',
};

function readIdentity(folder: string | undefined): Identity {
  const file = folder === undefined ? null : join(folder, IDENTITY_FILE);
  if (file !== null && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Identity;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), port: 0 };
}

async function packChromium(dist: string, key: string, folder: string): Promise<void> {
  const keyPath = join(folder, 'key.pem');
  writeFileSync(keyPath, key, { mode: 0o600 });
  await crx3([join(dist, 'manifest.json')], { keyPath, crxPath: join(folder, 'guard.crx') });
}

function versionOf(dist: string): string {
  return String((JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as { version: unknown }).version);
}

/** Resolves to the port; throws one line when a profile's earlier port has been taken meanwhile. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(new Error(`The guard's packages cannot be served on port ${port} again: ${error.message}`)),
    );
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Chromium's id of a public key: the first 16 bytes of its SHA-256 in the letters a to p. */
export function extensionId(publicKeyDer: Buffer): string {
  return [...createHash('sha256').update(publicKeyDer).digest('hex').slice(0, 32)]
    .map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)])
    .join('');
}

function updateManifest(id: string, port: number, version: string): string {
  return `<?xml version='1.0' encoding='UTF-8'?><gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'><app appid='${id}'><updatecheck codebase='http://127.0.0.1:${port}/guard.crx' version='${version}'/></app></gupdate>`;
}
