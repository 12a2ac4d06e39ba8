export { calls, type Saying, says } from './chat.js';
export { type Embedding, embeds, wordVector } from './embeddings.js';
export type { Exchange, FakeReply, FakeRequest } from './exchange.js';
export {
  breaksOff,
  choosesNothing,
  cuts,
  failsAfter,
  malformed,
  rambles,
  refuses,
  showsPage,
  stalls,
} from './failures.js';
export { type FakeOpenAi, type FakeOpenAiOptions, type Script, startFakeOpenAi } from './server.js';
