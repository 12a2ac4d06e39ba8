import { z } from 'zod';
import { participantTypes } from '../../../../domain/participant.js';
import { slug, stateCode, text } from './shared.js';

/** `participants.yaml`: names that rosters do not carry. */
export const participantsSchema = z.strictObject({
  participants: z.array(
    z.strictObject({
      id: z.union(
        [stateCode, slug],
        'has to be a code of three capital letters, or small letters and digits joined by hyphens',
      ),
      name: text,
      type: z.enum(participantTypes),
      country: stateCode.optional(),
      aliases: z.array(text).default([]),
      note: text.optional(),
    }),
  ),
});
