import { type Claim, statusSpan } from '../../domain/claim.js';
import { type Day, formatSpan } from '../../domain/partial-date.js';
import { evaluationDay } from '../../domain/register/evaluate.js';
import { standingOn } from '../../domain/register/standing.js';
import type { ParticipantEntry, ParticipantRecord } from '../../domain/reports.js';
import { writeDay, writeWhen } from '../../language/prose/dates.js';
import { byName } from '../../language/prose/names.js';
import type { Knowledge } from '../knowledge.js';
import { resolve } from '../resolve-name.js';
import { createCitations } from './citations.js';
import { answerParticipant } from './draft.js';
import { actOf, theAccord } from './phrases.js';
import { basisOf } from './roster-basis.js';

/** "signed the Budapest Convention on 23 November 2001", "left … with effect from 4 November 2020". */
function actText(knowledge: Knowledge, claim: Claim): string {
  const accord = knowledge.register.accords.get(claim.accord);
  const known = claim.reported?.latest;
  const when = [
    claim.on ? writeWhen(claim.on) : null,
    claim.effective ? `with effect from ${writeDay(formatSpan(claim.effective))}` : null,
  ].filter((part) => part !== null);
  if (when.length === 0 && known) when.push(`by ${writeDay(known)}`);
  return [actOf(claim.kind), theAccord(accord, claim.accord), ...when].join(' ');
}

/** When it was done, or by when it had been; undated claims sort last. */
function timeOf(claim: Claim): string {
  const span = statusSpan(claim, null);
  return span.earliest ?? span.latest ?? '9999';
}

function actsOf(knowledge: Knowledge, claims: readonly Claim[]): ParticipantEntry['acts'] {
  const citations = createCitations(knowledge.register, knowledge.articles);
  const marked = [...claims]
    .sort((a, b) => timeOf(a).localeCompare(timeOf(b)))
    .map((claim) => ({ claim, mark: citations.claim(claim) }));
  const sources = new Map(citations.all().map((citation) => [`[${citation.n}]`, citation]));
  return marked.map(({ claim, mark }) => {
    const date = claim.on ?? claim.effective;
    const source = sources.get(mark);
    return {
      kind: claim.kind,
      on: date ? formatSpan(date) : null,
      text: actText(knowledge, claim),
      source: source?.title ?? claim.provenance.article,
      url: source?.url ?? null,
      reported: claim.reported ? formatSpan(claim.reported) : null,
      quote: claim.provenance.quote,
    };
  });
}

/**
 * What one participant did, over all accords or in one, accord by accord in the order of its first
 * sourced act. Accords whose complete roster lacks it come after them; an accord that is asked for
 * is always there. Throws `not-found`.
 */
export function participantRecord(
  knowledge: Knowledge,
  query: { readonly participant: string; readonly accord?: string },
  today: Day,
): ParticipantRecord {
  const { register, names } = knowledge;
  const id = resolve(names.names, 'participant', register.participants, query.participant);
  const asked =
    query.accord === undefined
      ? null
      : resolve(names.names, 'accord', register.accords, query.accord);
  const found = [...register.accords.values()]
    .filter((accord) => asked === null || accord.id === asked)
    .map((accord) => {
      const day = evaluationDay(register, accord.id, { kind: 'now' }, today);
      const standing = standingOn(register, accord.id, id, day);
      const claims = register.claimsOf(accord.id, id);
      return { accord, day, standing, claims };
    })
    .filter(
      ({ claims, standing }) =>
        asked !== null || claims.length > 0 || standing.basis === 'roster-silence',
    );
  const participant = register.participants.get(id);
  const first = (claims: readonly Claim[]) => claims.map(timeOf).sort()[0] ?? '99999';
  return {
    id,
    name: participant?.name ?? id,
    type: participant?.type ?? 'state',
    entries: found
      .sort(
        (a, b) =>
          first(a.claims).localeCompare(first(b.claims)) || byName(a.accord.title, b.accord.title),
      )
      .map(({ accord, day, standing, claims }) => ({
        accord: { id: accord.id, title: accord.title, short: accord.short },
        standing: answerParticipant(register, standing),
        asOf: day,
        acts: actsOf(knowledge, claims),
        basis: basisOf(accord),
      })),
  };
}
