import type { Knowledge } from '../knowledge.js';

/** What names of a question are called otherwise, as words to search for; empty where nothing is. */
export interface NameExpansion {
  /** The name that the register goes by: "Netherlands" for "Holland". */
  readonly formal: string;
  /** Those of `formal` that belong to participants. */
  readonly participants: string;
  /** A few further names that the corpus uses. */
  readonly aliases: string;
}

const mostAliases = 2;

/** Ids of participants and accords that the question names beyond doubt, once each. */
function namedIn(knowledge: Knowledge, question: string): readonly string[] {
  const { names, demonyms } = knowledge.names;
  const found = names.find(question);
  const people = demonyms
    .find(question)
    .filter((one) => !found.some((name) => name.start < one.end && one.start < name.end));
  const sure = [...found, ...people].filter(
    ({ ids, exact, text }) =>
      ids.length === 1 && exact && (text !== text.toLowerCase() || text.includes(' ')),
  );
  return [...new Set(sure.flatMap(({ ids }) => ids))];
}

/**
 * Other names of the participants and accords that a question names. Only words that the question
 * lacks and the corpus has are given, so that nothing counts twice.
 */
export function expandNames(knowledge: Knowledge, question: string): NameExpansion {
  const { lexical, register } = knowledge;
  const never = lexical.idf('\u0000');
  const asked = new Set(lexical.terms(question));
  /** Words of a name that are missing; none when the corpus lacks one of them. */
  const missing = (name: string): readonly string[] => {
    const terms = lexical.terms(name);
    if (terms.length === 0 || terms.some((term) => lexical.idf(term) >= never)) return [];
    return name
      .split(/[\s()]+/)
      .filter((word) => lexical.terms(word).some((term) => !asked.has(term)));
  };
  const formal: string[] = [];
  const participants: string[] = [];
  const aliases: string[] = [];
  for (const id of namedIn(knowledge, question)) {
    const accord = register.accords.get(id);
    const participant = register.participants.get(id);
    const first = accord?.short ?? participant?.name;
    if (first === undefined) continue;
    formal.push(...missing(first));
    if (!accord) participants.push(...missing(first));
    const others = accord ? [accord.title, ...accord.aliases] : (participant?.aliases ?? []);
    const useful = others.map(missing).filter((words) => words.length > 0);
    aliases.push(...useful.slice(0, mostAliases).flat());
  }
  return {
    formal: [...new Set(formal)].join(' '),
    participants: [...new Set(participants)].join(' '),
    aliases: [...new Set(aliases)].filter((word) => !formal.includes(word)).join(' '),
  };
}
