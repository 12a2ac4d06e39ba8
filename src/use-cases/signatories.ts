import { completeUntil } from '../domain/accord.js';
import type { Status } from '../domain/answer.js';
import { AccordError } from '../domain/errors.js';
import type { Day } from '../domain/partial-date.js';
import type { ParticipantType } from '../domain/participant.js';
import { countStatuses, evaluationDay } from '../domain/register/evaluate.js';
import { standingOn } from '../domain/register/standing.js';
import { universeOf, usualType } from '../domain/register/universe.js';
import type { SignatoryList } from '../domain/reports.js';
import type { NameIndex } from '../language/names.js';
import { writeDay } from '../language/prose/dates.js';
import { byName } from '../language/prose/names.js';
import type { Knowledge } from './knowledge.js';
import { answerParticipant } from './register/draft.js';
import { readingsOf } from './register/phrases.js';

export interface SignatoryQuery {
  readonly accord: string;
  readonly status?: Status;
  readonly bloc?: string;
  readonly type?: ParticipantType;
  readonly asOf?: Day;
}

/** The id that a name or id stands for. Throws `not-found` with the nearest names. */
export function resolve(
  index: NameIndex,
  kind: 'accord' | 'bloc',
  known: ReadonlyMap<string, unknown>,
  text: string,
): string {
  if (known.has(text)) return text;
  const folded = [...known.keys()].find((id) => id.toLowerCase() === text.toLowerCase());
  if (folded !== undefined) return folded;
  const match = index
    .find(text, { fuzzy: true })
    .find(
      (one) =>
        one.kind === kind && one.ids.length === 1 && one.end - one.start >= text.trim().length - 4,
    );
  const [id] = match?.ids ?? [];
  if (id !== undefined) return id;
  const near = index.suggest(text, { kind, limit: 3 }).map((one) => one.id);
  const hint = near.length > 0 ? near : [...known.keys()].sort();
  throw new AccordError(
    'not-found',
    `There is no ${kind} "${text}". ${near.length > 0 ? 'Nearest' : 'There are'}: ${hint.join(', ')}.`,
    {
      facts: { kind, text },
    },
  );
}

/** How the roster stands behind a list: "Official list of supporters, read on 25 December 2025". */
function basisOf(knowledge: Knowledge, accord: string): string {
  const roster = knowledge.register.accords.get(accord)?.roster;
  if (!roster) return 'No roster in the corpus; statuses come from articles.';
  const until = completeUntil(roster);
  const reach = until ? `complete as of ${writeDay(until)}` : 'partial: silence means unknown';
  return `${roster.title}, ${[...readingsOf(roster), reach].join(', ')}.`;
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
    basis: basisOf(knowledge, id),
  };
}
