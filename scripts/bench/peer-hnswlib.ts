import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Build, documentsOf, KnownVectors, limit } from './peer-libraries.js';

/** What is used of `HNSWLib`, whose package is not among ours. */
interface GraphStore {
  addVectors(vectors: readonly (readonly number[])[], documents: readonly object[]): Promise<void>;
  similaritySearchVectorWithScore(
    vector: readonly number[],
    limit: number,
  ): Promise<readonly (readonly [{ readonly metadata: { readonly index: number } }, number])[]>;
  save(folder: string): Promise<void>;
}

/**
 * `HNSWLib` of @langchain/community, where `folder` has that package installed: what it brings along
 * asks for Node 22, so it cannot be a dependency here. Its files are its size; they are read again
 * from the disk.
 */
export function hnswLibFrom(folder: string): Build {
  return async (set, vectors) => {
    const from = createRequire(join(folder, 'package.json'));
    const { HNSWLib } = from('@langchain/community/vectorstores/hnswlib');
    const settings = { space: 'cosine', numDimensions: vectors[0]?.length ?? 0 };
    const store: GraphStore = new HNSWLib(new KnownVectors(), settings);
    await store.addVectors(
      vectors.map((vector) => Array.from(vector)),
      documentsOf(set),
    );
    const kept = mkdtempSync(join(tmpdir(), 'accord-hnswlib-'));
    await store.save(kept);
    return {
      ask: async (_, vector) =>
        (await store.similaritySearchVectorWithScore(Array.from(vector), limit)).map(
          ([document]) => document.metadata.index,
        ),
      kept: {
        size: () =>
          readdirSync(kept).reduce((sum, name) => sum + statSync(join(kept, name)).size, 0),
        load: async () => {
          const loaded: GraphStore = await HNSWLib.load(kept, new KnownVectors());
          rmSync(kept, { recursive: true });
          return loaded;
        },
      },
    };
  };
}
