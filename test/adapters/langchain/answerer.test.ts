import { createOpenAiAnswerer } from '../../../src/adapters/langchain/openai-answerer.js';
import { describeAnswerer } from '../../contracts/answerer.js';
import { refuses, says, startFakeOpenAi } from '../../fakes/openai/index.js';
import { settingsFor } from './settings.js';

describeAnswerer('by an OpenAI-compatible server', async () => {
  const server = await startFakeOpenAi();
  return {
    answerer: createOpenAiAnswerer(settingsFor(server)),
    says(text, pace) {
      if (text === null) server.script(refuses(401));
      else server.script(says(text, pace === 'slow' ? { pauseMs: 30 } : { bytesAtOnce: 7 }));
    },
    given: () => (server.requests.at(-1)?.messages ?? []).map(({ content }) => content).join('\n'),
    close: () => server.close(),
  };
});
