/** Builds the extension for one browser (BROWSER=chrome|firefox) from the one manifest. */
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import source from './manifest.json' with { type: 'json' };
import { managedSchema } from './src/core/policy/managed-schema.ts';

type Target = 'chrome' | 'firefox';

const target: Target = process.env.BROWSER === 'firefox' ? 'firefox' : 'chrome';

/** The manifest that a browser gets. Firefox has no debugger API and runs the background as an event page. */
function manifestFor(browser: Target): ManifestV3Export {
  if (browser === 'chrome') return source as unknown as ManifestV3Export;
  // Firefox lets no extension drive a tab by a debugger, so it needs no frame that sends one away.
  const {
    minimum_chrome_version: _chromeOnly,
    sandbox: _frames,
    web_accessible_resources: _framed,
    content_security_policy: { sandbox: _ofFrames, ...policies },
    ...shared
  } = source;
  const { service_worker, type } = source.background;
  return {
    ...shared,
    content_security_policy: policies,
    permissions: source.permissions.filter((permission) => permission !== 'debugger'),
    background: { scripts: [service_worker], type },
    action: { ...source.action, default_area: 'navbar' },
    browser_specific_settings: {
      gecko: {
        id: 'countersign@countersign.example',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  } as unknown as ManifestV3Export;
}

/** The file that `storage.managed_schema` names, from the one policy schema. */
function emitManagedSchema(): Plugin {
  return {
    name: 'countersign:managed-schema',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'managed-schema.json',
        source: JSON.stringify(managedSchema(), null, 2),
      });
    },
  };
}

export default defineConfig({
  plugins: [emitManagedSchema(), crx({ manifest: manifestFor(target), browser: target })],
  logLevel: 'warn',
  build: {
    outDir: `dist/${target}`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: { input: { confirm: 'src/ui/confirm.html' } },
  },
});
