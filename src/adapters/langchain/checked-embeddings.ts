import { type OpenAIClient, OpenAIEmbeddings } from '@langchain/openai';
import { clientOptions } from './connection.js';
import { type Asked, rubbish } from './failures.js';

type Request = OpenAIClient.EmbeddingCreateParams;
type Response = OpenAIClient.CreateEmbeddingResponse;

/**
 * LangChain takes vectors in the order and number that they come; these are put in order, and
 * refused where there are not as many as texts.
 */
class CheckedEmbeddings extends OpenAIEmbeddings {
  readonly #asked: Asked;

  constructor(asked: Asked, dimensions: number | null, signal: AbortSignal) {
    const { maxRetries, ...configuration } = clientOptions(asked);
    super({
      model: asked.model,
      apiKey: configuration.apiKey,
      maxRetries,
      stripNewLines: false,
      // Some servers ignore that the client wants base64, and it does not notice.
      encodingFormat: 'float',
      ...(dimensions === null ? {} : { dimensions }),
      batchSize: Number.MAX_SAFE_INTEGER,
      // LangChain passes no signal on.
      configuration: { ...configuration, fetch: (url, init) => fetch(url, { ...init, signal }) },
    });
    this.#asked = asked;
  }

  protected override async embeddingWithRetry(request: Request): Promise<Response> {
    const response = await super.embeddingWithRetry(request);
    const wanted = Array.isArray(request.input) ? request.input.length : 1;
    const data: unknown = response?.data;
    if (!Array.isArray(data) || data.length !== wanted) {
      const found = Array.isArray(data) ? data.length : 'no';
      throw rubbish(this.#asked, `sent ${found} vectors for ${wanted} texts.`);
    }
    return { ...response, data: response.data.toSorted((a, b) => a.index - b.index) };
  }
}

/** One vector a text, in order, by one request. `dimensions` null asks for none. */
export async function requestVectors(
  asked: Asked,
  dimensions: number | null,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<readonly (readonly number[])[]> {
  const vectors = await new CheckedEmbeddings(asked, dimensions, signal).embedDocuments([...texts]);
  const numeric = (value: unknown) => (typeof value === 'number' ? value : Number.NaN);
  return vectors.map((vector) => (Array.isArray(vector) ? vector.map(numeric) : []));
}
