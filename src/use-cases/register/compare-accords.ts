import type { Accord } from '../../domain/accord.js';
import type { AnswerParticipant } from '../../domain/answer.js';
import { type Day, lastOf } from '../../domain/partial-date.js';
import type { ParticipantType } from '../../domain/participant.js';
import { evaluationDay } from '../../domain/register/evaluate.js';
import type { Register } from '../../domain/register/register.js';
import { standingOn } from '../../domain/register/standing.js';
import { type Groups, universeOf } from '../../domain/register/universe.js';
import type { Moment } from '../../domain/register-query.js';
import type { AccordComparison } from '../../domain/reports.js';
import { byName } from '../../language/prose/names.js';
import { answerParticipant } from './draft.js';
import { basisOf } from './roster-basis.js';

/** The type that both accords admit: states where they do; several: any. */
function commonType(a: Accord | undefined, b: Accord | undefined): ParticipantType | 'any' {
  const common = (a?.admits ?? []).filter((type) => b?.admits.includes(type));
  const [first] = common;
  if (!first || common.includes('state')) return 'state';
  return common.length === 1 ? first : 'any';
}

/** The part of the comparison that two standings fall into; the second one decides some of them. */
type Part = 'both' | 'onlyA' | 'onlyB' | 'neither' | 'unknown';

/**
 * Divides a closed set (members of the bloc on the day, or all states) between two accords, given
 * by id. Each participant carries its status in the accord that decides: the one that it is
 * outside of for `onlyA` and `onlyB`, the one that no source tells of for `unknown`, else the
 * first. Whoever left, declined, is undecided or only announced counts as outside.
 */
export function compareAccords(
  register: Register,
  groups: Groups,
  query: {
    readonly a: string;
    readonly b: string;
    readonly bloc: string | null;
    readonly asOf?: Day;
  },
  today: Day,
): AccordComparison {
  const [a, b] = [register.accords.get(query.a), register.accords.get(query.b)];
  const when: Moment = query.asOf ? { kind: 'day', day: query.asOf } : { kind: 'now' };
  const dayA = evaluationDay(register, query.a, when, today);
  const dayB = evaluationDay(register, query.b, when, today);
  const scope = { bloc: query.bloc, region: null, country: null, type: commonType(a, b) };
  const day = query.asOf ?? lastOf([dayA, dayB]) ?? today;
  const parts: Record<Part, AnswerParticipant[]> = {
    both: [],
    onlyA: [],
    onlyB: [],
    neither: [],
    unknown: [],
  };
  const ids = universeOf(register, groups, [query.a, query.b], scope, day);
  for (const id of ids) {
    const inA = standingOn(register, query.a, id, dayA);
    const inB = standingOn(register, query.b, id, dayB);
    const [takesA, takesB] = [inA.status === 'participates', inB.status === 'participates'];
    const [part, deciding]: [Part, typeof inA] =
      inA.status === 'unknown'
        ? ['unknown', inA]
        : inB.status === 'unknown'
          ? ['unknown', inB]
          : takesA
            ? takesB
              ? ['both', inA]
              : ['onlyA', inB]
            : [takesB ? 'onlyB' : 'neither', inA];
    parts[part].push(answerParticipant(register, deciding));
  }
  for (const part of Object.values(parts)) part.sort((one, other) => byName(one.name, other.name));
  const side = (accord: Accord | undefined, id: string, asOf: Day) => ({
    id,
    short: accord?.short ?? id,
    asOf,
  });
  return {
    a: side(a, query.a, dayA),
    b: side(b, query.b, dayB),
    bloc: query.bloc,
    ...parts,
    total: ids.length,
    basis: [a, b].map(
      (accord, index) =>
        `${accord?.short ?? (index === 0 ? query.a : query.b)}: ${basisOf(accord)}`,
    ),
  };
}
