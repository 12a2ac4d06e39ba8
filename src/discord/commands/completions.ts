import type { ChatVisit } from './chat-command.js';
import type { Described } from './described.js';
import { given } from './given.js';
import { type Completion, mostCompletions } from './option.js';

type Kind = 'accord' | 'participant' | 'bloc';

const suggested =
  (kind: Kind): Completion =>
  (typed, { application }) =>
    application.suggest(kind, typed, mostCompletions);

export const accords = suggested('accord');
export const participants = suggested('participant');
export const blocs = suggested('bloc');

/**
 * What an option names: what was chosen of its completions or, when somebody typed without choosing,
 * the only completion that there is. Null when it was left out.
 */
export async function meant(
  { interaction, services }: Pick<ChatVisit, 'interaction' | 'services'>,
  kind: Kind,
  option: Described,
): Promise<string | null> {
  const typed = given(interaction, option);
  if (typed === null) return null;
  const [only, ...others] = await services.application.suggest(kind, typed, 2);
  return only !== undefined && others.length === 0 ? only.id : typed;
}

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
