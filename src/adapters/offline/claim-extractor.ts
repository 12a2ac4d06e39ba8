import type { Accord } from '../../domain/accord.js';
import type { Article } from '../../domain/article.js';
import type { Claim } from '../../domain/claim.js';
import { type DateSpan, parseSpan } from '../../domain/partial-date.js';
import type { ClaimExtractor, ExtractedCount, Extraction } from '../../ports/claim-extractor.js';
import { annotate, mentionsIn } from './annotation/annotate.js';
import { type Discourse, openDiscourse } from './annotation/discourse.js';
import { type Lexicon, lexiconOf } from './annotation/lexicon.js';
import { asGroup, type Piece } from './annotation/pieces.js';
import { apart, datesOf } from './dating.js';
import {
  type ClaimContext,
  claimsOf,
  inOrderOfTime,
  type Quote,
  withoutRepeats,
} from './event-claims.js';
import { isMark, isOblique, type SentenceEvent } from './events/sentence.js';
import { eventsIn, opensList } from './events/sentence-events.js';
import { joins } from './events/verbs.js';
import type { ExtractionWorld } from './world.js';
import { sentencesOf } from './wrapped-sentences.js';

interface Reading {
  readonly claims: Claim[];
  readonly counts: ExtractedCount[];
  /** Told last, for "India did not" and for lists that follow. */
  previous: SentenceEvent | null;
  list: { readonly events: readonly SentenceEvent[]; readonly start: number } | null;
}

function countOf(event: SentenceEvent, quote: string): readonly ExtractedCount[] {
  const { count } = event.group;
  if (!count || event.deed !== 'did' || !joins(event.act) || event.negated) return [];
  return [
    {
      accord: event.accord,
      count: count.value,
      qualifier: count.qualifier,
      unit: count.unit,
      quote,
    },
  ];
}

/** The one group that a line of a list names; null for a line that says more. */
function listed(pieces: readonly Piece[]): ReturnType<typeof asGroup> {
  const rest = pieces.filter(
    (piece) => !isMark(piece.code) && !/^(?:the|and|of)$/.test(piece.code),
  );
  const group = asGroup(rest[0]);
  return rest.length === 1 && group && group.members.length > 0 ? group : null;
}

function followed(
  pieces: readonly Piece[],
  discourse: Discourse,
  events: readonly SentenceEvent[],
): void {
  const mentions = mentionsIn(pieces);
  const own = mentions.filter((mention) => mention.id !== null);
  if (mentions.length > 0) discourse.before = mentions;
  discourse.last = own.at(-1) ?? discourse.last;
  discourse.told = events.at(-1)?.accord ?? null;
  const acting = events.filter((event) => event.group.members.length > 0).at(-1)?.group;
  const first = pieces.findIndex(
    (piece, place) => asGroup(piece)?.members.length && !isOblique(pieces, place),
  );
  const every = pieces.flatMap((piece) => {
    const group = asGroup(piece);
    return group && group.members.length > 0 ? [group] : [];
  });
  const only = every.length === 1 ? every[0] : undefined;
  discourse.pair = every.filter((group) => group.members.length === 2).at(-1) ?? discourse.pair;
  for (const { accord, act, deed, negated, group } of events) {
    const count = deed === 'did' && !negated && joins(act) ? group.count : null;
    if (count) discourse.counted.set(count.value, { accord, act });
  }
  discourse.actors = acting ?? asGroup(pieces[first]) ?? only ?? discourse.actors;
}

/** Day from which relative dates are reckoned; null when the year alone is known, or nothing. */
function referenceDay(published: DateSpan | null): string | null {
  if (!published?.earliest || !published.latest) return null;
  return published.earliest.slice(0, 7) === published.latest.slice(0, 7) ? published.latest : null;
}

function reader(
  accords: ReadonlyMap<string, Accord>,
  lexicon: Lexicon,
  article: Article,
  discourse: Discourse,
) {
  const published = article.published === null ? null : parseSpan(article.published);
  const updated = article.updated === null ? null : parseSpan(article.updated);
  const context: ClaimContext = { article, published, updated, memberOf: lexicon.memberOf };
  const reading: Reading = { claims: [], counts: [], previous: null, list: null };

  function take(
    event: SentenceEvent,
    pieces: readonly Piece[],
    events: readonly SentenceEvent[],
    quote: Quote,
  ): void {
    const accord = accords.get(event.accord);
    if (!accord) return;
    const guessed = !discourse.certain && event.accord === discourse.about;
    const told = guessed ? { ...event, doubtful: true } : event;
    const each = apart(pieces, told) ?? [{ event: told, dates: datesOf(pieces, event, events) }];
    for (const one of each) {
      reading.claims.push(...claimsOf(one.event, accord, one.dates, quote, context));
    }
  }

  return {
    reading,
    read(sentence: string, start: number | null): void {
      if (/\?["”’)]*$/.test(sentence)) return;
      const pieces = annotate(
        sentence,
        lexicon,
        discourse,
        referenceDay(published),
        start === null,
      );
      const group = reading.list && start !== null ? listed(pieces) : null;
      if (group && reading.list && start !== null) {
        const end = start + sentence.length;
        const from = end - reading.list.start > 1_200 ? start : reading.list.start;
        const quote = { text: article.text.slice(from, end), start: from, end };
        for (const event of reading.list.events) {
          take({ ...event, group, doubtful: false }, [], [], quote);
        }
        return;
      }
      const events = eventsIn(pieces, discourse, reading.previous);
      const quote = { text: sentence, start, end: start === null ? null : start + sentence.length };
      for (const event of events) {
        take(event, pieces, events, quote);
        if (start !== null) reading.counts.push(...countOf(event, sentence));
      }
      const last = events.at(-1) ?? null;
      reading.list =
        last && start !== null && /:$/.test(sentence) && opensList(last)
          ? { events: events.filter((event) => event.group.open), start }
          : null;
      reading.previous = last;
      followed(pieces, discourse, events);
    },
  };
}

/** Where the first two hundred letters after the headline's line end. */
function leadEnd(text: string): number {
  const line = text.indexOf('\n');
  return (line < 0 || line > 200 ? 0 : line) + 200;
}

/** The headline named another agreement and none of the corpus. */
function isAboutAnother(discourse: Discourse): boolean {
  const { before } = discourse;
  return (
    before.some((mention) => mention.id === null && mention.named) &&
    before.every((mention) => mention.id === null)
  );
}

/** Headline claims count only for those of whom the text says nothing. */
function withHeadline(body: readonly Claim[], headline: readonly Claim[]): readonly Claim[] {
  const told = new Set(body.map((claim) => `${claim.accord} ${claim.participant.id}`));
  return [
    ...body,
    ...headline.filter((claim) => !told.has(`${claim.accord} ${claim.participant.id}`)),
  ];
}

/**
 * Reads claims by rules for the turns of phrase of news, sentence by sentence. Deterministic and
 * offline; an article of 1,000 words takes some 20 ms.
 */
export function createOfflineExtractor(world: ExtractionWorld): ClaimExtractor {
  const lexicon = lexiconOf(world);
  const accords = new Map(world.accords.map((accord) => [accord.id, accord]));

  return {
    id: 'offline-4',
    extract(article: Article): Promise<Extraction> {
      const discourse = openDiscourse(article, lexicon);
      const headline = reader(accords, lexicon, article, discourse);
      headline.read(article.title, null);
      discourse.elsewhere = isAboutAnother(discourse);
      const body = reader(accords, lexicon, article, discourse);
      const opening = leadEnd(article.text);
      for (const { start, end } of sentencesOf(article.text)) {
        discourse.lead = discourse.certain && start < opening;
        body.read(article.text.slice(start, end), start);
      }
      const told = withoutRepeats(body.reading.claims);
      const claims = withHeadline(told, withoutRepeats(headline.reading.claims));
      return Promise.resolve({
        claims: inOrderOfTime(claims, accords),
        counts: body.reading.counts,
      });
    },
  };
}
