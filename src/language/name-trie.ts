import { type CaseContext, caseAllows } from './name-case.js';
import type { NameForm } from './name-forms.js';
import { isRunScript } from './name-words.js';
import type { NamedKind } from './names.js';

interface TrieNode {
  readonly children: Map<string, TrieNode>;
  readonly forms: NameForm[];
}

export interface NameTrie {
  readonly root: TrieNode;
}

/** A stretch of words that names something. `first` and `end` count words, end excluded. */
export interface WordMatch {
  readonly first: number;
  readonly end: number;
  readonly kind: NamedKind;
  readonly ids: readonly string[];
  /** Words whose spelling had to be corrected. */
  readonly corrections: number;
  /** One of them is a word as it stands. */
  readonly risky: boolean;
}

/** Another spelling under which a word may be looked up. */
export interface Correction {
  readonly key: string;
  /**
   * `sure` stands alone; `short` words need another word of the name to vouch for them; `word` is
   * English or part of a name as it stands, needs the same, and never breaks up an exact match.
   */
  readonly trust: 'sure' | 'short' | 'word';
}

export type Corrections = (place: number) => readonly Correction[];

function emptyNode(): TrieNode {
  return { children: new Map(), forms: [] };
}

export function emptyTrie(): NameTrie {
  return { root: emptyNode() };
}

/** Adds forms to a trie; many may be added bit by bit. */
export function addForms({ root }: NameTrie, forms: readonly NameForm[]): void {
  for (const form of forms) {
    let node = root;
    for (const key of form.keys) {
      let next = node.children.get(key);
      if (!next) {
        next = emptyNode();
        node.children.set(key, next);
      }
      node = next;
    }
    node.forms.push(form);
  }
}

/** What may stand between two words of one name. */
function gapAllows(context: CaseContext, place: number, loose: boolean): boolean {
  const previous = context.words[place - 1];
  const next = context.words[place];
  if (!previous || !next) return false;
  const gap = context.text.slice(previous.end, next.start);
  if (gap.length > 4 || /\n\s*\n|[!?;:"“”]/.test(gap)) return false;
  if (gap.includes('.') && previous.text.length > 3) return false;
  return loose || !/[,()]/.test(gap);
}

function runAllows(context: CaseContext, first: number, end: number): boolean {
  const start = context.words[first];
  if (start?.joined) return false;
  const last = context.words[end - 1];
  const next = context.words[end];
  return !(last && next?.joined && isRunScript(last.text) && isRunScript(next.text));
}

const order: readonly NamedKind[] = ['participant', 'accord', 'bloc', 'region'];

/** The reading of the forms that end at one place: strong before weak, participants first. */
function choose(
  forms: readonly NameForm[],
  prefersBloc: boolean,
): { readonly kind: NamedKind; readonly ids: readonly string[] } | null {
  const strong = forms.filter((form) => !form.weak);
  const candidates = strong.length > 0 ? strong : forms;
  const kinds = order.filter((kind) => candidates.some((form) => form.kind === kind));
  const kind = prefersBloc && kinds.includes('bloc') ? 'bloc' : kinds[0];
  if (kind === undefined) return null;
  const ids = candidates.filter((form) => form.kind === kind).map((form) => form.id);
  return { kind, ids: [...new Set(ids)].sort() };
}

const groupWord =
  /^(?:members?|states?|countr(?:y|ies)|nations?|governments?|capitals|allies|partners|mitgliedstaaten|lander|staaten|estados|paises|etats|pays|stati|paesi)$/;
const groupBefore =
  /^(?:members?|states|countries|nations|governments|membres?|miembros|membri|pays|paises|paesi|stati|estados|etats)$/;
const linking = /^(?:in|of|from|the|within|inside|across|de|del|della|des|du|la|l|dell)$/;

/** "EU states", "countries in the EU": the members are meant rather than the union. */
function readsAsBloc(context: CaseContext, first: number, end: number): boolean {
  const { words } = context;
  if (groupWord.test(words[end]?.key ?? '')) return true;
  let place = first - 1;
  while (place > first - 4 && linking.test(words[place]?.key ?? '')) place -= 1;
  if (place === first - 1 || !groupBefore.test(words[place]?.key ?? '')) return false;
  return !context.text.slice(words[place]?.end ?? 0, words[first]?.start ?? 0).includes(',');
}

/** How far a walk down the trie has come. */
interface Walk {
  readonly node: TrieNode;
  readonly place: number;
  readonly corrections: number;
  readonly risky: boolean;
  /** A corrected word needs another one of the name to vouch for it. */
  readonly doubtful: boolean;
  /** A word of four letters or more stands as the name has it. */
  readonly anchored: boolean;
  readonly loose: boolean;
  /** False right after a skipped "the": no name ends with it. */
  readonly ends: boolean;
}

function formsAt(walk: Walk, context: CaseContext, first: number): readonly NameForm[] {
  const { place, corrections, anchored, loose } = walk;
  if (walk.doubtful && !anchored) return [];
  return walk.node.forms.filter((form) => {
    if ((loose && !form.loose) || (!walk.ends && !form.endsInThe)) return false;
    if (corrections === 0) return caseAllows(form, context, first, place);
    return form.accented === null && (form.rule === 'any' || (form.rule === 'proper' && anchored));
  });
}

function stepsFrom(walk: Walk, context: CaseContext, first: number, correct: Corrections | null) {
  const { node, place } = walk;
  const word = context.words[place];
  if (!word || (place > first && !gapAllows(context, place, true))) return [];
  const loose = walk.loose || (place > first && !gapAllows(context, place, false));
  const next = { ...walk, place: place + 1, loose, ends: true };
  const steps: Walk[] = place > first && word.key === 'the' ? [{ ...next, ends: false }] : [];
  for (const key of [word.key, ...word.variants]) {
    const child = node.children.get(key);
    if (child) steps.push({ ...next, node: child, anchored: walk.anchored || key.length >= 4 });
  }
  for (const { key, trust } of correct?.(place) ?? []) {
    const child = node.children.get(key);
    if (!child) continue;
    const corrections = walk.corrections + 1;
    const risky = walk.risky || trust === 'word';
    const doubtful = walk.doubtful || trust !== 'sure';
    steps.push({ ...next, node: child, corrections, risky, doubtful });
  }
  return steps;
}

/** The longest name that begins with the word at `first`; null when none does. */
export function longestMatch(
  trie: NameTrie,
  context: CaseContext,
  first: number,
  correct: Corrections | null,
): WordMatch | null {
  let best: WordMatch | null = null;
  const start = { node: trie.root, place: first, corrections: 0, risky: false, doubtful: false };
  const pending: Walk[] = [{ ...start, anchored: false, loose: false, ends: true }];
  for (let walk = pending.pop(); walk; walk = pending.pop()) {
    const { place, corrections } = walk;
    const better: boolean =
      !best || place > best.end || (place === best.end && corrections < best.corrections);
    if (place > first && better && runAllows(context, first, place)) {
      const chosen = choose(formsAt(walk, context, first), readsAsBloc(context, first, place));
      if (chosen) best = { first, end: place, corrections, risky: walk.risky, ...chosen };
    }
    pending.push(...stepsFrom(walk, context, first, correct));
  }
  return best;
}
