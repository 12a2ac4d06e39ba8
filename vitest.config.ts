import { defineConfig } from 'vitest/config';

const shared = { setupFiles: ['test/setup.ts'], maxWorkers: 2 };

/** Several processes on a real server, which are killed; there are none without a server. */
const cluster =
  process.env['DATABASE_URL'] === undefined
    ? []
    : [
        {
          test: {
            ...shared,
            name: 'cluster',
            include: ['test/cluster/**/*.test.ts'],
            testTimeout: 300_000,
            hookTimeout: 300_000,
            sequence: { groupOrder: 2 },
          },
        },
      ];

export default defineConfig({
  test: {
    coverage: { provider: 'v8', include: ['src/**'] },
    projects: [
      {
        test: {
          ...shared,
          name: 'rooms',
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**', 'test/cluster/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Built commands and bots as processes of their own, over real sockets. They go after the
        // others, and have patience: what they wait for depends on how busy the machine is.
        test: {
          ...shared,
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 180_000,
          retry: process.env['CI'] === undefined ? 0 : 1,
          sequence: { groupOrder: 1 },
        },
      },
      ...cluster,
    ],
  },
});
