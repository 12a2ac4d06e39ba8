import type { Completeness, Stage } from '../accord.js';
import type { Day } from '../partial-date.js';
import type { ParticipantType } from '../participant.js';
import type { Register } from './register.js';

/** What it means that a roster does not name a participant at a stage on a day. */
export interface Silence {
  /** The day for which a complete roster vouches. */
  readonly day: Day;
}

function covers(part: Completeness, type: ParticipantType, stage: Stage): boolean {
  return part.types.includes(type) && part.stages.includes(stage);
}

/**
 * Absence by silence: a roster complete on the day, or complete later (who had joined before and
 * never left would be on it), or complete earlier while no roster row shows that the list has
 * grown since. Null where no roster speaks: silence is then unknown. `signed` tells whether the
 * participant is a signatory, of whom some rosters know more.
 */
export function silenceOn(
  register: Register,
  accordId: string,
  type: ParticipantType,
  stage: Stage,
  day: Day,
  signed = false,
): Silence | null {
  const complete = register.accords.get(accordId)?.roster?.complete ?? [];
  let later: Day | null = null;
  let earlier: Completeness | null = null;
  for (const part of complete) {
    if (!covers(part, type, stage) || (part.among === 'signatories' && !signed)) continue;
    if (part.from <= day && day <= part.to) return { day };
    if (part.from > day && (later === null || part.from < later)) later = part.from;
    if (part.to < day && (earlier === null || part.to > earlier.to)) earlier = part;
  }
  if (later !== null) return { day: later };
  if (earlier === null) return null;
  const { to, among } = earlier;
  const step = among === 'signatories' ? 'ratification' : stage;
  const grown = register.joinDays(accordId, type, step).find((joined) => joined > to);
  return grown !== undefined && grown <= day ? null : { day: to };
}
