/** A passage as a model is given it: data, numbered from 1 in the order of the request. */
export interface GivenPassage {
  readonly title: string;
  /** EDTF; null when undated. */
  readonly published: string | null;
  readonly text: string;
}

/** What a call cost, by the server's own figures; null where it gave none. */
export interface Usage {
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}

export interface WritingRequest {
  readonly question: string;
  readonly passages: readonly GivenPassage[];
}

export interface Writing {
  /** As the model wrote it, with `[n]` markers; nothing in it is checked. */
  readonly text: string;
  readonly usage: Usage;
  /** `length`: cut at the limit of tokens. `filtered`: the server held it back. */
  readonly finish: 'complete' | 'length' | 'filtered';
}

/**
 * Writes prose from passages. It is never trusted: whoever calls it checks every sentence. Rejects
 * with `AccordError` `model-unavailable` (refused, down, rubbish), `model-busy` (429, with the
 * seconds to wait in its facts), `model-slow` (a deadline passed), or the signal's reason.
 */
export interface Answerer {
  /** Model and version of the prompt, such as "gpt-5-mini/answer-1"; part of a cached answer's key. */
  readonly id: string;
  write(
    request: WritingRequest,
    options: {
      readonly signal: AbortSignal;
      /** Told the text so far as it comes. */
      readonly onText?: (text: string) => void;
    },
  ): Promise<Writing>;
}
