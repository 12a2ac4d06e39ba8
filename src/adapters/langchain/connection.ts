/** Where an OpenAI-compatible server is and how patiently it is asked. */
export interface ModelConnection {
  /**
   * Base URL such as "http://127.0.0.1:11434/v1"; null for OpenAI's own. Azure's is
   * "https://NAME.openai.azure.com/openai/v1". Credentials in it become a header, a query goes with
   * every request.
   */
  readonly baseUrl: string | null;
  /** Null for servers that ask for none; nothing is taken from the environment in its place. */
  readonly apiKey: string | null;
  /** Until an answer is whole, repetitions included. @default 30000 */
  readonly timeoutMs?: number | undefined;
  /** Longest silence of a server that was asked, before the first piece and between pieces. @default 20000 */
  readonly silenceMs?: number | undefined;
  /** Further attempts after 429, 5xx and connections that failed. @default 2 */
  readonly retries?: number | undefined;
  /** Wait before the first of them, doubled before each further one. @default 500 */
  readonly retryDelayMs?: number | undefined;
}

const official = 'https://api.openai.com/v1';
/** The client insists on some key. */
const noKey = 'none';

function basic(url: URL): string | null {
  if (url.username === '' && url.password === '') return null;
  const plain = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return `Basic ${Buffer.from(plain).toString('base64')}`;
}

/** The base URL as an error may show it: no credentials, no query. */
export function addressOf({ baseUrl }: ModelConnection): string {
  const url = new URL(baseUrl ?? official);
  return `${url.origin}${url.pathname}`.replace(/\/$/, '');
}

/**
 * Options of the client with everything named that it would else take from the environment: key,
 * address, organisation, project, log.
 */
export function clientOptions(connection: ModelConnection) {
  const { baseUrl, apiKey } = connection;
  const url = new URL(baseUrl ?? official);
  const credentials = apiKey === null ? basic(url) : null;
  const azure = /\.azure\.com$/.test(url.hostname) && apiKey !== null;
  return {
    apiKey: apiKey ?? noKey,
    adminAPIKey: null,
    webhookSecret: null,
    baseURL: addressOf(connection),
    organization: null,
    project: null,
    logLevel: 'off' as const,
    maxRetries: 0,
    defaultQuery: Object.fromEntries(url.searchParams),
    defaultHeaders: {
      ...(credentials === null ? {} : { authorization: credentials }),
      ...(azure ? { 'api-key': apiKey } : {}),
    },
  };
}

/** What no message may hold. */
export function secretsIn({ baseUrl, apiKey }: ModelConnection): readonly string[] {
  const url = new URL(baseUrl ?? official);
  const parts = [
    apiKey,
    url.password,
    decodeURIComponent(url.password),
    ...url.searchParams.values(),
  ];
  return parts.filter((part): part is string => part !== null && part.length >= 6);
}
