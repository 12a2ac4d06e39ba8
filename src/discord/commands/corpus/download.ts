export type Download =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-big' }
  /** Not to be fetched from there, not there, or not in time. */
  | { readonly kind: 'failed'; readonly reason: unknown };

export interface DownloadOptions {
  /** Origins that are trusted besides all of https. */
  readonly origins: readonly string[];
  /** Most bytes. */
  readonly limit: number;
  readonly signal: AbortSignal;
  /** Milliseconds. @default 30_000 */
  readonly timeout?: number;
  readonly fetch?: typeof fetch;
}

/**
 * Downloads a file that a user uploaded. Nothing is followed to another place, and no more than the
 * limit is read, whatever the server says of the size.
 */
export async function download(address: string, options: DownloadOptions): Promise<Download> {
  const { origins, limit, signal, timeout = 30_000, fetch: get = fetch } = options;
  try {
    const url = new URL(address);
    if (url.protocol !== 'https:' && !origins.includes(url.origin)) {
      return { kind: 'failed', reason: `not to be fetched from ${url.origin}` };
    }
    const response = await get(url, {
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return { kind: 'failed', reason: `status ${response.status}` };
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.byteLength;
      // Leaving the loop cancels the rest.
      if (size > limit) return { kind: 'too-big' };
      chunks.push(chunk);
    }
    return { kind: 'file', bytes: Buffer.concat(chunks) };
  } catch (reason) {
    return { kind: 'failed', reason };
  }
}
