import { createMemoryUsage } from './adapters/memory/usage-ledger.js';
import type { Config } from './config.js';
import type { Logger } from './ports/logger.js';
import type { UsageLedger } from './ports/state/usage-ledger.js';
import { createBreaker } from './use-cases/model/breaker.js';
import { createBudget } from './use-cases/model/budget.js';
import { createAnswerCache, type ModelDesk } from './use-cases/model/model-desk.js';

/**
 * The language model with its bounds; null where none is configured. Its libraries take a while to
 * load, so that happens only where there is one. Nothing is asked before the first question.
 */
export async function composeModel(
  { model: config }: Pick<Config, 'model'>,
  logger: Logger,
  ledger: UsageLedger = createMemoryUsage(),
): Promise<ModelDesk | null> {
  if (config === null) return null;
  const [{ createOpenAiAnswerer }, { createOpenAiQuestionReader }] = await Promise.all([
    import('./adapters/langchain/openai-answerer.js'),
    import('./adapters/langchain/openai-question-reader.js'),
  ]);
  const { name: model, temperature, answerTokens, deadlineMs } = config;
  const onNotice = (notice: string) => logger.warn(notice);
  const connection = {
    baseUrl: config.url?.reveal() ?? null,
    apiKey: config.key?.reveal() ?? null,
    timeoutMs: deadlineMs,
    silenceMs: Math.min(20_000, deadlineMs * 0.7),
    model,
    temperature,
  };
  return {
    answerer: createOpenAiAnswerer({ ...connection, maxTokens: answerTokens }),
    reader: config.reads
      ? createOpenAiQuestionReader({ ...connection, timeoutMs: Math.min(8_000, deadlineMs) })
      : null,
    budget: createBudget({ ledger, limits: config.limits, now: () => new Date(), onNotice }),
    breaker: createBreaker(() => performance.now()),
    deadlineMs,
    cache: createAnswerCache(),
    onNotice,
  };
}
