import type { Accord } from '../../../domain/accord.js';
import { type ClaimKind, isConsent } from '../../../domain/claim.js';

/** Ways to say each claim; X takes the action on A. */
const ways: Readonly<Record<ClaimKind, readonly string[]>> = {
  signed: ['X signed A.', 'X joined A.', 'X became a signatory to A.'],
  ratified: ['X ratified A.', 'X became a party to A.'],
  accepted: ['X accepted A.'],
  approved: ['X approved A.'],
  acceded: ['X acceded to A.', 'X joined A.', 'X became a party to A.'],
  succeeded: ['X succeeded to A.'],
  supported: ['X supports A.', 'X endorsed A.', 'X joined A.', 'X signed A.', 'X backs A.'],
  withdrew: ['X withdrew from A.', 'X left A.'],
  announced: ['X will sign A.', 'X will join A.', 'X plans to join A.', 'X intends to sign A.'],
  declined: ['X declined to sign A.', 'X refused to join A.', 'X rejected A.'],
  undecided: ['X is undecided on A.', 'X has yet to decide on A.', 'X has not decided on A.'],
  absent: [
    'X has not signed A.',
    'X has not joined A.',
    'X has not ratified A.',
    'X has yet to sign A.',
    'X did not sign A.',
  ],
};

/** Sentences any of which says the claim. */
export function statementsOf(
  kind: ClaimKind,
  participant: string,
  accord: string,
): readonly string[] {
  return ways[kind].map((way) => way.replace('X', participant).replace('A.', `${accord}.`));
}

/** The kind of claim that fits the accord: only treaties know consent. Null for none. */
export function kindFor(kind: ClaimKind, accord: Accord): ClaimKind | null {
  if (accord.kind === 'treaty') return kind === 'supported' ? null : kind;
  if (!isConsent(kind)) return kind;
  return /sign/.test(accord.words.joined) ? 'signed' : 'supported';
}
