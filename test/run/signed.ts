/** Whether a key has signed what a ledger says that it has, checked with OpenSSL as Node has it. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type Signed, statementText } from '../../src/core/ledger/statement.ts';

const publicKeys = new Map<string, KeyObject>();

/** False also for what is no key and no signature. */
export function isSigned(signed: Signed): boolean {
  try {
    const known = publicKeys.get(signed.key);
    const key = known ?? createPublicKey({ key: Buffer.from(signed.key, 'base64'), format: 'der', type: 'spki' });
    publicKeys.set(signed.key, key);
    return verify('sha256', Buffer.from(statementText(signed)), key, Buffer.from(signed.signature, 'base64'));
  } catch {
    return false;
  }
}
