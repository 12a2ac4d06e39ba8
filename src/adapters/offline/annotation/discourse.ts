import type { Article } from '../../../domain/article.js';
import type { Act } from '../events/sentence.js';
import { type AccordProfile, accordAmong } from './accord-words.js';
import { accordsNamed } from './annotate-names.js';
import type { Lexicon } from './lexicon.js';
import type { AccordMention, Group } from './pieces.js';
import { accordNouns, genericNouns, treatyNouns } from './vocabulary.js';

/** What has been spoken of so far in an article. */
export interface Discourse {
  readonly profiles: readonly AccordProfile[];
  /** The accord that the article is about: by its folder, its title, or what it names most. */
  readonly about: string | null;
  /** The title is about an agreement of another name: "the pact" is that one unless told anew. */
  elsewhere: boolean;
  /** False where no name, only its description tells what the article is about. */
  readonly certain: boolean;
  /** Accords of the sentence before, in order. */
  before: readonly AccordMention[];
  /** The accord named last. */
  last: AccordMention | null;
  /** In the first sentences, which speak of "a new cybersecurity pact" before they name it. */
  lead: boolean;
  /** The accord of which the sentence before told an act. */
  told: string | null;
  /** Numbers of takers of part told so far: "34 firms signed", for "the 34 firms include". */
  readonly counted: Map<number, { readonly accord: string; readonly act: Act }>;
  /** Two that were named together last, for "both countries". */
  pair: Group | null;
  /** Who acted last, for "they" and "both countries". */
  actors: Group | null;
  /** People by surname: Macron → FRA. */
  readonly people: Map<string, string>;
}

export function profileOfId(discourse: Discourse, id: string | null): AccordProfile | undefined {
  return discourse.profiles.find((profile) => profile.accord.id === id);
}

/** Whether a noun can stand for the accord: "the treaty" is no political declaration. */
export function nounFits(profile: AccordProfile, noun: string): boolean {
  if (profile.nouns.has(noun)) return true;
  if (treatyNouns.has(noun)) return profile.accord.kind === 'treaty';
  if (genericNouns.has(noun)) return true;
  if (noun === 'accords' || noun === 'agreements') return profile.nouns.has('accords');
  if (noun === 'coalition' || noun === 'partnership') {
    return profile.accord.kind === 'membership-initiative';
  }
  return profile.accord.description.toLowerCase().includes(noun);
}

/** "The Protocol" beside a convention: an accord spoken of has the noun in its own name. */
function ownsNoun(
  discourse: Discourse,
  noun: string | null,
  earlier: readonly AccordMention[],
): boolean {
  if (noun === null || !treatyNouns.has(noun)) return false;
  const ids = [...earlier, ...discourse.before, discourse.last].map((mention) => mention?.id);
  return [...ids, discourse.about].some((id) => {
    return id !== null && id !== undefined && profileOfId(discourse, id)?.nouns.has(noun) === true;
  });
}

/**
 * The accord that "the declaration" or "it" (`noun` null) means: one named before it in the
 * sentence, in the sentence before, the subject of the article, or the one named last. A foreign
 * agreement of the same noun that was named more recently gives null.
 */
export function antecedent(
  discourse: Discourse,
  noun: string | null,
  earlier: readonly AccordMention[],
): string | null {
  const exact = ownsNoun(discourse, noun, earlier);
  const fitting = (profile: AccordProfile): boolean =>
    noun === null || (exact ? profile.nouns.has(noun) : nounFits(profile, noun));
  const fits = (mention: AccordMention): boolean => {
    if (mention.id === null) return noun === null || (mention.noun === noun && mention.named);
    const profile = profileOfId(discourse, mention.id);
    return profile !== undefined && fitting(profile);
  };
  const local = [...earlier].reverse().find(fits);
  if (local) return local.id;
  if (discourse.elsewhere) return null;
  if (noun === null && discourse.told !== null) return discourse.told;
  const about = profileOfId(discourse, discourse.about);
  const recent = discourse.before.filter((mention) => mention.id !== null && fits(mention));
  const aboutFits = about !== undefined && fitting(about);
  if (
    recent.length > 0 &&
    !(aboutFits && recent.some((mention) => mention.id === discourse.about))
  ) {
    return recent[0]?.id ?? null;
  }
  if (aboutFits) return discourse.about;
  return discourse.last && fits(discourse.last) ? discourse.last.id : null;
}

/** Heads of state and government that news names without their office. */
const leaders: readonly (readonly [string, string])[] = [
  ['trump', 'USA'],
  ['biden', 'USA'],
  ['obama', 'USA'],
  ['macron', 'FRA'],
  ['modi', 'IND'],
  ['putin', 'RUS'],
  ['ardern', 'NZL'],
];

function mostNamed(ids: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  return ranked[0]?.[0] ?? null;
}

/** Lengths of text that are looked at in turn: what stands first tells most. */
const openings = [200, 400, 600];

/** Accord that the title and the first lines describe without its name: "Paris … AI … declaration". */
function described(article: Article, profiles: readonly AccordProfile[]): string | null {
  for (const length of openings) {
    const text = `${article.title} ${article.text.slice(0, length)}`.toLowerCase();
    const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
    const id = words.some((word) => accordNouns.has(word)) ? accordAmong(profiles, words) : null;
    if (id !== null) return id;
  }
  return null;
}

export function openDiscourse(article: Article, lexicon: Lexicon): Discourse {
  const { profiles } = lexicon;
  const named = (text: string) => mostNamed(accordsNamed(text, lexicon));
  const about = named(article.title) ?? article.accord ?? named(article.text);
  return {
    profiles,
    about: about ?? described(article, profiles),
    certain: about !== null,
    elsewhere: false,
    before: [],
    last: null,
    lead: false,
    told: null,
    counted: new Map(),
    pair: null,
    actors: null,
    people: new Map(leaders),
  };
}
