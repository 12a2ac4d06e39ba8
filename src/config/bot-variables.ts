import { z } from 'zod';
import { onOrOff, whole } from './kinds.js';

/** What the bot remembers, and what it lets be asked of it. */
export const botVariables = {
  ACCORD_STATE: z.string().optional().meta({
    allowed: 'a file',
    fallback: '<ACCORD_DATA>/state.db',
    description: 'File with what the bot remembers: settings, questions, votes, the audit log.',
  }),
  ACCORD_RETENTION_DAYS: whole(1, 3650).default(90).meta({
    allowed: 'a whole number from 1 to 3650',
    description: 'Days after which the bot forgets questions, votes and conversations.',
  }),
  ACCORD_USER_QUESTIONS: whole(1, 1000).default(10).meta({
    allowed: 'a whole number from 1 to 1000',
    description: 'Questions that one user may ask the bot in a minute.',
  }),
  ACCORD_GUILD_QUESTIONS: whole(1, 10_000).default(60).meta({
    allowed: 'a whole number from 1 to 10000',
    description: 'Questions that one server may ask the bot in a minute.',
  }),
  ACCORD_CONCURRENT_QUESTIONS: whole(1, 64).default(4).meta({
    allowed: 'a whole number from 1 to 64',
    description: 'Questions that the bot answers at once; the others wait their turn.',
  }),
  ACCORD_SHUTDOWN_SECONDS: whole(0, 600).default(10).meta({
    allowed: 'a whole number from 0 to 600',
    description: 'Seconds that running questions get when the bot is stopped.',
  }),
  ACCORD_WORKER: onOrOff(
    'Whether a bot on a shared database also does the ingests that are asked for; `accord work` does nothing else.',
    'on',
  ),
  ACCORD_STATUS_PORT: whole(0, 65_535).optional().meta({
    allowed: 'a whole number from 0 to 65535; 0 takes a free port',
    fallback: 'off',
    description: 'Port for `/healthz`, `/readyz` and `/metrics` of the bot.',
  }),
  ACCORD_STATUS_HOST: z.string().default('127.0.0.1').meta({
    allowed: 'an address of this machine',
    description: 'Address that the status port listens on.',
  }),
};
