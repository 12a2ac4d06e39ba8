import { buildNameIndex } from '../../../src/language/name-index.js';
import type { NamedEntry } from '../../../src/language/names.js';
import type { QuestionContext } from '../../../src/language/question/reading.js';
import { namedEntries } from '../../../src/use-cases/knowledge.js';
import { shippedCorpus } from '../../fakes/shipped-corpus.js';

/** What questions are read against with the names of the corpus that ships. */
export async function shippedContext(): Promise<QuestionContext> {
  const { content, directory } = await shippedCorpus();
  const blocs = content.blocs.map(
    ({ id, name, aliases }): NamedEntry => ({ kind: 'bloc', id, names: [id, name, ...aliases] }),
  );
  const regions = directory.regions.map(
    ({ id, name, aliases }): NamedEntry => ({ kind: 'region', id, names: [name, ...aliases] }),
  );
  const demonyms = directory.states.map(
    ({ id }): NamedEntry => ({
      kind: 'participant',
      id,
      names: directory.demonyms.get(id) ?? [],
    }),
  );
  return {
    names: buildNameIndex(namedEntries(content)),
    groups: buildNameIndex([...blocs, ...regions]),
    demonyms: buildNameIndex(demonyms),
    today: '2026-08-01',
    defaultAccord: 'paris-call',
  };
}
