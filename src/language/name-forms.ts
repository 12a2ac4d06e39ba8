import { isCommonWord } from './common-words.js';
import { type NameWord, nameWords } from './name-words.js';
import type { NamedEntry, NamedKind } from './names.js';

/**
 * How a name must be written to count:
 * `code` in capitals only (alpha-3 codes); `acronym` in capitals, or small where it is no English
 * word or its neighbours leave no other reading; `proper` with its capital, or small in a text
 * that has no capitals; `any` in any case.
 */
export type CaseRule = 'code' | 'acronym' | 'proper' | 'any';

export interface NameForm {
  readonly kind: NamedKind;
  readonly id: string;
  readonly keys: readonly string[];
  readonly rule: CaseRule;
  /** Loses to any other reading of the same words. */
  readonly weak: boolean;
  /** The name has commas or brackets inside, so a text may too. */
  readonly loose: boolean;
  readonly endsInThe: boolean;
  /** Short names with accents need them: "Irã" is Iran, "IRA" is not. */
  readonly accented: string | null;
}

const legalForm =
  /^(?:inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|company|gmbh|ag|sa|sas|sarl|spa|srl|bv|nv|ab|oy|oyj|asa|kft|ad|group|groupe|holding|holdings)$/;
const stateId = /^[A-Z]{3}$/;

/** True for the id of a state. */
export function isStateId(id: string): boolean {
  return stateId.test(id);
}

function ruleOf(words: readonly NameWord[], entry: NamedEntry): CaseRule {
  const [first] = words;
  if (words.length === 1 && first) {
    if (/^\p{Lu}{2,5}$/u.test(first.text.replaceAll('.', ''))) return 'acronym';
    if (entry.kind === 'participant' && isCommonWord(first.key)) return 'proper';
    return 'any';
  }
  if (entry.kind !== 'participant' || isStateId(entry.id)) return 'any';
  return words.every((word) => isCommonWord(word.key)) ? 'proper' : 'any';
}

function withoutLegalForm(words: readonly NameWord[]): readonly NameWord[] | null {
  let end = words.length;
  while (end > 1 && legalForm.test(words[end - 1]?.key ?? '')) end -= 1;
  if (end === words.length) return null;
  const rest = words.slice(0, end);
  const letters = rest.reduce((sum, word) => sum + word.key.length, 0);
  return letters > 3 && !rest.every((word) => isCommonWord(word.key)) ? rest : null;
}

function form(
  words: readonly NameWord[],
  name: string,
  entry: NamedEntry,
  weak: boolean,
): NameForm {
  const keys = words.map((word) => word.key);
  const only = words.length === 1 ? words[0] : undefined;
  const needsAccents = only && /^[a-z]{1,4}$/.test(only.key) && /\P{ASCII}/u.test(only.text);
  const accented = only && needsAccents ? only.text.toLowerCase() : null;
  const rule = ruleOf(words, entry);
  const loose = /[,()]/.test(name);
  const endsInThe = /\sthe$/i.test(name);
  return { kind: entry.kind, id: entry.id, keys, rule, weak, loose, endsInThe, accented };
}

/** Every way in which one entry may be written. "the" never counts. */
export function formsOf(entry: NamedEntry): readonly NameForm[] {
  const forms: NameForm[] = [];
  for (const name of entry.names) {
    const words = nameWords(name).filter((word, _, all) => word.key !== 'the' || all.length === 1);
    if (words.length === 0) continue;
    if (isStateId(entry.id) && name === entry.id && entry.kind === 'participant') continue;
    forms.push(form(words, name, entry, false));
    const last = words.at(-1);
    if (entry.kind === 'accord' && last && words.length > 1 && /[a-z]{5}s$/.test(last.key)) {
      const singular = [...words.slice(0, -1), { ...last, key: last.key.slice(0, -1) }];
      forms.push(form(singular, name, entry, false));
    }
    if (entry.kind === 'participant' && !isStateId(entry.id)) {
      const rest = withoutLegalForm(words);
      if (rest) forms.push(form(rest, name, entry, true));
    }
  }
  if (entry.kind === 'participant' && isStateId(entry.id)) {
    const { id } = entry;
    const keys = [id.toLowerCase()];
    const known = forms.some((each) => each.keys.length === 1 && each.keys[0] === keys[0]);
    if (!known) {
      const plain = { weak: true, loose: false, endsInThe: false, accented: null };
      forms.push({ kind: 'participant', id, keys, rule: 'code', ...plain });
    }
  }
  return forms;
}
