import type { ChatSettings } from '../../../src/adapters/langchain/chat-model.js';
import type { FakeOpenAi } from '../../fakes/openai/index.js';

export const key = 'sk-live-0123456789abcdef';

/** Settings that wait for nothing long. */
export function settingsFor(server: Pick<FakeOpenAi, 'url'>, more: Partial<ChatSettings> = {}) {
  return {
    baseUrl: server.url,
    apiKey: key,
    model: 'gpt-test',
    timeoutMs: 1500,
    silenceMs: 400,
    retryDelayMs: 20,
    ...more,
  } satisfies ChatSettings;
}
