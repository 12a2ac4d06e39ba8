import type { Accord, Completeness, Stage } from '../accord.js';
import type { Day } from '../partial-date.js';
import type { ParticipantType } from '../participant.js';

/** What it means that a roster does not name a participant at a stage on a day. */
export interface Silence {
  /** The day for which a complete roster vouches. */
  readonly day: Day;
}

function covers(part: Completeness, type: ParticipantType, stage: Stage): boolean {
  return part.types.includes(type) && part.stages.includes(stage);
}

/**
 * Absence by silence: a roster complete on the day; or complete later, for who had joined before
 * and never left would be on it; or complete earlier, and then only as of that earlier day, which
 * the answer has to say. Null where no roster speaks: silence is then unknown. `signed` tells
 * whether the participant is a signatory, of whom some rosters know more.
 */
export function silenceOn(
  accord: Accord,
  type: ParticipantType,
  stage: Stage,
  day: Day,
  signed = false,
): Silence | null {
  let later: Day | null = null;
  let earlier: Day | null = null;
  for (const part of accord.roster?.complete ?? []) {
    if (!covers(part, type, stage) || (part.among === 'signatories' && !signed)) continue;
    if (part.from <= day && day <= part.to) return { day };
    if (part.from > day && (later === null || part.from < later)) later = part.from;
    if (part.to < day && (earlier === null || part.to > earlier)) earlier = part.to;
  }
  const vouching = later ?? earlier;
  return vouching === null ? null : { day: vouching };
}
