import type { Accord } from '../domain/accord.js';
import type { Article } from '../domain/article.js';
import type { Bloc } from '../domain/bloc.js';
import type { Claim } from '../domain/claim.js';
import type { Participant } from '../domain/participant.js';
import type { CorpusFailure } from '../domain/snapshot.js';

/** What a corpus folder holds, read and checked; files that failed are named, never fatal. */
export interface CorpusContent {
  readonly articles: readonly Article[];
  readonly accords: readonly Accord[];
  readonly blocs: readonly Bloc[];
  /** Names that the corpus adds to those of rosters and of the directory of states. */
  readonly participants: readonly Participant[];
  /** Claims of the rosters. */
  readonly rosterClaims: readonly Claim[];
  readonly failed: readonly CorpusFailure[];
  readonly duplicates: readonly { readonly path: string; readonly of: string }[];
}

export interface CorpusSource {
  /**
   * Reads everything there is. Throws `AccordError` only when the corpus itself cannot be read
   * (missing, not a folder, no rights).
   */
  read(options?: {
    readonly signal?: AbortSignal;
    /** Articles that an earlier reading gave; those whose files did not change are taken over. */
    readonly known?: readonly Article[];
    /** False: articles are left out, which spares reading their files. @default true */
    readonly articles?: boolean;
  }): Promise<CorpusContent>;
}
