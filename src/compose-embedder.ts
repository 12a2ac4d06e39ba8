import { createOpenAiEmbedder } from './adapters/langchain/openai-embedder.js';
import { createMiniLmEmbedder } from './adapters/minilm/minilm-embedder.js';
import { checkModelFiles } from './adapters/minilm/model-check.js';
import type { Config } from './config.js';
import type { Check } from './domain/reports.js';
import type { Embedder } from './ports/embedder.js';
import type { Logger } from './ports/logger.js';

/** Someone waits for an answer; the patience with passages is the adapter's own. */
const questionMs = 15_000;

/**
 * The embedder that is configured, and what `doctor` can say of it without asking a server. Nothing
 * is loaded before it is used.
 */
export function composeEmbedder(
  config: Pick<Config, 'embedding' | 'modelCache' | 'embedderPrecision' | 'threads'>,
  logger: Logger,
): { readonly embedder: Embedder; readonly check: () => readonly Check[] } {
  const { embedding } = config;
  if (embedding === null) {
    const embedder = createMiniLmEmbedder({
      cacheFolder: config.modelCache,
      precision: config.embedderPrecision,
      threads: config.threads ?? undefined,
      onNotice: (notice) => logger.warn(notice),
    });
    return { embedder, check: checkModelFiles };
  }
  const embedder = createOpenAiEmbedder({
    baseUrl: embedding.url?.reveal() ?? null,
    apiKey: embedding.key?.reveal() ?? null,
    model: embedding.name,
    dimensions: embedding.dimensions,
    connectionVariables: embedding.variables,
    timeoutMs: questionMs,
    silenceMs: questionMs * 0.7,
  });
  const detail = `${embedder.id}, by a server; it is asked when there is something to embed`;
  return { embedder, check: () => [{ name: 'embedder', state: 'ok', detail }] };
}
