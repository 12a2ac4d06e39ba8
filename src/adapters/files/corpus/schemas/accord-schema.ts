import { z } from 'zod';
import { accordKinds, stages } from '../../../../domain/accord.js';
import { participantTypes } from '../../../../domain/participant.js';
import { day, inOrder, orderMessage, slug, span, text, webAddress } from './shared.js';

const completeness = z
  .strictObject({
    from: day,
    to: day,
    types: z.array(z.enum(participantTypes)).min(1),
    stages: z.array(z.enum(stages)).min(1).optional(),
    among: z
      .enum(['all', 'signatories'])
      .default('all')
      .describe('signatories: it tells who of the signatories has consented, nothing of others.'),
  })
  .refine(inOrder, orderMessage)
  .describe('Between these days roster.csv names every participant of these types and stages.');

const roster = z.strictObject({
  title: text,
  url: webAddress.optional(),
  read: day.optional().describe('Day on which the list was read.'),
  edited: day.optional().describe('Day on which the list was last changed.'),
  note: text.optional(),
  complete: z.array(completeness).default([]),
});

const confidence = z.enum(['high', 'medium', 'low']);

const reportedCount = z.strictObject({
  on: span,
  count: z.int().nonnegative(),
  type: z.enum([...participantTypes, 'any']).default('any'),
  stage: z.enum([...stages, 'any']).default('any'),
  unit: text,
  source: text,
  published: span.optional(),
  confidence: confidence.optional(),
  note: text.optional(),
  participant: text.optional().describe('Who was the last one counted, where the source says so.'),
});

const dispute = z.strictObject({
  id: text,
  participant: text.optional(),
  claim: text,
  source: text,
  published: span.optional(),
  leading: text,
  leading_source: text,
  leading_published: span.optional(),
  kind: z.enum(['contradicts', 'refines', 'superseded']),
  reason: text,
  confidence: confidence.optional(),
});

/** `accord.yaml`: what an accord is, what its roster covers, what sources disagree on. */
export const accordSchema = z.strictObject({
  id: slug,
  title: text,
  short: text.optional().describe('Default: the title.'),
  aliases: z.array(text).default([]),
  confusable: z.array(slug).default([]).describe('Ids of accords that are taken for this one.'),
  kind: z.enum(accordKinds),
  description: text.optional(),
  opened: day.optional(),
  adopted: day.optional(),
  entry_into_force: z
    .strictObject({
      status: z.enum(['in-force', 'not-in-force']),
      on: day.optional(),
      condition: text.optional(),
      as_of: day.optional(),
      source: webAddress.optional(),
    })
    .optional(),
  signature_closes: day.optional(),
  signature_closes_source: webAddress.optional(),
  host: text.optional(),
  url: webAddress.optional(),
  summary: text.optional(),
  signing_means: text.optional(),
  words: z
    .strictObject({ participant: text, participants: text, joins: text, joined: text })
    .optional(),
  admits: z.array(z.enum(participantTypes)).min(1).optional().describe('Default: every type.'),
  roster: roster.optional(),
  counts: z.array(reportedCount).default([]),
  disputes: z.array(dispute).default([]),
  sources: z.array(webAddress).default([]),
});

export type AccordFile = z.infer<typeof accordSchema>;
