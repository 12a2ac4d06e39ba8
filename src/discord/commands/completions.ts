import { type Completion, mostCompletions } from './option.js';

const suggested =
  (kind: 'accord' | 'participant' | 'bloc'): Completion =>
  (typed, { application }) =>
    application.suggest(kind, typed, mostCompletions);

export const accords = suggested('accord');
export const participants = suggested('participant');
export const blocs = suggested('bloc');

/** True when the words typed stand somewhere in the text, in any case. */
function holds(text: string, typed: string): boolean {
  const words = typed.toLowerCase().split(/\s+/);
  return words.every((word) => text.toLowerCase().includes(word));
}

/** Snapshots, the newest first, told by id and moment. */
export const snapshots: Completion = async (typed, { application }) =>
  (await application.snapshots())
    .map(({ id, createdAt }) => ({
      id,
      name: `${id} · ${createdAt.slice(0, 16).replace('T', ' ')}`,
    }))
    .filter(({ name }) => holds(name, typed))
    .slice(0, mostCompletions);

/** Files of the corpus. */
export const files: Completion = async (typed, { stewardship }) =>
  (await stewardship.files())
    .filter((path) => holds(path, typed))
    .map((path) => ({ id: path, name: path }));
