/** Two projects: `unit` runs anywhere; `browser` drives the built guard in real browsers, each with a display of its own. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/*.test.ts', 'test/incidents/**'],
          // A law of ten thousand cases takes seconds, and many on a busy machine; nothing here is a test of speed.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/*.test.ts', 'test/incidents/*.test.ts'],
          // Most of the time a browser waits for somebody; three at once take a third as long, also on two cores.
          maxWorkers: 3,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
