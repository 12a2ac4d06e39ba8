import type { AccordSummary, RegisterChange } from '../../domain/reports.js';
import type { CorpusFailure } from '../../domain/snapshot.js';

export interface Upheaval {
  readonly changes: readonly RegisterChange[];
  readonly claimsBefore: number;
  readonly claimsAfter: number;
  /** Accords of the snapshot that answers now. */
  readonly accords: readonly AccordSummary[];
  /** Files that were left out of the new one. */
  readonly failed: readonly CorpusFailure[];
}

/** Above this share of claims fewer, a snapshot waits for a confirmation. */
const bearableLoss = 0.05;
const namesShown = 5;

function count(number: number, one: string, more: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : more}`;
}

function lossOfParticipants(removed: readonly RegisterChange[]): string {
  const names = removed.slice(0, namesShown).map(({ name, accord }) => `${name} (${accord})`);
  const rest = removed.length - names.length;
  const list =
    rest > 0 ? `${names.join(', ')} and ${rest.toLocaleString('en')} more` : names.join(', ');
  return `It would remove ${count(removed.length, 'participant', 'participants')} from the register: ${list}.`;
}

/** Accords of which every participant goes. */
function vanished({ accords, changes }: Upheaval): readonly AccordSummary[] {
  return accords.filter(({ id, participants }) => {
    const own = changes.filter(({ accord }) => accord === id);
    const removed = own.filter(({ change }) => change === 'removed').length;
    return removed > 0 && removed === own.length && removed >= participants;
  });
}

/** Rosters and descriptions left out, of accords that have a roster now. */
function lostRosters({ accords, failed }: Upheaval): readonly CorpusFailure[] {
  const withRoster = new Set(accords.filter(({ rosterAsOf }) => rosterAsOf).map(({ id }) => id));
  const paths = new Map<string, CorpusFailure>();
  for (const failure of failed) {
    const [, folder] = /(?:^|\/)([^/]+)\/(?:roster\.csv|accord\.ya?ml)$/i.exec(failure.path) ?? [];
    if (folder === undefined || !withRoster.has(folder) || paths.has(failure.path)) continue;
    paths.set(failure.path, failure);
  }
  return [...paths.values()];
}

/**
 * Why a new snapshot should not replace the current one unseen, as sentences; empty when nothing is
 * alarming. A register loses participants or claims when a list was cut, a file was broken or a
 * folder was lost, far more often than because somebody left an accord (who leaves stays in the
 * register, as withdrawn).
 */
export function alarmingIn(upheaval: Upheaval): readonly string[] {
  const { changes, claimsBefore, claimsAfter } = upheaval;
  const reasons: string[] = [];
  for (const { short } of vanished(upheaval))
    reasons.push(`Nothing would be left of the ${short}.`);
  const removed = changes.filter(({ change }) => change === 'removed');
  if (removed.length > 0) reasons.push(lossOfParticipants(removed));
  if (claimsAfter < claimsBefore * (1 - bearableLoss)) {
    const share = Math.round((1 - claimsAfter / claimsBefore) * 1000) / 10;
    const [before, after] = [claimsBefore, claimsAfter].map((n) => n.toLocaleString('en'));
    reasons.push(`It has ${share} % fewer claims: ${after} instead of ${before}.`);
  }
  for (const { path, reason } of lostRosters(upheaval)) {
    reasons.push(`${path} could not be used: ${reason}.`);
  }
  return reasons;
}
