import type { Accord } from '../../domain/accord.js';
import type { Article } from '../../domain/article.js';
import { type Bloc, membersOn } from '../../domain/bloc.js';
import { type Claim, type ClaimKind, type Confidence, isJoining } from '../../domain/claim.js';
import type { DateSpan } from '../../domain/partial-date.js';
import type { Member, MemberById } from './annotation/pieces.js';
import { kindOf } from './claim-kinds.js';
import type { EventDates } from './dating.js';
import type { SentenceEvent } from './events/sentence.js';

/** The words that bear a claim; offsets are null for a headline that is not in the text. */
export interface Quote {
  readonly text: string;
  readonly start: number | null;
  readonly end: number | null;
}

export interface ClaimContext {
  readonly article: Article;
  /** When the article came out; null when undated. */
  readonly published: DateSpan | null;
  /** When it was last edited: until then an undated act may have been written in. */
  readonly updated: DateSpan | null;
  readonly memberOf: MemberById;
}

function blocMembers(bloc: Bloc, day: string | null, memberOf: MemberById): readonly Member[] {
  const ids =
    day === null
      ? bloc.members.filter((each) => each.to === null).map((each) => each.id)
      : membersOn(bloc, day);
  return ids.flatMap((id) => memberOf(id) ?? []);
}

/** Words by which a sentence speaks of an absence that may be over. */
const bygone =
  /\b(?:at first|initially|originally|at (?:the|that) time|previously|at (?:its|the) launch|at launch|until|back then|for (?:nearly |almost |about |over )?\w+ years)\b/i;

/** When it was done: the date told, else some day until the article came out or was last edited. */
function timeOf(kind: ClaimKind, dates: EventDates, context: ClaimContext): DateSpan | null {
  if (kind === 'absent' || kind === 'undecided') return null;
  const latest = context.updated?.latest ?? context.published?.latest ?? null;
  if (dates.on) {
    const ahead = latest !== null && dates.on.earliest !== null && dates.on.earliest > latest;
    return ahead ? null : dates.on;
  }
  if (kind === 'announced' || kind === 'declined' || latest === null) return null;
  return { earliest: null, latest };
}

/** Written before anybody could take part: it is of another accord. */
function isBefore({ opened }: Accord, event: SentenceEvent, published: DateSpan | null): boolean {
  const since = !/^(?:adopt|launch|promote)$/.test(event.act) && event.deed === 'did';
  return since && opened !== null && (published?.latest ?? opened) < opened;
}

/** A day before the opening belongs to something else that the sentence tells. */
function withoutEarlier(accord: Accord, event: SentenceEvent, dates: EventDates): EventDates {
  const { opened } = accord;
  const early = opened !== null && event.deed === 'did' && (dates.on?.latest ?? opened) < opened;
  return early ? { ...dates, on: null } : dates;
}

/** What came after publication was told when the article was updated. */
function reportedOf(on: DateSpan | null, { published, updated }: ClaimContext): DateSpan | null {
  const later = on?.earliest && published?.latest && on.earliest > published.latest;
  return later && updated ? updated : published;
}

/** The claims of one event, one for each participant that it names. */
export function claimsOf(
  event: SentenceEvent,
  accord: Accord,
  told: EventDates,
  quote: Quote,
  context: ClaimContext,
): readonly Claim[] {
  const { article, published, memberOf } = context;
  if (isBefore(accord, event, published)) return [];
  const dates = withoutEarlier(accord, event, told);
  const meaning = kindOf(event, accord);
  const { group } = event;
  const confidence: Confidence =
    event.doubtful || group.legislature || quote.start === null ? 'low' : 'medium';
  const claim = (member: Member, kind: ClaimKind, note: string | null): Claim => {
    const over = event.past === true || bygone.test(quote.text);
    const before = over ? { earliest: accord.opened, latest: published?.latest ?? null } : null;
    const vouched = kind === 'absent' ? (dates.vouched ?? dates.on ?? before) : null;
    const on = timeOf(kind, dates, context);
    return {
      accord: accord.id,
      participant: member,
      kind,
      on,
      effective: kind === 'withdrew' ? dates.effective : null,
      reported: vouched ?? reportedOf(on, context),
      confidence,
      note,
      provenance: {
        by: 'article',
        article: article.path,
        line: null,
        start: quote.start,
        end: quote.end,
        quote: quote.text,
        url: article.url,
        published: article.published,
      },
    };
  };
  const admitted = (member: Member) =>
    accord.admits.length === 0 || accord.admits.includes(member.type);
  const day = dates.on?.latest ?? published?.latest ?? accord.opened;
  const excluded = new Set(group.excluded.map((member) => member.id));
  const whole = group.blocs.flatMap((bloc) => blocMembers(bloc, day, memberOf));
  const taking = [...group.members, ...whole].filter(
    (member) => admitted(member) && !excluded.has(member.id),
  );
  const claims = meaning ? taking.map((member) => claim(member, meaning.kind, meaning.note)) : [];
  if (event.deed !== 'did' || event.act === 'leave') return claims;
  const inside = new Set(taking.map((member) => member.id));
  const rest =
    group.onlyOf && group.members.length > 0 ? blocMembers(group.onlyOf, day, memberOf) : [];
  const outside = [...group.excluded, ...rest.filter((member) => !inside.has(member.id))].filter(
    admitted,
  );
  return [...claims, ...outside.map((member) => claim(member, 'absent', null))];
}

function rank(claim: Claim): number {
  const dated = claim.on !== null && claim.on.earliest !== null ? 4 : 0;
  const sure = { high: 2, medium: 1, low: 0 }[claim.confidence];
  return dated + sure;
}

function sameTime(a: Claim, b: Claim): boolean {
  const exact = (span: DateSpan | null) => span !== null && span.earliest !== null;
  if (!exact(a.on) || !exact(b.on)) return true;
  const [first, second] = [a.on, b.on];
  return (
    !!first &&
    !!second &&
    (first.earliest ?? '') <= (second.latest ?? '9999') &&
    (second.earliest ?? '') <= (first.latest ?? '9999')
  );
}

/** Each claim once: the best dated and surest of those that say the same. */
export function withoutRepeats(claims: readonly Claim[]): readonly Claim[] {
  const kept: Claim[] = [];
  for (const claim of claims) {
    const index = kept.findIndex(
      (other) =>
        other.accord === claim.accord &&
        other.participant.id === claim.participant.id &&
        other.kind === claim.kind &&
        sameTime(other, claim),
    );
    const known = kept[index];
    if (!known) kept.push(claim);
    else if (rank(claim) > rank(known)) kept[index] = claim;
  }
  return kept;
}

/**
 * An article that tells both that a participant joined and that it had not, or meant to, tells them
 * of different times: what it had not done was so at some time between the opening and the joining;
 * an intention that was carried out falls away.
 */
export function inOrderOfTime(
  claims: readonly Claim[],
  accords: ReadonlyMap<string, Accord>,
): readonly Claim[] {
  const joined = (claim: Claim) =>
    claims.find(
      (other) =>
        other.accord === claim.accord &&
        other.participant.id === claim.participant.id &&
        other.confidence !== 'low' &&
        isJoining(other.kind),
    );
  return claims.flatMap((claim) => {
    if (claim.kind !== 'absent' && claim.kind !== 'announced') return [claim];
    const later = joined(claim);
    if (!later || claim.note !== null) return [claim];
    if (claim.kind === 'announced') return [];
    const earliest = accords.get(claim.accord)?.opened ?? null;
    return [
      {
        ...claim,
        reported: { earliest, latest: later.on?.latest ?? claim.reported?.latest ?? null },
      },
    ];
  });
}
