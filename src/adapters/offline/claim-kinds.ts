import type { Accord } from '../../domain/accord.js';
import type { ClaimKind } from '../../domain/claim.js';
import type { Act, SentenceEvent } from './events/sentence.js';

/** How news words for joining translate for an accord that calls it signing or supporting. */
function joining(accord: Accord): ClaimKind {
  if (accord.kind === 'treaty') return 'acceded';
  return /sign/.test(accord.words.joined) ? 'signed' : 'supported';
}

const consents: Partial<Record<Act, ClaimKind>> = {
  ratify: 'ratified',
  accept: 'accepted',
  approve: 'approved',
  accede: 'acceded',
  party: 'ratified',
};

function done(act: Act, accord: Accord): ClaimKind | null {
  const treaty = accord.kind === 'treaty';
  switch (act) {
    case 'sign':
      return 'signed';
    case 'leave':
      return 'withdrew';
    case 'join':
      return joining(accord);
    case 'support':
    case 'launch':
    case 'promote':
      return treaty ? null : 'supported';
    case 'adopt':
      return treaty ? null : joining(accord);
    case 'any':
      return null;
    default:
      if (!treaty) return act === 'approve' ? null : joining(accord);
      return consents[act] ?? null;
  }
}

const binding: ReadonlySet<Act> = new Set(['ratify', 'accept', 'approve', 'accede', 'party']);

/**
 * The kind of claim that an event makes about an accord; null when it is no claim, such as
 * supporting a treaty. The note tells where only consent is denied: the participant may have signed.
 */
export function kindOf(
  event: SentenceEvent,
  accord: Accord,
): { readonly kind: ClaimKind; readonly note: string | null } | null {
  const consent = accord.kind === 'treaty' && binding.has(event.act);
  if (event.deed === 'did') {
    const kind = done(event.act, accord);
    return kind ? { kind, note: null } : null;
  }
  if (event.deed === 'absent' || (event.deed === 'undecided' && consent)) {
    return { kind: 'absent', note: consent ? 'not ratified' : null };
  }
  return { kind: event.deed, note: null };
}
