export { calls, type Saying, says } from './chat.js';
export { embeds } from './embeddings.js';
export type { FakeReply, FakeRequest } from './exchange.js';
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
export { type FakeOpenAi, type Script, startFakeOpenAi } from './server.js';
