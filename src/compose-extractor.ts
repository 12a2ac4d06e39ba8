import { statesDirectory } from './adapters/countries/states-directory.js';
import { createFileReplyCache } from './adapters/files/reply-cache/reply-cache.js';
import type { Config } from './config.js';
import type { PaidExtractor } from './ports/paid-extractor.js';
import type { Gathered } from './use-cases/gather.js';
import { readingWorld } from './use-cases/knowledge.js';

/** Nobody waits for an article: a server that is busy is waited for. */
const patient = { timeoutMs: 300_000, silenceMs: 60_000, retries: 5 };

/**
 * The model that reads articles; null where none is to. Its libraries are loaded when there is
 * something to ingest.
 */
export function composeExtractor({
  extraction,
  data,
}: Pick<Config, 'extraction' | 'data'>): ((content: Gathered) => Promise<PaidExtractor>) | null {
  if (extraction === null) return null;
  const { name: model, url, key, temperature, prices } = extraction;
  return async (content) => {
    const { createOpenAiExtractor } = await import('./adapters/langchain/openai-extractor.js');
    const settings = {
      ...patient,
      baseUrl: url?.reveal() ?? null,
      apiKey: key?.reveal() ?? null,
      model,
      modelVariable: 'ACCORD_EXTRACT_MODEL',
      temperature,
      prices,
      replies: createFileReplyCache({ folder: data }),
    };
    return createOpenAiExtractor(settings, readingWorld(content, statesDirectory()));
  };
}
