import { AccordError } from '../domain/errors.js';
import { editDistance } from '../language/edit-distance.js';
import type { NameIndex } from '../language/names.js';

/** What a name is looked up in. */
interface Shelf {
  readonly index: NameIndex;
  readonly kind: 'accord' | 'bloc' | 'participant';
  /** By id. */
  readonly known: ReadonlyMap<string, { readonly name: string } | { readonly short: string }>;
}

function called(shelf: Shelf, id: string): string {
  const one = shelf.known.get(id);
  return one === undefined ? id : 'name' in one ? one.name : one.short;
}

/** The one suggestion that is an edit or two away; null where none is, or two are as near. */
function nearest(shelf: Shelf, text: string): string | null {
  const limit = text.length >= 7 ? 2 : text.length >= 4 ? 1 : 0;
  const far = limit + 1;
  const typed = text.toLowerCase();
  const near = shelf.index
    .suggest(text, { kind: shelf.kind, limit: 5 })
    .map(({ id, name }) => ({ id, edits: editDistance(typed, name.toLowerCase(), limit) }))
    .filter(({ edits }) => edits < far)
    .sort((a, b) => a.edits - b.edits);
  const [first, second] = near;
  return first && first.edits !== second?.edits ? first.id : null;
}

/** Ids of names that go on as typed. */
function completions(shelf: Shelf, text: string): readonly string[] {
  if (text.length < 4) return [];
  const typed = text.toLowerCase();
  return shelf.index
    .suggest(text, { kind: shelf.kind, limit: 5 })
    .filter(({ id, name }) => name.toLowerCase().startsWith(typed) && shelf.known.has(id))
    .map(({ id }) => id);
}

function ambiguous(shelf: Shelf, text: string, ids: readonly string[]): AccordError {
  const candidates = ids.map((id) => ({ id, name: called(shelf, id) }));
  const names = candidates.map(({ id, name }) => (name === id ? id : `${name} (${id})`));
  return new AccordError('not-found', `"${text}" can mean ${names.join(' or ')}. Say which.`, {
    facts: { kind: shelf.kind, text, candidates },
  });
}

/**
 * The id that a name or id stands for, slips of spelling allowed. Throws `not-found` with the
 * nearest names, or with those that an ambiguous name can mean, as `candidates` in its facts.
 */
export function resolve(
  index: NameIndex,
  kind: Shelf['kind'],
  known: Shelf['known'],
  text: string,
): string {
  const shelf: Shelf = { index, kind, known };
  const asked = text.trim();
  if (known.has(asked)) return asked;
  const folded = [...known.keys()].find((id) => id.toLowerCase() === asked.toLowerCase());
  if (folded !== undefined) return folded;
  const match = index
    .find(asked, { fuzzy: true })
    .find((one) => one.kind === kind && one.end - one.start >= asked.length - 4);
  const ids = match?.ids.filter((id) => known.has(id)) ?? [];
  const [only] = ids;
  const going = match?.exact === true ? [] : completions(shelf, asked);
  if (going.length === 1 && going[0] !== undefined) return going[0];
  if (going.length === 0) {
    if (only !== undefined && ids.length === 1) return only;
    if (ids.length > 1) throw ambiguous(shelf, asked, ids);
    const slip = nearest(shelf, asked);
    if (slip !== null && known.has(slip)) return slip;
  }
  const near = index.suggest(asked, { kind, limit: 3 });
  const all = kind === 'participant' ? [] : [...known.keys()].sort();
  const hint =
    near.length > 0
      ? ` Nearest: ${near.map(({ id }) => (kind === 'participant' ? called(shelf, id) : id)).join(', ')}.`
      : all.length > 0
        ? ` There are: ${all.join(', ')}.`
        : '';
  throw new AccordError('not-found', `There is no ${kind} "${asked}".${hint}`, {
    facts: { kind, text: asked, candidates: near },
  });
}
