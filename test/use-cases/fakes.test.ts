import { describeEmbedder } from '../contracts/embedder.js';
import { fakeEmbedder } from '../fakes/embedder.js';

// The other tests of this room lean on the fake, so it keeps the promises of the port.
describeEmbedder('fake', () => fakeEmbedder());
