/** The core's tests alone, for `npm run mutation`: each runs hundreds of times there, so laws are tried on fewer cases. */
import { defineConfig } from 'vitest/config';

process.env.COUNTERSIGN_RUNS ??= '150';

export default defineConfig({ test: { include: ['test/core/**/*.test.ts'] } });
