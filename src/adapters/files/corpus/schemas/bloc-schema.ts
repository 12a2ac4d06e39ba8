import { z } from 'zod';
import { day, inOrder, orderMessage, stateCode, text, webAddress } from './shared.js';

const member = z
  .strictObject({
    id: stateCode,
    from: day.optional().describe('First day in the bloc; from the start without it.'),
    to: day.optional().describe('Last day in the bloc; still in it without it.'),
    source: webAddress.optional(),
  })
  .refine(inOrder, orderMessage);

/** `blocs.yaml`: groups of states with dated membership. */
export const blocsSchema = z.strictObject({
  blocs: z.array(
    z.strictObject({
      id: text,
      name: text,
      aliases: z.array(text).default([]),
      as_of: day.optional(),
      source: webAddress.optional(),
      note: text.optional(),
      members: z.array(member).min(1),
    }),
  ),
});

export type BlocsFile = z.infer<typeof blocsSchema>;
