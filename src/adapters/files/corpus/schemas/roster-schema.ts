import { z } from 'zod';
import { claimKinds } from '../../../../domain/claim.js';
import { participantTypes } from '../../../../domain/participant.js';
import { slug, span, stateCode, text } from './shared.js';

const blank = z.literal('');
const spanOrBlank = z.union(
  [blank, span],
  'has to be blank or a date: 2021-11-10, 2021-11, 2021, 2018-11-12/2019-09-16 or ../2019-09-16',
);

/** A row of `roster.csv`; every field is text, blank ones are empty. */
export const rosterRowSchema = z
  .strictObject({
    participant: text,
    id: text,
    type: z.enum(participantTypes),
    country: z
      .union([blank, stateCode], 'has to be blank or a code of three capital letters')
      .default(''),
    action: z.enum(claimKinds),
    on: spanOrBlank.default(''),
    effective: spanOrBlank.default(''),
    as_of: spanOrBlank.default(''),
    source: z.string().default(''),
    source_date: spanOrBlank.default(''),
    confidence: z.enum(['high', 'medium', 'low', '']).default(''),
    note: z.string().default(''),
  })
  .superRefine((row, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (row.type === 'state' && !stateCode.safeParse(row.id).success) {
      wrong('id', 'of a state has to be a code of three capital letters (ISO 3166-1 alpha-3)');
    }
    if (row.type !== 'state' && row.id !== 'EUU' && !slug.safeParse(row.id).success) {
      wrong('id', 'has to be small letters and digits joined by hyphens, or EUU');
    }
    if (row.action === 'absent' && row.on !== '') wrong('on', 'has to be blank when absent');
  });

export type RosterRow = z.infer<typeof rosterRowSchema>;

/** Columns of a roster, in their usual order, and those that it cannot do without. */
export const rosterColumns: readonly string[] = Object.keys(rosterRowSchema.shape);
export const neededColumns: readonly string[] = ['participant', 'id', 'type', 'action'];
