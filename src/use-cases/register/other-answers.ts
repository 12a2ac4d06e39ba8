import { lastOf } from '../../domain/partial-date.js';
import { evaluationDay } from '../../domain/register/evaluate.js';
import { standingOn } from '../../domain/register/standing.js';
import type { RegisterQuery } from '../../domain/register-query.js';
import { writeDay } from '../../language/prose/dates.js';
import { inSentence, writeList } from '../../language/prose/names.js';
import {
  answerParticipant,
  cite,
  contradictionsAbout,
  type Desk,
  type Draft,
  emptyDraft,
  rosterSentence,
  sentences,
  standingSentence,
} from './draft.js';
import { accordIs, nameOf, nounsFor, standingClause, theAccord } from './phrases.js';

type Ask<K extends RegisterQuery['ask']> = Extract<RegisterQuery, { readonly ask: K }>;

/** The standings of participants at several moments, side by side. */
export function compareAnswer(desk: Desk, query: Ask<'compare'>): Draft {
  const { register } = desk;
  const standings = query.participants
    .flatMap((named) => named.ids)
    .flatMap((id) =>
      query.accords.flatMap((accord) =>
        query.moments.map((when) =>
          standingOn(register, accord, id, evaluationDay(register, accord, when, desk.today)),
        ),
      ),
    );
  const text = standings.map(
    (standing) =>
      `At the end of ${writeDay(standing.day)}: ${standingClause(register, standing)}${cite(desk, standing)}.`,
  );
  const told = standings.flatMap((standing) => {
    const earlier = register
      .claimsOf(standing.accord, standing.participant)
      .filter(
        (claim) =>
          ['undecided', 'declined', 'announced'].includes(claim.kind) && claim !== standing.claim,
      )
      .filter(
        (claim) =>
          ((claim.on ?? claim.reported)?.latest ?? '').slice(0, 4) === standing.day.slice(0, 4),
      );
    return earlier.map(
      (claim) =>
        `Earlier that year a source called it ${claim.kind} ${desk.citations.claim(claim)}.`,
    );
  });
  const ids = [
    ...new Set(standings.map((standing) => `${standing.accord} ${standing.participant}`)),
  ];
  return {
    ...emptyDraft,
    accords: query.accords,
    participants: standings
      .slice(-ids.length)
      .map((standing) => answerParticipant(register, standing)),
    asOf: lastOf(standings.map((standing) => standing.day)),
    contradictions: query.participants.flatMap((named) =>
      named.ids.flatMap((id) =>
        query.accords.flatMap((accord) => contradictionsAbout(desk, accord, id)),
      ),
    ),
    text: sentences(
      ...text,
      ...new Set(told),
      ...query.accords.map((id) => rosterSentence(desk, register.accords.get(id))),
    ),
  };
}

/** Who was the n-th to join, as far as a source says so. */
export function nthAnswer(desk: Desk, query: Ask<'nth'>): Draft | null {
  const { register } = desk;
  const accord = register.accords.get(query.accord);
  const count = accord?.counts.find(
    (one) => one.count === query.ordinal && one.participant !== null,
  );
  if (!accord || !count?.participant) return null;
  const right = query.participant ? query.participant.ids.includes(count.participant) : null;
  const mark = desk.citations.count(accord, count);
  const day = evaluationDay(register, accord.id, { kind: 'now' }, desk.today);
  const ids = [...new Set([...(query.participant?.ids ?? []), count.participant])];
  const own = query.participant?.ids.map((id) => standingOn(register, accord.id, id, day)) ?? [];
  return {
    ...emptyDraft,
    verdict: right === null ? null : right ? 'yes' : 'no',
    accords: [accord.id],
    participants: ids.map((id) =>
      answerParticipant(register, standingOn(register, accord.id, id, day)),
    ),
    asOf: day,
    contradictions: ids.flatMap((id) => contradictionsAbout(desk, accord.id, id)),
    text: sentences(
      right === null ? null : right ? 'Yes.' : 'No.',
      `A source counts ${inSentence(nameOf(register, count.participant))} as number ${query.ordinal} of ${theAccord(accord, accord.id)} ${mark}.`,
      right === false ? own.map((standing) => standingSentence(desk, standing)).join(' ') : null,
      rosterSentence(desk, accord),
    ),
  };
}

/** Where a participant has its seat, against where the question puts it. */
export function nationalityAnswer(desk: Desk, query: Ask<'nationality'>): Draft | null {
  const { register } = desk;
  const id = query.participant.ids[0] ?? '';
  const participant = register.participants.get(id);
  const accord = query.accord ?? '';
  if (!participant?.country || participant.type === 'state') return null;
  const day = evaluationDay(register, accord, { kind: 'now' }, desk.today);
  const standing = standingOn(register, accord, id, day);
  const same = participant.country === query.country;
  return {
    ...emptyDraft,
    verdict: same ? (standing.status === 'participates' ? 'yes' : 'no') : 'no',
    accords: [accord],
    participants: [answerParticipant(register, standing)],
    asOf: day,
    contradictions: contradictionsAbout(desk, accord, id),
    text: sentences(
      `${same ? 'Yes' : 'No'}: the register gives ${inSentence(nameOf(register, participant.country))} as the country of ${participant.name}, ${same ? 'as asked' : `not ${inSentence(nameOf(register, query.country))}`}.`,
      standingSentence(desk, standing),
      rosterSentence(desk, register.accords.get(accord)),
    ),
  };
}

/** Whether a participant of that type may join at all. */
export function eligibleAnswer(desk: Desk, query: Ask<'eligible'>): Draft | null {
  const { register } = desk;
  const accord = register.accords.get(query.accord);
  const id = query.participant.ids[0] ?? '';
  const participant = register.participants.get(id);
  if (!accord || !participant) return null;
  const day = evaluationDay(register, accord.id, { kind: 'now' }, desk.today);
  const standing = standingOn(register, accord.id, id, day);
  const open = accord.admits.includes(participant.type);
  const admitted = writeList(accord.admits.map((type) => nounsFor(type)[1]));
  const closed = accord.signatureCloses !== null && accord.signatureCloses < desk.today;
  return {
    ...emptyDraft,
    verdict: open ? (closed ? 'unknown' : 'yes') : 'no',
    accords: [accord.id],
    participants: [answerParticipant(register, standing)],
    asOf: day,
    text: sentences(
      `${open ? 'Yes' : 'No'}: ${accordIs(accord, accord.id)} open to ${admitted}; ${inSentence(participant.name)} is a ${nounsFor(participant.type)[0]}.`,
      accord.signingMeans,
      open ? standingSentence(desk, standing) : null,
      rosterSentence(desk, accord),
    ),
  };
}
