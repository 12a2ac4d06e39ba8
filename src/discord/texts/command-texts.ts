/** A name (lower case, 1–32) with its description (1–100), as Discord shows them while typing. */
export interface Named {
  readonly name: string;
  readonly description: string;
}

/** A command or subcommand with the names of its options. */
export type WithOptions<Option extends string = never> = Named & {
  readonly options: Readonly<Record<Option, Named>>;
};

/** Names and descriptions of everything that is registered with Discord. */
export interface CommandTexts {
  readonly ask: WithOptions<'question' | 'accord' | 'asOf' | 'private'>;
  readonly signatories: Named & {
    readonly list: WithOptions<'accord' | 'status' | 'bloc' | 'type' | 'asOf'>;
    readonly status: WithOptions<'participant' | 'accord'>;
    readonly missing: WithOptions<'accord' | 'bloc'>;
    readonly compare: WithOptions<'a' | 'b' | 'bloc'>;
  };
  readonly accord: Named & {
    readonly info: WithOptions<'accord'>;
    readonly list: WithOptions;
  };
  readonly corpus: Named & {
    readonly status: WithOptions;
    readonly reingest: WithOptions<'dryRun'>;
    readonly add: WithOptions<'file' | 'title' | 'url' | 'date' | 'accord'>;
    readonly remove: WithOptions<'path'>;
    readonly diff: WithOptions<'from' | 'to'>;
    readonly rollback: WithOptions<'snapshot'>;
    readonly conflicts: WithOptions<'accord'>;
    readonly gaps: WithOptions;
  };
  readonly settings: Named & {
    readonly show: WithOptions;
    readonly channels: WithOptions<'channel' | 'action'>;
    readonly defaultAccord: WithOptions<'accord'>;
    readonly adminRole: WithOptions<'role'>;
    readonly answers: WithOptions<'shown'>;
    readonly language: WithOptions<'language'>;
  };
  readonly help: WithOptions;
  readonly about: WithOptions;
  readonly privacy: WithOptions;
  /** Of the menu on a message; upper case and blanks are allowed. */
  readonly check: { readonly name: string };
}
