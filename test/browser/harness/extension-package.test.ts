/** What a browser fetches by policy: the same extension for the same profile, and an archive that others can read. */
import { createPublicKey } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionId, servePackages } from './extension-package.ts';
import { openPolicyFile, withPolicies } from './policy-file.ts';
import { removeFolder, temporaryFolder } from './processes.ts';
import { zip } from './zip.ts';

describe('packages', () => {
  let folder: string;
  let dist: string;
  let profile: string;

  beforeAll(() => {
    folder = temporaryFolder('self-check');
    dist = join(folder, 'dist');
    profile = join(folder, 'profile');
    for (const each of [dist, join(dist, 'src'), profile]) mkdirSync(each);
    writeFileSync(join(dist, 'manifest.json'), '{"manifest_version":3,"name":"x","version":"1.2.3"}');
    writeFileSync(join(dist, 'src', 'a.js'), 'void 0;');
  });

  afterAll(() => removeFolder(folder));

  it('knows Chromium’s id of a key', () => {
    const pem = `-----BEGIN PUBLIC KEY-----\n${KEY}\n-----END PUBLIC KEY-----`;
    expect(extensionId(createPublicKey(pem).export({ type: 'spki', format: 'der' }))).toBe(ID);
  });

  it('serves the same id from the same port to the same profile, and another one to another', async () => {
    const first = await servePackages({ chrome: dist }, profile);
    await first.close();
    const second = await servePackages({ chrome: dist }, profile);
    const other = await servePackages({ chrome: dist });
    expect([second.port, second.chromiumId]).toEqual([first.port, first.chromiumId]);
    expect(other.chromiumId).not.toBe(first.chromiumId);
    const update = await (await fetch(`http://127.0.0.1:${second.port}/update.xml?x=1`)).text();
    expect(update).toContain(`appid='${first.chromiumId}'`);
    expect(update).toContain("version='1.2.3'");
    const crx = Buffer.from(await (await fetch(`http://127.0.0.1:${second.port}/guard.crx`)).arrayBuffer());
    expect(crx.subarray(0, 4).toString()).toBe('Cr24');
    for (const path of ['guard.xpi', 'key.pem', '..%2fprofile'])
      expect((await fetch(`http://127.0.0.1:${second.port}/${path}`)).status).toBe(404);
    await Promise.all([second.close(), other.close()]);
  });

  it('packs a folder into a ZIP with its names and contents, equal bytes for equal folders', () => {
    const archive = zip(dist);
    expect(archive.equals(zip(dist))).toBe(true);
    const at = archive.indexOf('src/a.js');
    const packed = archive.subarray(at + 'src/a.js'.length);
    expect(inflateRawSync(packed).toString()).toBe('void 0;');
    expect(archive.readUInt16LE(archive.length - 12)).toBe(2);
  });

  it('rewrites a policy file in one step, ours joined with what is added', () => {
    const path = join(folder, 'policies', 'p.json');
    const file = openPolicyFile(path, (managed, more) => ({ managed, ...withPolicies({ a: 1 }, more) }), {
      managed: { policyVersion: 1 },
      policies: undefined,
    });
    const content = () => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    expect(content()).toEqual({ managed: { policyVersion: 1 }, a: 1, ExtensionSettings: {} });
    file.setPolicies({ a: 2, ExtensionSettings: { '*': { installation_mode: 'blocked' } } });
    file.setManaged(null);
    expect(content()).toEqual({ a: 2, ExtensionSettings: { '*': { installation_mode: 'blocked' } } });
    file.write('{');
    expect(readFileSync(path, 'utf8')).toBe('{');
  });
});

/** A throw-away key, and the id that Chromium 156 itself gave to an extension with it. */
const KEY =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDUM7whlp2faDtM33BljkbAR6dNYG14Pf6jRhldwR4cK+awnk1LqVWruQTh+MfifHGE03fZp5' +
  'GZs6zUpjCVzCt6SDsbvoPMRK+IxZrap2BOiGCwhXAnntlNm84dywL/Jdc+CqgxJk6Xb/e0ja8QN0TS7+8w9irVZ4H7Nxu3K3IS+QIDAQAB';
const ID = 'ecnglnjmbddofebfecmddnicdlfincap';
