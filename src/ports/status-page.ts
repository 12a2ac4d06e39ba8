/** Whether the bot can answer, and what keeps it from that. */
export interface Readiness {
  readonly ready: boolean;
  readonly reasons: readonly string[];
}

/** Tells whoever watches the process how it does, over a local port. */
export interface StatusPage {
  /** Starts to answer; gives the port. Throws when the port cannot be had. */
  open(readiness: () => Promise<Readiness>): Promise<number>;
  close(): Promise<void>;
}
