/** What people write and paste that looks secret and is not: none of it may be held back. */
import { ALNUM, DIGITS, drawn, HEX, LOWER, prose } from './made-up.ts';

const UUID = [8, 4, 4, 4, 12].map((length, index) => drawn(HEX, length, index)).join('-');
const SHA1 = drawn(HEX, 40, 3);
const SHA256 = drawn(HEX, 64, 4);
const BASE64 = `${drawn(`${ALNUM}+/`, 800, 5)}==`;
const SRI = `sha512-${drawn(`${ALNUM}+/`, 86, 6)}==`;

export const NEGATIVES: readonly string[] = [
  prose(5_000, 11),
  // Words that stand near secrets, in sentences.
  'The key to good meetings: an agenda, a time limit and a decision.',
  'Please rotate your password every 90 days and never write the token into a post.',
  'Access: everybody with the link can read; the secret sauce is in the author list.',
  'API: see https://docs.example.org/reference/authentication for the whole list.',
  'password: please ask Bob in person, it is not written anywhere',
  'Our api key policy = keys are rotated, tokens expire, credentials stay in the vault.',
  'The token economy, the secret ballot, the key account manager and the auth team met on Thursday.',
  'access token lifetime: 3600 seconds, refresh token lifetime: 1209600 seconds',
  'Key findings: revenue 4,200,000; costs 3,900,000; margin 7.1 %.',
  // Identifiers.
  `Request ${UUID} failed at 2026-11-24T23:50:38.123Z`,
  `trace_id=${UUID.replaceAll('-', '')} span_id=${drawn(HEX, 16, 8)}`,
  `Fixed in ${SHA1}; the tag is v1.2.3`,
  `commit ${SHA1}\nAuthor: Alice <alice@corp.example>\nDate:   Tue Nov 24 23:50:38 2026`,
  `sha256:${SHA256} is the digest of the image`,
  `  "integrity": "${SRI}",`,
  `    "node_modules/idb": { "version": "8.0.4", "resolved": "https://registry.example/idb/-/idb-8.0.4.tgz", "integrity": "${SRI}" }`,
  `github.com/corp/tool v1.4.2 h1:${drawn(`${ALNUM}+/`, 43, 9)}=`,
  `idb@^8.0.4:\n  version "8.0.4"\n  resolved "https://registry.example/idb-8.0.4.tgz#${SHA1}"`,
  `etag: W/"${drawn(HEX, 32, 10)}"`,
  `md5sum: ${drawn(HEX, 32, 11)}  backup.tar.gz`,
  `https://www.example.com/watch?v=${drawn(ALNUM, 11, 12)}&list=${drawn(ALNUM, 34, 13)}`,
  `https://docs.example.com/document/d/${drawn(ALNUM, 44, 14)}/edit#gid=0`,
  `https://www.example.com/ads?gclid=${drawn(ALNUM, 90, 15)}&utm_source=mail&utm_campaign=autumn`,
  `https://tracking.example.com/c/${drawn(`${ALNUM}_-`, 180, 16)}`,
  `<img src="data:image/png;base64,${BASE64}">`,
  `background: url(data:font/woff2;base64,${BASE64})`,
  `-----BEGIN CERTIFICATE-----\n${BASE64.slice(0, 640).replace(/.{64}/g, '$&\n')}-----END CERTIFICATE-----`,
  `-----BEGIN PUBLIC KEY-----\n${BASE64.slice(0, 216).replace(/.{64}/g, '$&\n')}\n-----END PUBLIC KEY-----`,
  `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${drawn(ALNUM, 43, 17)} alice@laptop`,
  `ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAB${drawn(ALNUM, 340, 18)} alice@laptop`,
  `Key fingerprint = ${drawn(HEX, 40, 19).toUpperCase().replace(/.{4}/g, '$& ')}`,
  // Placeholders and variables.
  `aws_access_key_id = ${'AKIA'}IOSFODNN7${'EXAMPLE'}`,
  'export API_KEY=$MY_API_KEY',
  `token: ${'$'}{{ secrets.GITHUB_TOKEN }}`,
  'password = "{{ vault_password }}"',
  'api_key: "<your-api-key-here>"',
  'API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'SECRET_KEY="********************"',
  'secret: changeme',
  'token = null; key = undefined; password = false;',
  'const token = await getAccessToken(request);',
  "import { apiKey, authToken } from './configuration.ts';",
  'access_key = os.environ["AWS_ACCESS_KEY_ID"]',
  'curl -u user:$TOKEN https://api.example.org/v1/items',
  'curl -H "Content-Type: application/json" https://api.example.org/v1/items',
  `public_key = "${drawn(HEX, 64, 20)}"`,
  `primary_key: users_organisations_id_2026, foreign_key: organisations_id_2025`,
  // Log lines and figures.
  `2026-11-24 23:50:38.123 INFO [http-nio-8080-exec-7] c.e.auth.TokenFilter - accepted in 12 ms`,
  `127.0.0.1 - - [24/Nov/2026:23:50:38 +0000] "GET /key/value?page=2 HTTP/1.1" 200 5123 "-" "Mozilla/5.0"`,
  `kernel: [12345.678901] usb 1-1: new high-speed USB device number 5 using xhci_hcd`,
  `key=value key2=value2 region=eu-central-1 zone=eu-central-1a instance=m5.large`,
  `Order 4000123412341235 was shipped; tracking 00340434161094042557.`,
  `Invoice 2026-11-000123, customer 10048823, amount EUR 1.234,56`,
  `Call +49 30 901820 or +1 (555) 010-9999, extension 4111`,
  `Timestamps: 1764028238, 1764028238123, 1764028238123456789`,
  `ISBN 978-3-16-148410-0, ISSN 2049-3630, EAN 4006381333931`,
  `0000000000000000 and ${'1234567812345678'} and ${drawn(DIGITS, 24, 21)}`,
  `Coordinates 47.3768866, 8.541694; pi is 3.14159265358979323846`,
  `Matrix: 1234 5678 9012 3456 7890 1234 5678 9012`,
  `mac 00:1B:44:11:3A:B7, ip 2001:0db8:85a3:0000:0000:8a2e:0370:7334`,
  `License ABCD-EFGH-${drawn('ABCDEFGHJKLMNPQRSTUVWXYZ', 4, 22)}-WXYZ`,
  `Passport photo ${drawn(LOWER, 12, 23)}.jpg, size 413x531`,
];
