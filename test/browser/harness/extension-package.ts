/** The built extension as browsers install it by policy: a CRX with a throw-away key, an XPI, served on loopback. */
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative, sep } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import crx3 from 'crx3';
import { removeFolder, temporaryFolder } from './processes.ts';

/** The id that the Firefox build carries in its manifest. */
export const FIREFOX_ID = 'countersign@countersign.example';

export interface PackageServer {
  readonly port: number;
  readonly chromiumId: string;
  close(): Promise<void>;
}

/**
 * Packs the builds that are there and serves them with Chromium's update manifest. The throw-away key lies in `keyFolder`
 * and is used again when it is there: the same profile must meet the same extension after a restart.
 */
export async function servePackages(dist: {
  readonly chrome?: string;
  readonly firefox?: string;
  readonly keyFolder: string;
}): Promise<PackageServer> {
  const folder = temporaryFolder('packages');
  const key = throwAwayKey(dist.keyFolder);
  const id = extensionId(createPublicKey(readFileSync(key)).export({ type: 'spki', format: 'der' }));
  if (dist.chrome)
    await crx3([join(dist.chrome, 'manifest.json')], { keyPath: key, crxPath: join(folder, 'guard.crx') });
  if (dist.firefox) writeFileSync(join(folder, 'guard.xpi'), zip(dist.firefox));
  const version = dist.chrome
    ? String((JSON.parse(readFileSync(join(dist.chrome, 'manifest.json'), 'utf8')) as { version: unknown }).version)
    : '0';
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0];
    const port = (server.address() as AddressInfo).port;
    if (path === '/update.xml')
      return void response.writeHead(200, { 'content-type': 'application/xml' }).end(updateManifest(id, port, version));
    if (path === '/guard.crx')
      return void response
        .writeHead(200, { 'content-type': 'application/x-chrome-extension' })
        .end(readFileSync(join(folder, 'guard.crx')));
    if (path === '/guard.xpi')
      return void response
        .writeHead(200, { 'content-type': 'application/x-xpinstall' })
        .end(readFileSync(join(folder, 'guard.xpi')));
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    chromiumId: id,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      removeFolder(folder);
    },
  };
}

function throwAwayKey(folder: string): string {
  const file = join(folder, 'countersign-throw-away-key.pem');
  if (existsSync(file)) return file;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return file;
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

/** A folder as a ZIP archive, in the order of names and with one fixed date, so that equal folders give equal bytes. */
export function zip(folder: string): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of filesOf(folder)) {
    const name = Buffer.from(relative(folder, file).split(sep).join('/'));
    const data = readFileSync(file);
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(0x5a210000, 6);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), fields, rest, name);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const tail = Buffer.alloc(22);
  tail.write('PK\x05\x06', 0, 'latin1');
  tail.writeUInt16LE(parts.length, 8);
  tail.writeUInt16LE(parts.length, 10);
  tail.writeUInt32LE(central.length, 12);
  tail.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, tail]);
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesOf(path) : [path];
    });
}
