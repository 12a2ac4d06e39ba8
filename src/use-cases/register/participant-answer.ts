import type { Verdict } from '../../domain/answer.js';
import { isConsent, isJoining } from '../../domain/claim.js';
import { evaluationDay } from '../../domain/register/evaluate.js';
import { type Match, matchOn } from '../../domain/register/match.js';
import type { Register } from '../../domain/register/register.js';
import type { Standing } from '../../domain/register/standing.js';
import type { Named } from '../../domain/register-query.js';
import { singleDate } from '../../language/prose/dates.js';
import { inSentence, writeList } from '../../language/prose/names.js';
import {
  answerParticipant,
  contradictionsAbout,
  type Desk,
  type Draft,
  emptyDraft,
  rosterSentence,
  sentences,
  standingSentence,
} from './draft.js';
import { actAsked } from './participant-acts.js';
import { askedAs, historyOf } from './participant-notes.js';
import { type Finding, type ParticipantQuery, statement, unsaid } from './participant-statement.js';
import { nameOf } from './phrases.js';

const words: Record<Match, Verdict> = { yes: 'yes', no: 'no', unknown: 'unknown' };

function find(
  desk: Desk,
  query: ParticipantQuery,
  named: Named,
  id: string,
  accord: string,
): Finding {
  const day = evaluationDay(desk.register, accord, query.when, desk.today);
  const flips = query.combine === 'none';
  const predicate = flips && query.predicate === 'participates' ? 'outside' : query.predicate;
  const { standing, match } = matchOn(desk.register, accord, id, predicate, day, query.when);
  const act = actAsked(desk.register, { ...query, predicate }, standing, match);
  return { named, standing, act, match: unsaid(predicate, standing, match) ? 'unknown' : match };
}

/** True when the act was done at some time, whatever came after. */
function everActed(desk: Desk, query: ParticipantQuery, standing: Standing): boolean {
  return desk.register
    .claimsOf(standing.accord, standing.participant)
    .some(
      (claim) =>
        claim.provenance.by === 'roster' &&
        (query.predicate === 'bound' ? isConsent(claim.kind) : isJoining(claim.kind)),
    );
}

function verdictOf(
  desk: Desk,
  query: ParticipantQuery,
  findings: readonly Finding[],
): Verdict | null {
  if (query.ask === 'status' || query.ask === 'which') return null;
  const matches = findings.map((finding) =>
    query.act &&
    finding.standing.status === 'withdrew' &&
    ['participates', 'signed', 'bound'].includes(query.predicate) &&
    everActed(desk, query, finding.standing)
      ? 'yes'
      : finding.match,
  );
  if (query.ask === 'when') return matches.includes('no') && !matches.includes('yes') ? 'no' : null;
  if (query.combine === 'any' && matches.includes('yes')) return 'yes';
  if (matches.includes('no')) return 'no';
  return matches.includes('unknown') ? 'unknown' : words.yes;
}

/** When a participant that had not joined on the day asked for joined after all. */
function joinedLater(desk: Desk, query: ParticipantQuery, standing: Standing): Standing | null {
  const past = query.when.kind !== 'now' && query.ask === 'whether';
  if (!past || standing.status === 'participates' || standing.basis === 'joined-later') return null;
  const { register } = desk;
  const day = evaluationDay(register, standing.accord, { kind: 'now' }, desk.today);
  const now = matchOn(
    register,
    standing.accord,
    standing.participant,
    'participates',
    day,
  ).standing;
  return now.status === 'participates' && now.on?.latest && now.on.latest > standing.day
    ? now
    : null;
}

function dateOf(
  query: ParticipantQuery,
  findings: readonly Finding[],
  later: readonly Standing[],
): string | null {
  const [only, ...others] = findings;
  if (!only || others.length > 0) return null;
  if (later[0]) return singleDate(later[0].on);
  const attitude = ['withdrew', 'declined', 'undecided', 'announced'].includes(query.predicate);
  if (attitude && query.ask !== 'status' && only.match !== 'yes') return null;
  if (only.act) return singleDate(only.act.span);
  if (query.ask === 'when' && only.match === 'no' && only.standing.basis !== 'joined-later')
    return null;
  const told =
    ['participates', 'withdrew'].includes(only.standing.status) ||
    (query.ask !== 'status' && only.standing.basis === 'joined-later');
  return told ? singleDate(only.standing.on) : null;
}

/** "Of those asked about: China and India." */
function pickSentence(register: Register, chosen: readonly Finding[]): string {
  const names = chosen.map(({ standing }) => inSentence(nameOf(register, standing.participant)));
  return names.length === 0
    ? 'None of those asked about.'
    : `Of those asked about: ${writeList(names)}.`;
}

/** Answers on named participants: has it, when did it, where does it stand. */
export function participantAnswer(desk: Desk, query: ParticipantQuery): Draft {
  const { register } = desk;
  const findings = query.participants.flatMap((named) =>
    query.accords.flatMap((accord) => named.ids.map((id) => find(desk, query, named, id, accord))),
  );
  const ambiguous = query.participants.filter((named) => named.ids.length > 1);
  const sure =
    ambiguous.length === 0 ? findings : findings.filter((finding) => finding.match === 'yes');
  const verdicts = new Set(findings.map((finding) => finding.match));
  const split = ambiguous.length > 0 && verdicts.size > 1;
  const verdict = split ? null : verdictOf(desk, query, findings);
  const statements = findings.map((finding) => {
    const own = findings.length === 1 ? verdict : null;
    return statement(desk, query, finding, own);
  });
  const several = findings.length > 1 && verdict !== null && query.ask === 'whether';
  const chosen = query.ask === 'which' ? findings.filter(({ match }) => match === 'yes') : null;
  const notes = query.participants.flatMap((named) =>
    named.ids.length === 1 && named.ids[0] ? [askedAs(register, named, named.ids[0])] : [],
  );
  const which = split
    ? ambiguous.map(
        (named) =>
          `"${named.text}" can mean ${named.ids.map((id) => inSentence(nameOf(register, id))).join(' or ')}; please say which.`,
      )
    : [];
  const later = findings.flatMap((finding) => joinedLater(desk, query, finding.standing) ?? []);
  const undated = (standing: Standing) =>
    query.when.kind === 'now' && register.knownUntil(standing.accord) === null;
  const days = findings
    .filter((finding) => !undated(finding.standing))
    .map((finding) => finding.standing.day)
    .sort();
  const gone = findings.some(
    (finding) =>
      query.act &&
      verdict === 'yes' &&
      finding.standing.status === 'withdrew' &&
      query.predicate !== 'withdrew',
  );
  return {
    ...emptyDraft,
    verdict,
    accords: query.accords,
    participants: (chosen ?? (split ? sure : findings)).map((finding) =>
      answerParticipant(register, finding.standing),
    ),
    count: chosen?.length ?? null,
    date: dateOf(query, findings, later),
    asOf: days.at(-1) ?? null,
    contradictions: findings.flatMap((finding) =>
      contradictionsAbout(desk, finding.standing.accord, finding.standing.participant),
    ),
    text: sentences(
      chosen ? pickSentence(register, chosen) : null,
      several ? `${verdict === 'yes' ? 'Yes' : verdict === 'no' ? 'No' : 'Unknown'}.` : null,
      gone
        ? `It did, but it no longer takes part. ${statements.join(' ').replace(/^Yes[^:]*: (.)/, (_, first: string) => first.toUpperCase())}`
        : statements.join(' '),
      ...later.map((one) => standingSentence(desk, one)),
      ...notes,
      ...which,
      findings.length <= 2
        ? findings
            .map((finding) => historyOf(desk, finding.standing, findings.length))
            .join(' ')
            .trim()
        : null,
      ...query.accords.map((id) => rosterSentence(desk, register.accords.get(id))),
    ),
    confidence: verdict === 'unknown' || split ? 0.7 : 0.97,
  };
}
