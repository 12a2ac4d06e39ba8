import { actOf } from './acts.js';
import type { Alignment } from './align.js';
import { type Item, keyAt } from './items.js';
import type { Reading } from './read-source.js';
import { isStopWord } from './stems.js';
import type { Fault } from './types.js';
import { isDenial, type Modality, verbGroup } from './verb-groups.js';

const modal =
  /^(?:to|must|shall|should|will|would|may|might|can|could|not|never|be|cannot|also|only|still)$/;

/** Words that a reading denies, and those that it tells plainly, by stem. */
interface Stance {
  readonly denied: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
  readonly denies: boolean;
  /** Words further behind a denial, which it may or may not reach. */
  readonly near: ReadonlySet<string>;
  /** Verbs right behind a modal, with its modality; other words count as done. */
  readonly modal: ReadonlyMap<string, ReadonlySet<Modality>>;
}

const scope = 3;
const farther = 9;

/** Places of content that a denial reaches: the next few words of its clause. */
function deniedPlaces(items: readonly Item[], reach: number): ReadonlySet<number> {
  const places = new Set<number>();
  for (const start of items.keys()) {
    if (!isDenial(items, start)) continue;
    let count = 0;
    for (let at = start + 1; at < items.length && count < reach; at += 1) {
      const item = items[at];
      if (/^(?:[;:.,]|but|although|while)$/.test(keyAt(items, at))) break;
      if (item?.kind !== 'word' || isStopWord(item.key)) continue;
      places.add(at);
      count += 1;
    }
  }
  return places;
}

const stances = new WeakMap<Reading, Stance>();

/** Read once for each sentence of a source. */
function stanceOf(reading: Reading): Stance {
  const found = stances.get(reading) ?? readStance(reading);
  stances.set(reading, found);
  return found;
}

function readStance({ items }: Reading): Stance {
  const places = deniedPlaces(items, scope);
  const far = deniedPlaces(items, farther);
  const denied = new Set<string>();
  const plain = new Set<string>();
  const modals = new Map<string, Set<Modality>>();
  for (const [place, item] of items.entries()) {
    if (item.kind !== 'word' || isStopWord(item.key) || actOf(item.key)?.strict) continue;
    (places.has(place) ? denied : plain).add(item.stem);
    const direct = modal.test(keyAt(items, place - 1));
    const known = modals.get(item.stem) ?? new Set();
    known.add(direct ? verbGroup(items, place).modality : 'did');
    modals.set(item.stem, known);
  }
  const near = new Set([
    ...deniedSubjects(items),
    ...[...far].flatMap((at) => {
      const item = items[at];
      return item?.kind === 'word' ? [item.stem] : [];
    }),
  ]);
  return { denied, plain, near, denies: items.some((_, at) => isDenial(items, at)), modal: modals };
}

const auxiliary = /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|may|must)$/;

/** Stems of the subject of a denied verb: "fishing boats are not covered" denies of the boats. */
function deniedSubjects(items: readonly Item[]): readonly string[] {
  const found: string[] = [];
  for (const place of items.keys()) {
    if (keyAt(items, place) !== 'not' || !auxiliary.test(keyAt(items, place - 1))) continue;
    for (let at = place - 2; at >= 0; at -= 1) {
      const item = items[at];
      const key = keyAt(items, at);
      if (auxiliary.test(key) || /^[;:,.]$/.test(key) || actOf(key)?.strict) break;
      if (item?.kind === 'word') found.push(item.stem);
    }
  }
  return found;
}

const modalWords: readonly (readonly [Modality, RegExp, RegExp])[] = [
  [
    'will',
    /^(?:will|would)$/,
    /^(?:plans?|planned|planning|intends?|intended|expect\w*|going|announced?|follow)$/,
  ],
  [
    'may',
    /^(?:may|might|could|can)$/,
    /^(?:allow\w*|permit\w*|possibl[ey]|likely|able|free|leaves|lets)$/,
  ],
  ['must', /^(?:must|shall)$/, /^(?:requir\w*|oblig\w*|mandatory|binds?|have|has|needs?|needed)$/],
  ['should', /^(?:should|ought)$/, /^(?:ask\w*|urg\w*|recommend\w*|encourag\w*|call\w*|expected)$/],
];

/** Modals of a sentence that no aligned sentence has, in these or other words. */
function strangeModals(sentence: Reading, sources: readonly Reading[]): readonly string[] {
  const told = sources.flatMap((one) =>
    one.items.flatMap((item) => (item.kind === 'word' ? [item.key] : [])),
  );
  return modalWords.flatMap(([modality, own, others]) => {
    const said = sentence.items.some((item) => item.kind === 'word' && own.test(item.key));
    return said && !told.some((key) => own.test(key) || others.test(key)) ? [modality] : [];
  });
}

const doubt =
  /\b(?:reportedly|allegedly|supposedly|rumou?red|unconfirmed|apparently|possibly|perhaps|probably|is said to|are said to)\b/i;

/** Doubt that a source has about words of the sentence, and that the sentence leaves out. */
function doubtLost(sentence: Reading, source: Reading): string | null {
  const found = doubt.exec(source.text);
  if (!found || doubt.test(sentence.text)) return null;
  const after = source.items.filter((item) => item.start > found.index).slice(1, 8);
  const said = after.filter(
    (item) => item.kind === 'word' && !isStopWord(item.key) && sentence.stems.has(item.stem),
  );
  return said.length > 0 ? found[0] : null;
}

/** A thing told as certain may not be owed or wished only, nor the other way round. */
function fits(said: Modality, told: ReadonlySet<Modality>): boolean {
  if (told.has(said)) return true;
  if (said === 'open') return told.has('should') || told.has('will') || told.has('did');
  return told.has('open') && (said === 'should' || said === 'did');
}

/**
 * Words that a source denies, or tells only as possible, wished or owed, must be told so; doubt
 * must be kept.
 */
export function checkStance(sentence: Reading, { best, around }: Alignment): readonly Fault[] {
  const said = stanceOf(sentence);
  const near = best.map(stanceOf);
  const told = [...near, ...around.map(stanceOf)];
  const faults: Fault[] = [];
  faults.push(
    ...strangeModals(sentence, [...best, ...around]).map(
      (text): Fault => ({ kind: 'modality', text }),
    ),
  );
  const negative = sentence.events.some((event) => event.negated);
  for (const text of said.plain) {
    if (text === 'list') continue;
    const plain = told.some((one) => one.plain.has(text));
    if (
      !(negative && !said.denies) &&
      !said.near.has(text) &&
      !plain &&
      near.some((one) => one.denied.has(text))
    )
      faults.push({ kind: 'negation', text });
  }
  for (const text of said.denied) {
    const known = near.some((one) => one.plain.has(text));
    if (known && !told.some((one) => one.denies)) faults.push({ kind: 'negation', text });
  }
  for (const [text, modalities] of said.modal) {
    const known = new Set(told.flatMap((one) => [...(one.modal.get(text) ?? [])]));
    if (known.size === 0) continue;
    for (const modality of modalities)
      if (!fits(modality, known)) faults.push({ kind: 'modality', text });
  }
  const lost = best[0] && doubtLost(sentence, best[0]);
  if (lost) faults.push({ kind: 'modality', text: lost });
  return faults;
}
