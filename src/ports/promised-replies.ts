/** An answer that somebody was promised: Discord shows that the bot thinks, or it was spoken to. */
export interface PromisedReply {
  /** Of the interaction or message. */
  readonly id: string;
  /** Where the answer goes: by the token of an interaction, or to a message in a channel. */
  readonly to:
    | { readonly kind: 'interaction'; readonly application: string; readonly token: string }
    | { readonly kind: 'message'; readonly channel: string };
  readonly guild: string | null;
  /** Of whoever waits. */
  readonly locale: string;
}

/** Another process that owes answers, with a figure that grows while it lives. */
export interface Debtor {
  readonly owner: string;
  readonly beats: number;
}

/** Answers that processes of one bot owe, so that another can tell when one died over them. */
export interface PromisedReplies {
  promise(reply: PromisedReply): Promise<void>;
  /** It was given, whatever it said. */
  settle(ids: readonly string[]): Promise<void>;
  /** Says that this process lives, and gives those others that owe something. */
  beat(): Promise<readonly Debtor[]>;
  /** Takes over what a process owes; of several that try one gets each reply. */
  inherit(owner: string): Promise<readonly PromisedReply[]>;
}
