/** The core's tests alone, for `npm run mutation`: each runs hundreds of times there, so laws are tried on fewer cases. */
import { defineConfig } from 'vitest/config';

process.env.COUNTERSIGN_RUNS ??= '150';

// A law of many cases takes long on a busy machine; Stryker has its own limit for mutants that never end.
export default defineConfig({ test: { include: ['test/core/**/*.test.ts'], testTimeout: 120_000 } });
