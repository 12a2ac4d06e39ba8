import { z } from 'zod';

const logLevel = z.enum(['debug', 'info', 'warn', 'error', 'silent']);
export type LogLevel = z.infer<typeof logLevel>;

/** What is logged and shown. */
export const outputVariables = {
  ACCORD_LOG_LEVEL: logLevel.default('warn').meta({
    allowed: 'debug, info, warn, error or silent',
    description: 'What is logged to standard error; unset, the bot takes info.',
  }),
  NO_COLOR: z.string().optional().meta({
    allowed: 'anything',
    fallback: 'unset',
    description: 'Set to anything, it turns colour off.',
  }),
  FORCE_COLOR: z.string().optional().meta({
    allowed: 'anything; 0 turns colour off',
    fallback: 'unset',
    description: 'Set, it keeps colour on where the output is not a terminal.',
  }),
};
