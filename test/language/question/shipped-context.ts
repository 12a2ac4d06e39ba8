import { buildNameIndex } from '../../../src/language/name-index.js';
import type { QuestionContext } from '../../../src/language/question/reading.js';
import { demonymEntries, groupEntries, namedEntries } from '../../../src/use-cases/knowledge.js';
import { shippedCorpus } from '../../fakes/shipped-corpus.js';

/** What questions are read against with the names of the corpus that ships. */
export async function shippedContext(): Promise<QuestionContext> {
  const { content, directory } = await shippedCorpus();
  return {
    names: buildNameIndex(namedEntries(content)),
    groups: buildNameIndex(groupEntries(content.blocs, directory)),
    demonyms: buildNameIndex(demonymEntries(directory)),
    today: '2026-08-01',
    defaultAccord: 'paris-call',
  };
}
