/** `npm run build`: the extension for both browsers, or for one. */
import { buildGuard, type Target } from './build-guard.ts';
import { fail, messageOf, readOptions } from './command-line.ts';

const { values } = readOptions(
  `npm run build [-- --browser chrome|firefox] [--json]
Builds the extension into dist/chrome and dist/firefox.`,
  { browser: { type: 'string' }, json: { type: 'boolean' } },
);
const wanted = values.browser === undefined ? ['chrome', 'firefox'] : [String(values.browser)];
if (wanted.some((each) => each !== 'chrome' && each !== 'firefox')) fail('--browser is "chrome" or "firefox".', 2);
try {
  for (const target of wanted as Target[]) {
    buildGuard(target);
    if (!values.json) console.log(`dist/${target}`);
  }
  if (values.json) console.log(JSON.stringify({ built: wanted.map((target) => `dist/${target}`) }));
} catch (error) {
  fail(messageOf(error));
}
