import { type Accord, completeUntil } from '../../domain/accord.js';
import type {
  AnswerParticipant,
  Contradiction,
  StatusCounts,
  Verdict,
} from '../../domain/answer.js';
import { type Day, formatSpan } from '../../domain/partial-date.js';
import { conflictsAbout } from '../../domain/register/conflicts.js';
import type { Register } from '../../domain/register/register.js';
import type { Standing } from '../../domain/register/standing.js';
import type { Groups } from '../../domain/register/universe.js';
import { writeDay } from '../../language/prose/dates.js';
import { capitalised } from '../../language/prose/names.js';
import type { Citations } from './citations.js';
import { readingsOf, standingClause, theAccord } from './phrases.js';

/** What a computed answer holds before it is stamped with snapshot and time. */
export interface Draft {
  readonly text: string;
  readonly verdict: Verdict | null;
  readonly accords: readonly string[];
  readonly participants: readonly AnswerParticipant[];
  readonly count: number | null;
  readonly date: string | null;
  readonly asOf: Day | null;
  readonly contradictions: readonly Contradiction[];
  readonly counts: StatusCounts | null;
  /** How sure the reading and the sources are, 0 to 1. */
  readonly confidence: number;
}

/** What every kind of computed answer works with. */
export interface Desk {
  readonly register: Register;
  readonly groups: Groups;
  readonly citations: Citations;
  readonly today: Day;
}

export const emptyDraft: Draft = {
  text: '',
  verdict: null,
  accords: [],
  participants: [],
  count: null,
  date: null,
  asOf: null,
  contradictions: [],
  counts: null,
  confidence: 0.97,
};

export function answerParticipant(register: Register, standing: Standing): AnswerParticipant {
  const participant = register.participants.get(standing.participant);
  const joined = standing.basis === 'joined-later' || standing.basis === 'between';
  return {
    id: standing.participant,
    name: participant?.name ?? standing.participant,
    type: participant?.type ?? 'state',
    status: standing.status,
    action: joined || standing.claim?.kind === 'absent' ? null : (standing.claim?.kind ?? null),
    on: standing.on && !joined ? formatSpan(standing.on) : null,
    accord: standing.accord,
  };
}

/** The marker of what stands behind a standing: its claim, the roster, or both. */
export function cite(desk: Desk, standing: Standing): string {
  const accord = desk.register.accords.get(standing.accord);
  const roster =
    standing.basis === 'roster-silence' && accord?.roster ? desk.citations.roster(accord) : '';
  const claim =
    standing.claim && standing.basis !== 'roster-silence'
      ? desk.citations.claim(standing.claim)
      : '';
  const marks = `${claim}${roster}`;
  return marks === '' ? '' : ` ${marks}`;
}

/** "Roster: Official list of supporters, read on 25 December 2025, last edited on 19 January 2024 [1]." */
export function rosterSentence(desk: Desk, accord: Accord | undefined): string {
  if (!accord?.roster) return '';
  const { roster } = accord;
  const facts = [...readingsOf(roster)];
  const until = completeUntil(roster);
  if (facts.length === 0 && until) facts.push(`complete as of ${writeDay(until)}`);
  const last = desk.register.lastJoin(accord.id);
  const partial =
    until === null
      ? ' It is partial: silence means unknown.'
      : last !== null && last > until
        ? ` After ${writeDay(until)} only single joinings are known.`
        : '';
  const dates = facts.length > 0 ? `, ${facts.join(', ')}` : '';
  return `Roster of ${theAccord(accord, accord.id)}: ${roster.title}${dates} ${desk.citations.roster(accord)}.${partial}`;
}

/** One standing as a sentence with its source. */
export function standingSentence(desk: Desk, standing: Standing): string {
  return `${capitalised(standingClause(desk.register, standing))}${cite(desk, standing)}.`;
}

/** The disagreements between sources about one participant, as answers show them. */
export function contradictionsAbout(
  desk: Desk,
  accord: string,
  participant: string,
): readonly Contradiction[] {
  return conflictsAbout(desk.register, accord, participant).map(
    ({ accord: _accord, participant: _participant, ...contradiction }) => contradiction,
  );
}

export function sentences(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ');
}
