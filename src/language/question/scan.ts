import type { NameMatch } from '../names.js';
import { capitalsIn } from './capitals.js';
import { foldKeepingLength } from './fold.js';
import type { Lexicon, Tag, Tagged } from './lexicon.js';
import { lexicons } from './lexicons.js';
import { type DateMention, dateMentions, type LaunchMention, launchMention } from './moments.js';
import type { QuestionContext } from './reading.js';
import { correctedTag } from './spelling.js';

/** Everything that was recognised in one clause, and what was not. */
export interface Scan {
  readonly text: string;
  readonly folded: string;
  readonly language: string;
  readonly names: readonly NameMatch[];
  readonly groups: readonly NameMatch[];
  readonly demonyms: readonly NameMatch[];
  readonly dates: readonly DateMention[];
  readonly launch: LaunchMention | null;
  readonly ordinal: { readonly value: number; readonly start: number; readonly end: number } | null;
  readonly tags: readonly Tagged[];
  /** Words that nothing explains. */
  readonly leftovers: readonly {
    readonly text: string;
    readonly start: number;
    readonly end: number;
  }[];
}

const mask = '\u00A6';

function covered(spans: readonly { start: number; end: number }[], start: number, end: number) {
  return spans.some((span) => start < span.end && span.start < end);
}

function blank(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  let result = text;
  for (const { start, end } of spans) {
    result = result.slice(0, start) + mask.repeat(end - start) + result.slice(end);
  }
  return result;
}

/** "the 60th signatory", "the 50th country to sign"; a day of the month or an edition is none. */
const ordinals =
  /\b(\d{1,3})(?:st|nd|rd|th)(?= (?:\w+ ){0,2}(?:signator|supporter|member|participant|part(?:y|ies)\b|state|countr|nation|government|compan|to (?:sign|join|support|back|endorse|ratify)))/;

function ordinalIn(folded: string): Scan['ordinal'] {
  const match = ordinals.exec(folded);
  return match
    ? { value: Number(match[1]), start: match.index, end: match.index + match[0].length }
    : null;
}

/** "all 27 EU members", "all three of them": a number that only says how many are named. */
const counts = new RegExp(
  `^(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)(?::| of)? (?:the )?${mask}`,
);

function readWith(lexicon: Lexicon, masked: string): Pick<Scan, 'tags' | 'leftovers'> {
  const tags: Tagged[] = [...lexicon.tag(masked)];
  const rest = blank(masked, tags);
  const leftovers: { text: string; start: number; end: number }[] = [];
  for (const match of rest.matchAll(/[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    if (/^s$/.test(match[0]) && /['\u00A6]/.test(rest[start - 1] ?? '')) continue;
    const all = tags.some((tag) => /\ball$/.test(tag.text) && tag.end === start - 1);
    if (all && counts.test(masked.slice(start))) continue;
    const tag: Tag | null = correctedTag(lexicon, match[0]);
    if (tag) tags.push({ tag, text: match[0], start, end });
    else leftovers.push({ text: match[0], start, end });
  }
  return { tags: tags.sort((a, b) => a.start - b.start), leftovers };
}

const ofThem = (tag: Tagged): Tagged => ({ ...tag, tag: 'filler' });

/** "out of the G20": of its members, and not outside it. */
function partitive(tag: Tagged, groups: readonly NameMatch[], folded: string): boolean {
  if (tag.text !== 'out of') return false;
  const group = groups.find(({ start }) => start >= tag.end);
  return group !== undefined && /^ (?:all )?(?:the )?$/.test(folded.slice(tag.end, group.start));
}

/** Reads names, dates and words of one clause, in the language that explains most of it. */
export function scan(text: string, context: QuestionContext): Scan {
  const folded = foldKeepingLength(text);
  const names = context.names.find(text, { fuzzy: true });
  const groups = context.groups
    .find(text, { fuzzy: true })
    .filter(
      (group) =>
        !names.some(
          (name) =>
            covered([name], group.start, group.end) &&
            (name.kind === 'accord' || name.end - name.start > group.end - group.start),
        ),
    );
  const own = names.filter(
    (name) =>
      !groups.some(
        (group) =>
          covered([group], name.start, name.end) && group.end - group.start > name.end - name.start,
      ),
  );
  const capitals = capitalsIn(text, context.names, [...names, ...groups]);
  const kept = [...own, ...capitals].sort((a, b) => a.start - b.start);
  const taken = [...kept, ...groups];
  const demonyms = context.demonyms.find(text).filter((one) => !covered(taken, one.start, one.end));
  const fixed = [...taken, ...demonyms];
  const launch = launchMention(folded);
  const ordinal = ordinalIn(folded);
  const extra = [...(launch ? [launch] : []), ...(ordinal ? [ordinal] : [])];
  let best: Scan | null = null;
  for (const { language, lexicon } of lexicons) {
    const dates = dateMentions(text, folded, language, context.today).filter(
      (date) => !covered([...fixed, ...extra], date.start, date.end),
    );
    const masked = blank(folded, [...fixed, ...extra, ...dates]);
    const read = readWith(lexicon, masked);
    const tags = read.tags.map((tag) => (partitive(tag, groups, folded) ? ofThem(tag) : tag));
    const left = (one: Pick<Scan, 'leftovers'>) =>
      one.leftovers.reduce((sum, word) => sum + word.text.length, 0);
    const candidate = {
      text,
      folded,
      language,
      names: kept,
      groups,
      demonyms,
      dates,
      launch,
      ordinal,
      ...read,
      tags,
    };
    if (!best || left(candidate) < left(best)) best = candidate;
    if (left(best) === 0) break;
  }
  return (
    best ?? {
      text,
      folded,
      language: 'en',
      names: kept,
      groups,
      demonyms,
      dates: [],
      launch,
      ordinal,
      tags: [],
      leftovers: [],
    }
  );
}
