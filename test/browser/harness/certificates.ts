/** A certificate authority that lives as long as this process, and one certificate for all guarded hosts. */
import { generate } from 'selfsigned';

/** Both in PEM unless said otherwise. */
export interface Certificates {
  /** The private key of the leaf. */
  readonly key: string;
  /** Leaf and authority. */
  readonly cert: string;
  readonly caPem: string;
  /** As Chromium's policy wants it. */
  readonly caDerBase64: string;
}

const DAY_MS = 86_400_000;

/** Makes both for these hosts and 127.0.0.1, valid for two days; nothing is written to the disk here. */
export async function makeCertificates(hosts: readonly string[]): Promise<Certificates> {
  const ca = await generate([{ name: 'commonName', value: 'Countersign test authority (throw-away)' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 3 * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, digitalSignature: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: hosts[0] ?? 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 2 * DAY_MS),
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [...hosts.map((value) => ({ type: 2 as const, value })), { type: 7 as const, ip: '127.0.0.1' }],
      },
    ],
  });
  return {
    key: leaf.private,
    cert: `${leaf.cert}\n${ca.cert}`,
    caPem: ca.cert,
    caDerBase64: ca.cert.replace(/-----[^-]+-----|\s/g, ''),
  };
}
