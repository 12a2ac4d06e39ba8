import { z } from 'zod';
import { claimKinds } from '../../../domain/claim.js';

const short = z.string().trim().min(1).max(200);

const claim = z.strictObject({
  participant: short,
  accord: short,
  action: z.enum(claimKinds),
  date: z.string().max(10).nullable(),
  quote: z.string().max(2000),
});

const count = z.strictObject({
  accord: short,
  count: z.number().int().min(1).max(100_000),
  qualifier: z.string().max(40).nullable(),
  unit: short,
  quote: z.string().max(2000),
});

/** What a model says of one part of an article; nothing in it is checked. */
export const proposals = z.strictObject({
  claims: z.array(claim).max(400),
  counts: z.array(count).max(50),
});
export type Proposals = z.infer<typeof proposals>;
export type ProposedClaim = z.infer<typeof claim>;
export type ProposedCount = z.infer<typeof count>;

/** Proposals that were kept as JSON; null where the text is none. */
export function readProposals(text: string | null): Proposals | null {
  if (text === null) return null;
  try {
    return proposals.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
