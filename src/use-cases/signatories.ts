import type { Status } from '../domain/answer.js';
import type { Day } from '../domain/partial-date.js';
import type { ParticipantType } from '../domain/participant.js';
import { countStatuses, evaluationDay } from '../domain/register/evaluate.js';
import { standingOn } from '../domain/register/standing.js';
import { universeOf, usualType } from '../domain/register/universe.js';
import type { SignatoryList } from '../domain/reports.js';
import { byName } from '../language/prose/names.js';
import type { Knowledge } from './knowledge.js';
import { answerParticipant } from './register/draft.js';
import { basisOf } from './register/roster-basis.js';
import { resolve } from './resolve-name.js';

export interface SignatoryQuery {
  readonly accord: string;
  readonly status?: Status;
  readonly bloc?: string;
  readonly type?: ParticipantType;
  readonly asOf?: Day;
}

/** Every member of a closed set with its status; `counts` are of the whole set. */
export function listSignatories(
  knowledge: Knowledge,
  query: SignatoryQuery,
  today: Day,
): SignatoryList {
  const { register, groups, names } = knowledge;
  const id = resolve(names.names, 'accord', register.accords, query.accord);
  const accord = register.accords.get(id);
  const bloc =
    query.bloc === undefined ? null : resolve(names.groups, 'bloc', groups.blocs, query.bloc);
  const day = evaluationDay(
    register,
    id,
    query.asOf ? { kind: 'day', day: query.asOf } : { kind: 'now' },
    today,
  );
  const scope = {
    bloc,
    region: null,
    country: null,
    type: query.type ?? usualType(register, [id]),
  };
  const standings = universeOf(register, groups, [id], scope, day).map((participant) =>
    standingOn(register, id, participant, day),
  );
  const rows = standings
    .filter((standing) => query.status === undefined || standing.status === query.status)
    .map((standing) => ({
      ...answerParticipant(register, standing),
      source:
        standing.claim?.provenance.url ??
        (standing.basis === 'roster-silence' ? (accord?.roster?.url ?? null) : null),
    }));
  return {
    accord: { id, title: accord?.title ?? id, short: accord?.short ?? id },
    asOf: day,
    status: query.status ?? null,
    bloc,
    type: query.type ?? null,
    participants: rows.sort((a, b) => byName(a.name, b.name)),
    counts: countStatuses(standings),
    basis: basisOf(accord),
  };
}
