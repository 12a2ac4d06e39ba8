import type { ChatSettings } from '../../../src/adapters/langchain/chat-model.js';
import type { FakeOpenAi } from '../../fakes/openai/index.js';

export const key = 'sk-live-0123456789abcdef';

/** For servers that are silent on purpose. */
export const hasty = { timeoutMs: 1500, silenceMs: 400 };

/** Settings that repeat at once, and are patient enough for a busy machine. */
export function settingsFor(server: Pick<FakeOpenAi, 'url'>, more: Partial<ChatSettings> = {}) {
  return {
    baseUrl: server.url,
    apiKey: key,
    model: 'gpt-test',
    timeoutMs: 10_000,
    silenceMs: 8_000,
    retryDelayMs: 20,
    ...more,
  } satisfies ChatSettings;
}
