/**
 * The key with which this installation signs its ledger. Its private half is made here, cannot be taken out and lies in
 * the database; whoever can run code as this extension could still sign with it, and nobody else.
 */
import { derOfSignature } from '../core/ledger/signature-form.ts';
import { type Signed, type Statement, statementText } from '../core/ledger/statement.ts';
import { database, readDurable } from './database.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** What the key says, signed. */
export async function signed(statement: Statement): Promise<Signed> {
  const { privateKey, publicText } = await ownKey();
  const text = new TextEncoder().encode(statementText(statement));
  const raw = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, text);
  return { ...statement, key: publicText, signature: base64(derOfSignature(new Uint8Array(raw))) };
}

/** The public half as base64 of its SPKI form: what an organisation knows this installation by. */
export async function ledgerPublicKey(): Promise<string> {
  return (await ownKey()).publicText;
}

/** Asked for at each sending and each view. */
interface OwnKey {
  readonly privateKey: CryptoKey;
  readonly publicText: string;
}

let kept: Promise<OwnKey> | null = null;

function ownKey(): Promise<OwnKey> {
  kept ??= loadOrMake()
    .then(async ({ privateKey, publicKey }) => ({ privateKey, publicText: await spki(publicKey) }))
    .catch((error: unknown) => {
      kept = null;
      throw error;
    });
  return kept;
}

/** Of two that are made at once, the first one written counts. */
async function loadOrMake(): Promise<CryptoKeyPair> {
  const stored = pairIn(await readDurable('ledgerKey'));
  if (stored !== null) return stored;
  const made = (await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])) as CryptoKeyPair;
  const transaction = (await database()).transaction('durable', 'readwrite', { durability: 'strict' });
  const first = pairIn(await transaction.store.get('ledgerKey'));
  if (first === null) await transaction.store.put(made, 'ledgerKey');
  await transaction.done;
  return first ?? made;
}

function pairIn(value: unknown): CryptoKeyPair | null {
  if (typeof value !== 'object' || value === null) return null;
  const { publicKey, privateKey } = value as Record<string, unknown>;
  return publicKey instanceof CryptoKey && privateKey instanceof CryptoKey ? { publicKey, privateKey } : null;
}

async function spki(key: CryptoKey): Promise<string> {
  return base64(new Uint8Array(await crypto.subtle.exportKey('spki', key)));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
