/** A row by its columns; numbers above 2^31 and times are asked for as text. */
export type Row = Readonly<Record<string, unknown>>;

/** Statements of one transaction, or outside of any. */
export interface Session {
  /**
   * Placeholders are `$1`…; gives the rows that a `select` or a `returning` gave. Without values the
   * text may be several statements; the last one's rows are given.
   */
  query(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/** A lock that was taken for as long as it is held; null where another has it, with who. */
export type LockTaken =
  | { readonly kind: 'taken'; readonly held: () => boolean; readonly release: () => Promise<void> }
  | { readonly kind: 'refused'; readonly owner: string };

/**
 * A PostgreSQL database, whoever serves it. What cannot be reached throws `state-unavailable`; a
 * statement that was refused throws the server's own error with its `code`.
 *
 * A statement outside a transaction, and a whole transaction, is run again where its connection was
 * lost, also when it may have been carried out already: they have to bear that.
 */
export interface Connection extends Session {
  /** All of the work, or nothing when it throws. `once`: never run again. */
  transaction<T>(
    work: (session: Session) => Promise<T>,
    options?: { readonly once?: boolean },
  ): Promise<T>;
  /**
   * Hands over what is sent to the channel; null when messages may have been missed, which is so
   * after every loss of the connection. Gives what ends it. Never throws: it waits for the server.
   */
  listen(channel: string, onMessage: (payload: string | null) => void): () => Promise<void>;
  /** Takes a lock of the database for this process alone, without waiting. */
  tryLock(key: number): Promise<LockTaken>;
  close(): Promise<void>;
}

/** A text column. Throws for what is none. */
export function textOf(row: Row | undefined, column: string): string {
  const value = row?.[column];
  if (typeof value === 'string') return value;
  throw new Error(`The column ${column} holds no text.`);
}

export function numberOf(row: Row | undefined, column: string): number {
  const value = Number(row?.[column]);
  if (Number.isFinite(value)) return value;
  throw new Error(`The column ${column} holds no number.`);
}

/** A value that `text(JSON.stringify(value))` kept. */
export function recordOf<T>(row: Row): T {
  return JSON.parse(textOf(row, 'record'));
}
