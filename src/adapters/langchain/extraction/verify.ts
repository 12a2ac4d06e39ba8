import type { Accord } from '../../../domain/accord.js';
import type { Article } from '../../../domain/article.js';
import { type Claim, type ClaimKind, isJoining } from '../../../domain/claim.js';
import { type DateSpan, parseSpan } from '../../../domain/partial-date.js';
import type { Participant } from '../../../domain/participant.js';
import { visibleText } from '../../../domain/visible-text.js';
import type { NamedKind, NameIndex, NameMatch } from '../../../language/names.js';
import { checkSentence } from '../../../language/support/check-sentence.js';
import { readDates } from '../../../language/support/read-dates.js';
import type { ExtractedCount } from '../../../ports/claim-extractor.js';
import { quoteFinder, withLeadIn } from './locate-quote.js';
import type { ProposedClaim, ProposedCount } from './proposals.js';
import { kindFor, statementsOf } from './statements.js';

/** What names are held against. */
export interface ModelExtractionWorld {
  readonly names: NameIndex;
  /** Participant by id; undefined for ids it does not know. */
  readonly participants: (id: string) => Participant | undefined;
  readonly accords: readonly Accord[];
}

/** Words by which a sentence tells what need not be so; what it says of others is then no fact. */
const doubtful =
  /\b(?:false|untrue|fake|myth|hoax|rumou?rs?|alleged(?:ly)?|wrongly|incorrectly|nobody|no one|neither|den(?:y|ies|ied)|if|unless|whether|would|could|should|must|might)\b/i;
/** Not the month. */
const permitting = /\bmay\b/;

/** Stands for the one participant that was named before. */
const pronoun =
  /^(?:It|They|The (?:country|state|government|company|firm|group|organi[sz]ation))\b/;

/** The one thing that a name names, the whole of it; null where it may be several or is none. */
function resolve(name: string, kind: NamedKind, names: NameIndex): string | null {
  const bare = name.replace(/^the /i, '');
  const [match, ...rest] = names.find(bare);
  if (!match || rest.length > 0 || match.kind !== kind || match.ids.length !== 1) return null;
  return match.end - match.start >= bare.length - 1 ? (match.ids[0] ?? null) : null;
}

/** Where a text names it. */
function naming(id: string, text: string, names: NameIndex): NameMatch | undefined {
  return names.find(text).find((match) => match.ids.length === 1 && match.ids[0] === id);
}

/** The participant that a sentence takes up by a pronoun: the only one named before it. */
function takenUp(
  id: string,
  sentence: string,
  around: string,
  names: NameIndex,
): NameMatch | undefined {
  if (!pronoun.test(sentence)) return undefined;
  const before = names
    .find(around.slice(0, around.length - sentence.length))
    .filter(({ kind }) => kind === 'participant');
  return before.every(({ ids }) => ids.length === 1 && ids[0] === id) ? before[0] : undefined;
}

function isDoubtful(kind: ClaimKind, sentence: string): boolean {
  const deed = isJoining(kind) || kind === 'withdrew';
  return deed && (doubtful.test(sentence) || permitting.test(sentence));
}

/** The date, where a source states it, as exactly or more; null where none does. */
function statedDate(date: string | null, sources: readonly string[]): DateSpan | null {
  const span = date === null ? null : parseSpan(date);
  if (!span?.earliest || !span.latest) return null;
  const { earliest, latest } = span;
  const stated = sources.some((source) =>
    readDates(source).some(({ spans }) =>
      spans.some(
        (one) =>
          one.earliest !== null &&
          one.latest !== null &&
          earliest <= one.earliest &&
          one.latest <= latest,
      ),
    ),
  );
  return stated ? span : null;
}

/** Holds what a model proposes for an article against the article. */
export function verifier(article: Article, world: ModelExtractionWorld) {
  const { names } = world;
  const accords = new Map(world.accords.map((accord) => [accord.id, accord]));
  const find = quoteFinder(article.text);
  const published = article.published === null ? null : parseSpan(article.published);

  /** The accord, where the article is about it or the sentence names it. */
  function accordOf(name: string, around: string): Accord | null {
    const id = resolve(name, 'accord', names);
    const accord = id === null ? undefined : accords.get(id);
    if (!accord) return null;
    const told = naming(accord.id, around, names) ?? naming(accord.id, article.title, names);
    return told || article.accord === accord.id ? accord : null;
  }

  return {
    /** The claim with its verbatim sentence; null where the article does not carry it. */
    claim(proposal: ProposedClaim): Claim | null {
      const range = find(proposal.quote);
      if (!range) return null;
      const quote = article.text.slice(range.start, range.end);
      const sentence = visibleText(quote);
      const around = visibleText(withLeadIn(article.text, range));
      const accord = accordOf(proposal.accord, around);
      const id = resolve(proposal.participant, 'participant', names);
      const participant = id === null ? undefined : world.participants(id);
      if (!accord || !participant) return null;
      const { type } = participant;
      if (accord.admits.length > 0 && !accord.admits.includes(type)) return null;
      const kind = kindFor(proposal.action, accord);
      const named = naming(participant.id, sentence, names);
      const told = named ?? takenUp(participant.id, sentence, around, names);
      if (!kind || !told || isDoubtful(kind, sentence)) return null;
      const written = naming(accord.id, around, names)?.text ?? accord.short;
      const text = named ? sentence : sentence.replace(pronoun, told.text);
      const source = { text, title: article.title };
      const carried = statementsOf(proposal.action, told.text, written).some(
        (statement) =>
          checkSentence(statement, [{ ...source, published: article.published }], { names })
            .carried,
      );
      if (!carried) return null;
      const date = statedDate(proposal.date, [quote, article.text]);
      const latest = article.updated ?? article.published;
      const before = latest === null ? null : (parseSpan(latest)?.latest ?? null);
      const ahead = date?.earliest && before !== null && date.earliest > before;
      const standing = kind === 'absent' || kind === 'undecided';
      const bounded = kind !== 'announced' && kind !== 'declined' && before !== null;
      const open = bounded ? { earliest: null, latest: before } : null;
      return {
        accord: accord.id,
        participant: { id: participant.id, name: participant.name, type },
        kind,
        on: standing || ahead ? null : (date ?? open),
        effective: null,
        reported: kind === 'absent' ? (date ?? published) : published,
        confidence: named ? 'medium' : 'low',
        note: null,
        provenance: {
          by: 'article',
          article: article.path,
          line: null,
          start: range.start,
          end: range.end,
          quote,
          url: article.url,
          published: article.published,
        },
      };
    },

    /** The figure with its verbatim sentence; null where the sentence does not give it. */
    count(proposal: ProposedCount): ExtractedCount | null {
      const range = find(proposal.quote);
      if (!range) return null;
      const quote = article.text.slice(range.start, range.end);
      const accord = accordOf(proposal.accord, withLeadIn(article.text, range));
      const figures = quote.match(/\d+(?:[,.  ]\d{3})*(?!\d)/g) ?? [];
      const given = figures.some((one) => Number(one.replace(/\D/g, '')) === proposal.count);
      const says = (words: string) => quote.toLowerCase().includes(words.toLowerCase());
      if (!accord || !given || !says(proposal.unit)) return null;
      const { count, unit, qualifier } = proposal;
      const kept = qualifier !== null && says(qualifier) ? qualifier : null;
      return { accord: accord.id, count, qualifier: kept, unit, quote };
    },
  };
}
