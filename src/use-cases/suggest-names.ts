import type { Suggestion } from '../domain/reports.js';
import { byName } from '../language/prose/names.js';
import type { Knowledge } from './knowledge.js';

/** A bloc as it is chosen from a list: "NATO allies (NATO)". */
function blocName(knowledge: Knowledge, id: string): string {
  const name = knowledge.groups.blocs.get(id)?.name ?? id;
  return name.toLowerCase().includes(id.toLowerCase()) ? name : `${name} (${id})`;
}

/**
 * Completions of what someone types, by any name and with a slip or two; each shows the name that
 * the thing goes by. With nothing typed, the first ones by name. A few milliseconds.
 */
export function suggestNames(
  knowledge: Knowledge,
  kind: 'accord' | 'participant' | 'bloc',
  typed: string,
  limit: number,
): readonly Suggestion[] {
  const { register, articles, names } = knowledge;
  if (kind === 'participant') return names.names.suggest(typed, { kind, limit });
  if (kind === 'bloc')
    return names.groups
      .suggest(typed, { kind, limit })
      .map(({ id }) => ({ id, name: blocName(knowledge, id) }));
  const filed = new Set([...articles.values()].map((article) => article.accord));
  const told = names.names
    .suggest(typed, { kind, limit: register.accords.size })
    .filter(({ id }) => filed.has(id) || register.claimsOn(id).length > 0)
    .map(({ id }) => ({ id, name: register.accords.get(id)?.short ?? id }));
  if (typed.trim() === '') told.sort((a, b) => byName(a.name, b.name));
  return told.slice(0, limit);
}
