import { type Accord, completeUntil, type ReportedCount } from '../../domain/accord.js';
import type { Contradiction } from '../../domain/answer.js';
import type { Day } from '../../domain/partial-date.js';
import type { ParticipantType } from '../../domain/participant.js';
import { evaluateSet, type SetQuery, type SetResult } from '../../domain/register/evaluate.js';
import { usualType } from '../../domain/register/universe.js';
import { writeDay, writeWhen } from '../../language/prose/dates.js';
import { capitalised } from '../../language/prose/names.js';
import type { Desk } from './draft.js';
import { theAccord } from './phrases.js';

export interface Reported {
  readonly count: number;
  readonly text: string;
  readonly contradictions: readonly Contradiction[];
}

function fits(count: ReportedCount, query: SetQuery, type: string): boolean {
  const consent = query.predicate === 'bound';
  const stage = consent ? count.stage === 'consent' : count.stage !== 'consent';
  return count.type === type && stage;
}

function nearest(counts: readonly ReportedCount[], day: Day): readonly ReportedCount[] {
  const dated = counts.filter((count) => (count.on.earliest ?? '') <= day);
  const best = dated
    .filter((count) => (count.on.latest ?? '9999') <= day)
    .sort((a, b) => (b.on.latest ?? '').localeCompare(a.on.latest ?? ''))[0];
  const around = dated.filter((count) => (count.on.latest ?? '9999') >= day && count !== best);
  return best ? [best, ...around] : around;
}

function differing(accord: Accord, leading: ReportedCount, other: ReportedCount): Contradiction {
  const said = (count: ReportedCount) => `${count.count} ${count.unit} ${writeWhen(count.on)}`;
  return {
    claim: said(other),
    source: other.source,
    published: other.published,
    leading: said(leading),
    leadingSource: leading.source,
    leadingPublished: leading.published,
    reason: `sources count the ${accord.words.participants} of that time differently`,
  };
}

/** True when a source counts more, on a later day than those for which the roster is complete. */
function outgrows(desk: Desk, query: SetQuery, accord: Accord, figure: ReportedCount): boolean {
  const until = accord.roster ? completeUntil(accord.roster) : null;
  if (until === null || (figure.on.latest ?? '') <= until) return false;
  const set = { ...query, scope: { ...query.scope, type: figure.type } };
  const { matching } = evaluateSet(desk.register, desk.groups, set, desk.today);
  return figure.count > matching.length;
}

/**
 * The figure that sources report, where the register alone cannot count: some of the set are
 * undetermined on that day, or a source counts more than a roster of an earlier day. Null when the register counts by itself or no source gives a figure.
 */
export function reportedCount(
  desk: Desk,
  query: SetQuery,
  result: SetResult,
  day: Day,
): Reported | null {
  const accord = desk.register.accords.get(query.accords[0] ?? '');
  const { scope } = query;
  const plain = query.accords.length === 1 && !scope.bloc && !scope.region && !scope.country;
  const counting = query.combine !== 'none' && ['participates', 'bound'].includes(query.predicate);
  if (!accord || !plain || !counting || query.when.kind === 'during') return null;
  const type = scope.type ?? usualType(desk.register, query.accords);
  const at = query.when.kind === 'now' ? desk.today : day;
  const told = (of: ParticipantType | 'any') =>
    nearest(
      accord.counts.filter((count) => fits(count, query, of)),
      at,
    );
  const counted = result.undetermined.length === 0;
  const tells = ([first]: readonly ReportedCount[]) =>
    first !== undefined && (!counted || outgrows(desk, query, accord, first));
  const own = told(type);
  const [leading, ...others] = tells(own) || scope.type !== null ? own : told('any');
  if (!leading || !tells([leading])) return null;
  const mark = desk.citations.count(accord, leading);
  const note = leading.note ? ` Note: ${leading.note.replace(/\.$/, '')}.` : '';
  const contrary = others.filter((count) => count.count !== leading.count);
  const also = contrary.map(
    (count) =>
      ` Another source says ${count.count} ${writeWhen(count.on)} ${desk.citations.count(accord, count)}.`,
  );
  const text = `${capitalised(theAccord(accord, accord.id))} had ${leading.count.toLocaleString('en')} ${leading.unit}, as reported for ${writeWhen(leading.on).replace(/^(?:on|in) /, '')} ${mark}.${note}${also.join('')} By name, the corpus is sure of ${result.matching.length.toLocaleString('en')} on ${writeDay(day)}.`;
  return {
    count: leading.count,
    text,
    contradictions: contrary.map((count) => differing(accord, leading, count)),
  };
}
