import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLexicalIndexFactory } from './adapters/bm25/lexical-index.js';
import { statesDirectory } from './adapters/countries/states-directory.js';
import { createCrossEncoder } from './adapters/cross-encoder/cross-encoder.js';
import { createFileCorpus } from './adapters/files/corpus/file-corpus.js';
import { createFileSnapshotStore } from './adapters/files/snapshots/snapshot-store.js';
import { createFileVectorCache } from './adapters/files/vector-cache/vector-cache.js';
import { createHnswVectorStore } from './adapters/hnswlib/hnsw-vector-store.js';
import { createIngestProcess } from './adapters/ingest-process/ingest-process.js';
import { createExactVectorStore } from './adapters/memory/exact-vector-store.js';
import { createOfflineExtractor } from './adapters/offline/claim-extractor.js';
import type { Postgres } from './adapters/postgres/postgres.js';
import { composeEmbedder } from './compose-embedder.js';
import { composeExtractor } from './compose-extractor.js';
import type { Config } from './config.js';
import { AccordError } from './domain/errors.js';
import type { IngestRunner } from './ports/ingest-runner.js';
import type { Logger } from './ports/logger.js';
import type { Application } from './use-cases/application.js';
import { createApplication } from './use-cases/create-application.js';
import { runChecks } from './use-cases/doctor.js';
import { readingWorld } from './use-cases/knowledge.js';
import type { ModelDesk } from './use-cases/model/model-desk.js';

/** Definitions of accords, blocs and names that ship with the package. */
const shippedCorpus = fileURLToPath(new URL('../corpus/', import.meta.url));

/** What can be written as JSON and is no secret: those the other process reads for itself. */
function plainSettings(config: Config): unknown {
  const plain = Object.entries(config).filter(([, value]) => Object(value) !== value);
  return Object.fromEntries(plain);
}

/** Does ingests in a process of their own, for this process or for whoever asks. */
export function ingestProcessOf(config: Config): IngestRunner {
  const entry = new URL('./ingest-worker.js', import.meta.url);
  return createIngestProcess({ entry, settings: plainSettings(config) });
}

/** Puts the product together from its adapters. Nothing is opened or loaded before it is used. */
export function compose(
  config: Config,
  logger: Logger,
  options: {
    /** Ingests run in a process of their own, so that this one goes on answering. @default false */
    readonly ingestApart?: boolean;
    /** Writes answers. @default none: sentences of the sources answer */
    readonly model?: ModelDesk | null;
    /** Holds the snapshots. @default none: they are files in the data folder */
    readonly database?: Postgres | null;
  } = {},
): Application {
  const now = () => new Date();
  const directory = statesDirectory();
  const { database = null } = options;
  const [exact, hnsw] = [createExactVectorStore(), createHnswVectorStore()];
  const stores = [exact, hnsw, ...(database ? [database.vectorStore] : [])];
  const sameFolder = resolve(config.corpus) === resolve(shippedCorpus);
  const corpus = createFileCorpus({
    folder: config.corpus,
    maxFileBytes: config.maxFileBytes,
    except: config.data,
  });
  const files = createFileSnapshotStore({ folder: config.data, keep: config.keepSnapshots });
  const snapshots = database?.snapshots ?? files;
  const { embedder, check } = composeEmbedder(config, logger);
  const paidExtractorFor = composeExtractor(config);
  const ingestingApart = () => {
    const apart = ingestProcessOf(config);
    if (config.works) database?.work(apart);
    return { runner: database?.runner ?? apart };
  };
  const application = createApplication({
    corpus,
    reference: sameFolder
      ? null
      : createFileCorpus({ folder: shippedCorpus, maxFileBytes: config.maxFileBytes }),
    directory,
    embedder,
    model: options.model ?? null,
    // Of a server each sentence would be a request that is waited and paid for.
    ...(config.embedding === null ? { similarity: embedder } : {}),
    reranker:
      config.reranker === null ? undefined : createCrossEncoder({ folder: config.reranker }),
    extractorFor: (content) => createOfflineExtractor(readingWorld(content, directory)),
    ...(paidExtractorFor ? { paidExtractorFor } : {}),
    lexicalIndexes: createLexicalIndexFactory({ scorer: database?.wordScorer }),
    vectorStoreFor: (passages) => {
      if (database) return database.vectorStore;
      if (config.vectorStore !== 'auto') return config.vectorStore === 'exact' ? exact : hnsw;
      return passages <= config.exactLimit ? exact : hnsw;
    },
    vectorStoreNamed: (name) => {
      const store = stores.find((one) => one.name === name);
      if (store) return store;
      throw new AccordError(
        'damaged-snapshot',
        `The snapshot's vectors need the store "${name}", which this version lacks. Run "accord ingest" to rebuild them.`,
        { facts: { store: name } },
      );
    },
    snapshots,
    ...(database ? {} : { keeping: files }),
    vectorCache: createFileVectorCache({ folder: config.data }),
    now,
    defaultAccord: config.defaultAccord,
    minConfidence: config.minConfidence,
    onNotice: (notice) => logger.warn(notice),
    ...(options.ingestApart ? ingestingApart() : {}),
    checks: () => runChecks({ corpus, snapshots, embedder, model: check }),
  });
  if (!database) return application;
  return {
    ...application,
    close: async () => {
      await application.close();
      await database.close();
    },
  };
}
