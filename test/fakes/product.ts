import { createLexicalIndexFactory } from '../../src/adapters/bm25/lexical-index.js';
import { statesDirectory } from '../../src/adapters/countries/states-directory.js';
import { createFileSnapshotStore } from '../../src/adapters/files/snapshots/snapshot-store.js';
import { createExactVectorStore } from '../../src/adapters/memory/exact-vector-store.js';
import type { CorpusContent } from '../../src/ports/corpus-source.js';
import type { Embedder } from '../../src/ports/embedder.js';
import {
  type ApplicationTools,
  createApplication,
} from '../../src/use-cases/create-application.js';
import { temporaryFolder } from '../contracts/temporary-folder.js';
import { memoryCorpus } from './corpus.js';
import { type FakeEmbedder, fakeEmbedder } from './embedder.js';
import { fakeExtractor } from './extractor.js';

/**
 * The product over a corpus in memory, with its snapshots in a folder that goes with the test unless it is given. On
 * 1 August 2026; the Harbour Call is meant where a question names no accord.
 */
export function productOf(
  content: CorpusContent,
  overrides: Partial<ApplicationTools> & { readonly embedder?: Embedder } = {},
  folder = temporaryFolder(),
) {
  const corpus = memoryCorpus(content);
  const embedder: FakeEmbedder = fakeEmbedder();
  const vectorStore = createExactVectorStore();
  const tools: ApplicationTools = {
    corpus,
    reference: null,
    directory: statesDirectory(),
    embedder,
    extractorFor: () => fakeExtractor,
    lexicalIndexes: createLexicalIndexFactory(),
    vectorStoreFor: () => vectorStore,
    vectorStoreNamed: () => vectorStore,
    snapshots: createFileSnapshotStore({ folder }),
    now: () => new Date('2026-08-01T12:00:00Z'),
    defaultAccord: 'harbour',
    minConfidence: 0.5,
    checks: async () => [],
    ...overrides,
  };
  return { corpus, embedder, folder, tools, application: createApplication(tools) };
}
