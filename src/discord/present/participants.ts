import { type AnswerParticipant, type Status, statuses } from '../../domain/answer.js';
import { escapeLine } from '../escape.js';
import { safeAddress } from '../links.js';
import type { Texts } from '../texts/texts.js';
import { writeDate } from './dates.js';
import { bold } from './parts.js';

/** A sign a status, told apart without colour too. */
export const signs: Readonly<Record<Status, string>> = {
  participates: '🟢',
  withdrew: '↩️',
  declined: '🔴',
  undecided: '🟡',
  announced: '📣',
  absent: '⚪',
  unknown: '❔',
};

/** "supported 12 November 2018", or the status where nothing was done. */
export function standingWords(
  { status, action, on }: Pick<AnswerParticipant, 'status' | 'action' | 'on'>,
  texts: Texts,
): string {
  const word = action === null ? texts.choices.statuses[status] : texts.actions[action];
  return on === null ? word : `${word} ${escapeLine(writeDate(on, texts))}`;
}

/** `🟢 **Japan** · supported 12 November 2018`, the standing linked to its source. */
export function participantLine(
  participant: AnswerParticipant & { readonly source?: string | null },
  texts: Texts,
): string {
  const words = standingWords(participant, texts);
  const address = safeAddress(participant.source ?? null);
  const standing = address === null ? words : `[${words}](${address})`;
  return `${signs[participant.status]} ${bold(escapeLine(participant.name))} · ${standing}`;
}

/** Participants by status, in the order of statuses; the given order within one. */
export function byStatus<Participant extends Pick<AnswerParticipant, 'status'>>(
  participants: readonly Participant[],
): readonly { readonly status: Status; readonly members: readonly Participant[] }[] {
  return statuses
    .map((status) => ({ status, members: participants.filter((one) => one.status === status) }))
    .filter(({ members }) => members.length > 0);
}

/** Names on one line, which the pager may break between words. */
export function namesLine(participants: readonly Pick<AnswerParticipant, 'name'>[]): string {
  return participants.map(({ name }) => escapeLine(name)).join(', ');
}

/** `🟢 taking part 31 · ⚪ absent 1 = 32`: the parts of a closed set, which add up. */
export function countsLine(
  counts: Readonly<Record<Status, number>> & { readonly total: number },
  texts: Texts,
): string {
  const parts = statuses
    .filter((status) => counts[status] > 0)
    .map(
      (status) =>
        `${signs[status]} ${texts.choices.statuses[status]} ${bold(texts.number(counts[status]))}`,
    );
  return `${parts.join(' · ')} ${texts.total(texts.number(counts.total))}`.trim();
}
