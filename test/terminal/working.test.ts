import { expect, it } from 'vitest';
import { fakeApplication } from '../fakes/application.js';
import { accord, silentLogger } from './harness.js';

const opened = {
  application: fakeApplication(),
  logger: silentLogger,
  dataFolder: '/nowhere',
  colour: 'off',
  settings: [],
  migrate: () => Promise.reject(new Error('Nothing to copy.')),
} as const;

it('works until it is told to stop, then ends in order', async () => {
  const heard: string[] = [];
  const { exitCode, output, errorOutput } = await accord(['work'], {
    open: async () => ({
      ...opened,
      work: () => {
        heard.push('begun');
        return async () => void heard.push('ended');
      },
    }),
    onInterrupt: (interrupt) => void setTimeout(interrupt, 5),
  });
  expect([exitCode, output, heard]).toEqual([0, '', ['begun', 'ended']]);
  expect(errorOutput).toContain('Ready for ingests.');
});

it('says what it lacks where no database is shared', async () => {
  const { exitCode, errorOutput } = await accord(['work'], {
    open: async () => ({ ...opened, work: null }),
  });
  expect(exitCode).not.toBe(0);
  expect(errorOutput).toContain('Set DATABASE_URL');
});
