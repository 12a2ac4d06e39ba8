import type { Article } from '../../domain/article.js';
import type { AccordProfile } from './accord-words.js';
import type { AccordMention, Group } from './pieces.js';
import { genericNouns, treatyNouns } from './vocabulary.js';

/** What has been spoken of so far in an article. */
export interface Discourse {
  readonly profiles: readonly AccordProfile[];
  /** The accord that the article is about: by its folder, its title, or what it names most. */
  readonly about: string | null;
  /** Accords of the sentence before, in order. */
  before: readonly AccordMention[];
  /** The accord named last. */
  last: AccordMention | null;
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
  if (noun === 'accords') return profile.nouns.has('accord') || profile.nouns.has('agreement');
  if (noun === 'coalition' || noun === 'partnership') {
    return profile.accord.kind === 'membership-initiative';
  }
  return profile.accord.description.toLowerCase().includes(noun);
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
  const fits = (mention: AccordMention): boolean => {
    if (mention.id === null) return noun !== null && mention.noun === noun && mention.named;
    const profile = profileOfId(discourse, mention.id);
    return profile !== undefined && (noun === null || nounFits(profile, noun));
  };
  const local = [...earlier].reverse().find(fits);
  if (local) return local.id;
  const about = profileOfId(discourse, discourse.about);
  const recent = discourse.before.filter(fits);
  const aboutFits = about !== undefined && (noun === null || nounFits(about, noun));
  if (
    recent.length > 0 &&
    !(aboutFits && recent.some((mention) => mention.id === discourse.about))
  ) {
    return recent[0]?.id ?? null;
  }
  if (aboutFits) return discourse.about;
  return discourse.last && fits(discourse.last) ? discourse.last.id : null;
}

/** Ids of accords in the order in which a text names them, each as often as it does. */
export type AccordsNamed = (text: string) => readonly string[];

function mostNamed(ids: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  return ranked[0]?.[0] ?? null;
}

export function openDiscourse(
  article: Article,
  profiles: readonly AccordProfile[],
  named: AccordsNamed,
): Discourse {
  const about = mostNamed(named(article.title)) ?? article.accord ?? mostNamed(named(article.text));
  return { profiles, about, before: [], last: null, actors: null, people: new Map() };
}
