import type { Claim } from '../../domain/claim.js';
import { type DateSpan, formatSpan } from '../../domain/partial-date.js';
import type { Register } from '../../domain/register/register.js';
import type { Standing } from '../../domain/register/standing.js';
import type { Named } from '../../domain/register-query.js';
import { writeDay, writeWhen } from '../../language/prose/dates.js';
import { capitalised, inSentence } from '../../language/prose/names.js';
import type { Desk } from './draft.js';
import { actOf, nameOf } from './phrases.js';

function dateOf(claim: Claim): DateSpan | null {
  return claim.effective ?? claim.on;
}

function width({ earliest, latest }: DateSpan): number {
  return Date.parse(latest ?? '9999-12-31') - Date.parse(earliest ?? '0001-01-01');
}

/** True when another claim tells the same act with a closer date, or the same date earlier on. */
function told(claim: Claim, index: number, all: readonly Claim[]): boolean {
  const own = dateOf(claim);
  return all.some((other, place) => {
    const date = dateOf(other);
    if (other === claim || other.kind !== claim.kind || !date) return false;
    if (!own) return true;
    const inside =
      (date.earliest ?? '') >= (own.earliest ?? '') &&
      (date.latest ?? '9999') <= (own.latest ?? '9999');
    return inside && (width(date) < width(own) || (width(date) === width(own) && place < index));
  });
}

function step(desk: Desk, claim: Claim): string {
  const verb =
    claim.kind === 'withdrew' ? 'left' : actOf(claim.kind).replace(/ (?:to|about|from)$/, '');
  const mark = desk.citations.claim(claim);
  if (claim.effective)
    return `${verb} with effect from ${writeDay(formatSpan(claim.effective))} ${mark}`;
  if (claim.on) return `${verb} ${writeWhen(claim.on)} ${mark}`;
  const known = claim.reported?.latest;
  return `${verb}${known ? ` (known by ${writeDay(known)})` : ''} ${mark}`;
}

/** Every act that rosters tell of, in order, when there is more than one to tell. */
export function historyOf(desk: Desk, standing: Standing, among = 1): string {
  const time = (claim: Claim) => (dateOf(claim) ?? claim.reported)?.latest ?? '';
  const claims = desk.register
    .claimsOf(standing.accord, standing.participant)
    .filter((claim) => claim.provenance.by === 'roster' && claim.kind !== 'absent')
    .filter((claim, index, all) => !told(claim, index, all))
    .sort((a, b) => time(a).localeCompare(time(b)));
  const whose = `${capitalised(inSentence(nameOf(desk.register, standing.participant)))}, in order`;
  return claims.length < 2
    ? ''
    : `${among > 1 ? whose : 'In order'}: ${claims.map((claim) => step(desk, claim)).join('; ')}.`;
}

/** Says so when the participant goes by another name than it was asked by. */
export function askedAs(register: Register, named: Named, id: string): string {
  const name = nameOf(register, id);
  const participant = register.participants.get(id);
  const asked = named.text.trim();
  if (/^(?:england|scotland|wales|northern ireland)$/i.test(asked)) {
    return `${asked} is no participant of its own; the answer is for ${inSentence(name)}.`;
  }
  if (!participant || participant.type === 'state') return '';
  const known = name.toLowerCase().includes(asked.toLowerCase());
  const note = participant.note ? ` (${participant.note})` : '';
  return known ? '' : `${asked} is in the register as ${name}${note}.`;
}
