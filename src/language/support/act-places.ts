import { type Act, actOf, following, isNominal } from './acts.js';
import { type Item, keyAt } from './items.js';
import { isStopWord } from './stems.js';

function isParty(items: readonly Item[], place: number): boolean {
  const key = keyAt(items, place);
  if (key !== 'party' && key !== 'parties') return false;
  return (
    keyAt(items, place + 1) === 'to' || /^(?:a|not|full|contracting)$/.test(keyAt(items, place - 1))
  );
}

/** "on the list", "among the signatories", "the list names". */
function isListed(items: readonly Item[], place: number): boolean {
  const key = keyAt(items, place);
  const nearby = [1, 2, 3, 4].map((step) => keyAt(items, place + step));
  if (key === 'on') return nearby.slice(0, 3).includes('list') || nearby[0] === 'it';
  if (key === 'among') {
    return nearby.some((each) => /^(?:signatories|supporters|members|parties|member)$/.test(each));
  }
  return /^(?:include|includes|names)$/.test(key) && listBefore(items, place);
}

/** "the only state", "Only France"; not "ratified it only in 2025". */
function singlesOut(items: readonly Item[], place: number): boolean {
  return keyAt(items, place - 1) === 'the' || items[place + 1]?.kind === 'name';
}

const behindSubject =
  /^(?:and|who|which|that|has|have|had|was|were|been|not|never|it|they|he|she|also|reportedly|,)$/;

/** Any other verb that says what a name does or did, by its stem: "lobbied", "pays". */
function anyVerb(
  items: readonly Item[],
  place: number,
): { readonly act: Act; readonly strict: boolean; readonly flips: boolean } | null {
  const item = items[place];
  if (item?.kind !== 'word' || isStopWord(item.key)) return null;
  const before = items[place - 1];
  const named = before?.kind === 'name' && !before.demonym && !before.accord;
  const past =
    /^\p{Ll}{3,}ed$/u.test(item.key) && (named || behindSubject.test(keyAt(items, place - 1)));
  const present =
    named &&
    /^\p{Ll}{2,}[^s]s$/u.test(item.key) &&
    !/^(?:members|states|countries|nations|governments|companies|officials)$/.test(item.key);
  const verb = (past || present) && !/^(?:as|under)$/.test(keyAt(items, place + 1));
  return verb ? { act: `v:${item.stem}`, strict: false, flips: false } : null;
}

/** "outside the treaty", "outside it"; "outside Europe" tells of no accord. */
function outsideText(items: readonly Item[], place: number): boolean {
  const at = keyAt(items, place + 1) === 'the' ? place + 2 : place + 1;
  const item = items[at];
  if (item?.kind === 'name') return item.accord;
  return /^(?:it|both|accords?|convention|treaty|call|agreement|pact|[.;,])$/.test(
    keyAt(items, at),
  );
}

function listBefore(items: readonly Item[], place: number): boolean {
  return items.slice(Math.max(0, place - 9), place).some((_, index, all) => {
    const at = place - all.length + index;
    return keyAt(items, at) === 'list';
  });
}

/** The act that a place tells of; `flips` where it is told by its absence. */
export function kindAt(
  items: readonly Item[],
  place: number,
): { readonly act: Act; readonly strict: boolean; readonly flips: boolean } | null {
  const item = items[place];
  if (item?.kind !== 'word') return null;
  if (isParty(items, place)) return { act: 'party', strict: true, flips: false };
  if (isListed(items, place)) return { act: 'listed', strict: true, flips: false };
  if (item.key === 'join' || /^joined$/.test(item.key)) {
    if ([1, 2].some((step) => keyAt(items, place + step) === 'signatories')) return null;
  }
  if (item.key === 'away' && /^stay/.test(keyAt(items, place - 1))) return null;
  if (item.key === 'led' && keyAt(items, place - 1) === '-') return null;
  if (/^leads?$/.test(item.key) && keyAt(items, place - 1) === '-') {
    return { act: 'co-lead', strict: false, flips: false };
  }
  const known = actOf(item.key);
  if (item.key === 'followed' && items[place - 1]?.kind === 'name') {
    return { act: following, strict: false, flips: false };
  }
  if (item.key === 'only' && !singlesOut(items, place)) return null;
  if (!known) return anyVerb(items, place);
  if (item.key === 'outside' && !outsideText(items, place)) return null;
  if (known.act === 'absent') return { act: 'listed', strict: true, flips: true };
  if (known.act === 'effect' && !/^(?:into|in|take|takes|took|the)$/.test(keyAt(items, place - 1)))
    return known.act === 'effect' ? null : { ...known, flips: false };
  return { ...known, flips: false };
}

/** "signed an agreement": a text that has no name here. */
export function otherText(items: readonly Item[], place: number): boolean {
  return (
    /^(?:a|an|other|another)$/.test(keyAt(items, place + 1)) &&
    /^(?:sign|signs|signed|signing|ratified|joined)$/.test(keyAt(items, place))
  );
}

/** "gave notice of its withdrawal", "announced its exit": not done by that. */
export function planned(items: readonly Item[], place: number): boolean {
  return [1, 2, 3].some((step) =>
    /^(?:notice|announced|announces|plans|planned|intention|recommended|considers)$/.test(
      keyAt(items, place - step),
    ),
  );
}

/** "support" and "notice" are nouns behind "its" or before "for". */
export function isNoun(items: readonly Item[], place: number): boolean {
  const key = keyAt(items, place);
  if (isNominal(key)) return true;
  if (!/^(?:support|notice)$/.test(key)) return false;
  return (
    /^(?:its|their|his|her|the|of|no|without)$/.test(keyAt(items, place - 1)) ||
    /^(?:for|of)$/.test(keyAt(items, place + 1))
  );
}
