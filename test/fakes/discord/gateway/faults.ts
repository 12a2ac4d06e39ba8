/** How the gateway answers; tests change these while it runs. */
export interface GatewayBehaviour {
  /** False: heartbeats are never acknowledged. @default true */
  acknowledgesHeartbeats: boolean;
  /** What a RESUME meets; 'silence' answers nothing for ever. @default 'replay' */
  onResume: 'replay' | 'silence' | 'invalid' | 'invalid-resumable';
  /** What an IDENTIFY meets: READY, nothing, INVALID_SESSION, or a close code. @default 'ready' */
  onIdentify: 'ready' | 'silence' | 'invalid' | number;
  /** What a new socket meets: HELLO, nothing, or a close code at once. @default 'hello' */
  onConnect: 'hello' | 'silence' | number;
}

export interface IdentifyRecord {
  readonly at: number;
  readonly shard: readonly [number, number];
  readonly intents: number;
}

/** The gateway as tests watch it and disturb it. */
export interface GatewayControl extends GatewayBehaviour {
  /** Every IDENTIFY that was accepted or refused. */
  readonly identifies: readonly IdentifyRecord[];
  /** RESUMEs, and whether they came to the address that READY gave. */
  readonly resumes: readonly { readonly at: number; readonly rightAddress: boolean }[];
  readonly heartbeats: readonly number[];
  /** Close codes that the bot sent. */
  readonly closes: readonly { readonly at: number; readonly code: number }[];
  /** When a socket was opened. */
  readonly connections: readonly number[];
  /** What is left of the session starts of the day. */
  readonly sessionStartsLeft: number;
  /** Shards that are connected and identified now. */
  readonly readyShards: number;
  /** Cuts every socket without a word, as a network does. */
  kill(): void;
  /** Closes every socket with a code of Discord's. */
  close(code: number): void;
  /** Op 7: asks to reconnect and resume. */
  askToReconnect(): void;
  /** Op 9, now. */
  invalidateSession(resumable: boolean): void;
  /** Back to good behaviour. */
  clear(): void;
}
