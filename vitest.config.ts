/** Two projects: `unit` runs anywhere in seconds; `browser` drives the built guard in real browsers, one at a time. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/*.test.ts', 'test/incidents/**'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/*.test.ts', 'test/incidents/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
