/**
 * The key of the fingerprints. A non-extractable key of this installation lies in the database; what the core computes
 * with is derived from it at each start and lives in memory only.
 */
import { readDurable, writeDurable } from './database.ts';

/** 32 bytes, the same for the life of the installation. */
export async function fingerprintKey(): Promise<Uint8Array> {
  const stored = await readDurable('fingerprintKey');
  const key = stored instanceof CryptoKey ? stored : await createKey();
  const bytes = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode('countersign/fingerprints/1'));
  return new Uint8Array(bytes);
}

async function createKey(): Promise<CryptoKey> {
  const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  await writeDurable('fingerprintKey', key);
  return key;
}
