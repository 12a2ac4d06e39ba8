import { type Accord, completeUntil } from '../domain/accord.js';
import type { Day } from '../domain/partial-date.js';
import { conflictsOf } from '../domain/register/conflicts.js';
import { evaluationDay } from '../domain/register/evaluate.js';
import { standingOn } from '../domain/register/standing.js';
import type { AccordSummary, ConflictReport, SnapshotSummary } from '../domain/reports.js';
import type { SnapshotManifest } from '../domain/snapshot.js';
import { byName } from '../language/prose/names.js';
import type { Knowledge } from './knowledge.js';
import { resolve } from './resolve-name.js';

export function summariseAccord(knowledge: Knowledge, accord: Accord, today: Day): AccordSummary {
  const { register, articles } = knowledge;
  const day = evaluationDay(register, accord.id, { kind: 'now' }, today);
  const taking = register
    .named(accord.id)
    .filter((id) => standingOn(register, accord.id, id, day).status === 'participates');
  return {
    id: accord.id,
    title: accord.title,
    short: accord.short,
    kind: accord.kind,
    opened: accord.opened,
    states: taking.filter((id) => register.participants.get(id)?.type === 'state').length,
    participants: taking.length,
    claims: register.claimsOn(accord.id).length,
    articles: [...articles.values()].filter((article) => article.accord === accord.id).length,
    rosterAsOf: (accord.roster && completeUntil(accord.roster)) ?? accord.roster?.read ?? null,
    complete: (accord.roster?.complete ?? []).length > 0,
    url: accord.url,
  };
}

/** The accords that the corpus tells anything of, by title. */
export function summariseAccords(knowledge: Knowledge, today: Day): readonly AccordSummary[] {
  return [...knowledge.register.accords.values()]
    .map((accord) => summariseAccord(knowledge, accord, today))
    .filter((summary) => summary.claims > 0 || summary.articles > 0)
    .sort((a, b) => byName(a.title, b.title));
}

/** Disagreements between sources, of one accord or of all. */
export function listConflicts(knowledge: Knowledge, accord?: string): readonly ConflictReport[] {
  const { register, names } = knowledge;
  const ids =
    accord === undefined
      ? [...register.accords.keys()].sort()
      : [resolve(names.names, 'accord', register.accords, accord)];
  return ids.flatMap((id) => conflictsOf(register, id));
}

export function summariseSnapshot(
  manifest: SnapshotManifest,
  current: string | null,
): SnapshotSummary {
  const { articles, passages, claims } = manifest.counts;
  return {
    id: manifest.id,
    createdAt: manifest.createdAt,
    current: manifest.id === current,
    articles,
    passages,
    claims,
    embedder: manifest.embedder.id,
  };
}
