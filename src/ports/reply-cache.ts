/** Keeps what a server was paid for, so that the same is never paid for twice. */
export interface ReplyCache {
  /** Null where nothing is kept under the key, or it cannot be read. Never rejects. */
  find(key: string): Promise<string | null>;
  /** Never rejects: what cannot be kept is paid for again, no more. */
  keep(key: string, reply: string): Promise<void>;
}
