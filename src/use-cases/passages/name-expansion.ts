import type { Knowledge } from '../knowledge.js';

/** What names of a question are called otherwise, as words to search for; empty where nothing is. */
export interface NameExpansion {
  /** The name that the register goes by: "Netherlands" for "Holland". */
  readonly formal: string;
  /** Those of `formal` that belong to participants. */
  readonly participants: string;
  /** A few further names that the corpus uses. */
  readonly aliases: string;
  /** The question with the names that the register goes by; null where it has none but those. */
  readonly formally: string | null;
}

const mostAliases = 2;

/** A participant or an accord that a question names beyond doubt. */
interface NamedSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

function namedIn(knowledge: Knowledge, question: string): readonly NamedSpan[] {
  const { names, demonyms } = knowledge.names;
  const found = names.find(question);
  const people = demonyms
    .find(question)
    .filter((one) => !found.some((name) => name.start < one.end && one.start < name.end));
  return [...found, ...people]
    .filter(({ exact, text }) => exact && (text !== text.toLowerCase() || text.includes(' ')))
    .flatMap(({ ids: [id, ...others], start, end }) =>
      id === undefined || others.length > 0 ? [] : [{ id, start, end }],
    );
}

/** The text with what `instead` gives for a span in its place, where that is not null. */
function replaced(
  text: string,
  spans: readonly NamedSpan[],
  instead: (one: NamedSpan) => string | null,
): string {
  let [said, at] = ['', 0];
  for (const one of spans.toSorted((a, b) => a.start - b.start)) {
    const other = instead(one);
    if (other === null || one.start < at) continue;
    said += text.slice(at, one.start) + other;
    at = one.end;
  }
  return said + text.slice(at);
}

/**
 * Other names of the participants and accords that a question names. Only words that the question
 * lacks and the corpus has are given, so that nothing counts twice.
 */
export function expandNames(knowledge: Knowledge, question: string): NameExpansion {
  const { lexical, register } = knowledge;
  const never = lexical.idf('\u0000');
  const asked = new Set(lexical.terms(question));
  const formalName = (id: string) =>
    register.accords.get(id)?.short ?? register.participants.get(id)?.name ?? '';
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
  const named = namedIn(knowledge, question);
  for (const id of new Set(named.map((one) => one.id))) {
    const accord = register.accords.get(id);
    const participant = register.participants.get(id);
    const lacking = missing(formalName(id));
    formal.push(...lacking);
    if (!accord) participants.push(...lacking);
    const others = accord ? [accord.title, ...accord.aliases] : (participant?.aliases ?? []);
    const useful = others.map(missing).filter((words) => words.length > 0);
    aliases.push(...useful.slice(0, mostAliases).flat());
  }
  const formally = replaced(question, named, ({ id }) => {
    const name = formalName(id);
    return missing(name).length > 0 ? name : null;
  });
  return {
    formally: formally === question ? null : formally,
    formal: [...new Set(formal)].join(' '),
    participants: [...new Set(participants)].join(' '),
    aliases: [...new Set(aliases)].filter((word) => !formal.includes(word)).join(' '),
  };
}
