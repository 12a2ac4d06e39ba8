import type { Accord } from '../../domain/accord.js';
import type { Day } from '../../domain/partial-date.js';
import type { AccordDetails } from '../../domain/reports.js';
import { writeDay } from '../../language/prose/dates.js';
import { capitalised } from '../../language/prose/names.js';
import type { Knowledge } from '../knowledge.js';
import { listSignatories } from '../signatories.js';
import { summariseAccord } from '../summaries.js';

function inForce({ entryIntoForce: entry }: Accord): string | null {
  if (!entry) return null;
  const asOf = entry.asOf ? ` (as of ${writeDay(entry.asOf)})` : '';
  if (entry.status === 'in-force')
    return `In force: ${entry.on ? `since ${writeDay(entry.on)}` : `yes${asOf}`}`;
  const condition = entry.condition ? `: ${entry.condition.replace(/\.$/, '')}` : '';
  return `In force: not yet${asOf}${condition}`;
}

function factsOf(accord: Accord): readonly string[] {
  const { opened, adopted, signatureCloses, host, signingMeans } = accord;
  return [
    `Nature: ${accord.description}`,
    adopted && adopted !== opened ? `Adopted: ${writeDay(adopted)}` : null,
    opened
      ? `${accord.kind === 'treaty' ? 'Opened for signature' : 'Opened'}: ${writeDay(opened)}`
      : null,
    signatureCloses ? `Open for signature until: ${writeDay(signatureCloses)}` : null,
    inForce(accord),
    host ? `Host or depositary: ${host}` : null,
    signingMeans === '' ? null : `Taking part: ${capitalised(signingMeans)}`,
  ].filter((fact) => fact !== null);
}

/** All that the corpus tells of one accord itself, with the counts of its usual closed set. */
export function accordDetails(knowledge: Knowledge, accord: Accord, today: Day): AccordDetails {
  const { register, articles } = knowledge;
  const { counts, basis } = listSignatories(knowledge, { accord: accord.id }, today);
  return {
    summary: summariseAccord(knowledge, accord, today),
    aliases: accord.aliases.filter((alias) => alias !== accord.title && alias !== accord.short),
    facts: factsOf(accord),
    notToConfuse: accord.confusable.map((id) => register.accords.get(id)?.short ?? id),
    counts,
    basis,
    articles: [...articles.values()]
      .filter((article) => article.accord === accord.id)
      .map(({ path, title, url, published }) => ({ path, title, url, published })),
  };
}
