import { createHash } from 'node:crypto';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import type { Article } from '../../domain/article.js';
import type { Claim } from '../../domain/claim.js';
import { AccordError } from '../../domain/errors.js';
import { visibleLine, visibleText } from '../../domain/visible-text.js';
import type { ExtractedCount } from '../../ports/claim-extractor.js';
import type { PaidExtractor } from '../../ports/paid-extractor.js';
import type { ReplyCache } from '../../ports/reply-cache.js';
import { boundaryFor } from './boundary.js';
import { type ChatSettings, createChatModel } from './chat-model.js';
import { estimateOf, type Prices, priced } from './extraction/estimate.js';
import { partsOf } from './extraction/parts.js';
import { type Proposals, proposals, readProposals } from './extraction/proposals.js';
import { type ModelExtractionWorld, verifier } from './extraction/verify.js';
import { extractionPrompt } from './prompts/extraction.js';
import { askingFor } from './structured.js';

export type { Prices } from './extraction/estimate.js';
export type { ModelExtractionWorld } from './extraction/verify.js';

export interface ExtractorSettings extends ChatSettings {
  /** Null where they are not known. */
  readonly prices: Prices | null;
  /** Keeps what the model proposed, before it is checked. @default nowhere */
  readonly replies?: ReplyCache;
}

/** Statuses by which a server refuses what is in a request, not who asks. */
const refusals: ReadonlySet<unknown> = new Set([400, 413, 422]);
const charactersPerToken = 4;

/** Each claim once, the surest first told. */
function distinct(claims: readonly Claim[]): readonly Claim[] {
  const kept = new Map<string, Claim>();
  for (const claim of claims) {
    const { accord, participant, kind, on } = claim;
    const key = JSON.stringify([accord, participant.id, kind, on]);
    const known = kept.get(key);
    if (!known || (known.confidence === 'low' && claim.confidence !== 'low')) kept.set(key, claim);
  }
  return [...kept.values()];
}

/** What was said of one article, as an error that names it. */
function about(article: Article, error: unknown): unknown {
  if (!(error instanceof AccordError) || !refusals.has(error.facts['status'])) return error;
  const facts = { ...error.facts, article: article.path };
  return new AccordError(error.code, error.message, { facts, cause: error });
}

/**
 * Claims as a chat model finds them, each held against the article: its sentence must stand there,
 * name the participant, and carry the claim by the same check that answers go through; dates that
 * the article does not state are dropped. Participants that no name is known of are left out. Their
 * note tells the model.
 */
export function createOpenAiExtractor(
  settings: ExtractorSettings,
  world: ModelExtractionWorld,
): PaidExtractor {
  const { model, prices, replies } = settings;
  const chat = createChatModel({ ...settings, maxTokens: settings.maxTokens ?? 4000 });
  const prompt = ChatPromptTemplate.fromMessages([
    ['system', extractionPrompt.system],
    ['human', extractionPrompt.human],
  ]);
  const ask = askingFor(chat, prompt, { name: 'claims', schema: proposals });
  const accords = world.accords.map(({ short }) => JSON.stringify(short)).join(', ');
  const overhead = Buffer.byteLength(extractionPrompt.system) + Buffer.byteLength(accords);
  const id = `openai/${model}/${extractionPrompt.version}`;

  /** What a request for each part of an article says, with the key under which its reply is kept. */
  const requestsFor = (article: Article) =>
    partsOf(article.text).map((part) => {
      const said = {
        accords,
        title: visibleLine(article.title),
        published: article.published ?? 'undated',
        text: visibleText(part),
      };
      const key = createHash('sha256')
        .update(JSON.stringify([id, said]))
        .digest('hex');
      return { said, key };
    });
  type Request = ReturnType<typeof requestsFor>[number];
  const kept = async ({ key }: Request) => readProposals((await replies?.find(key)) ?? null);

  async function proposed({ said, key }: Request, article: Article, signal: AbortSignal) {
    const values = { ...said, boundary: boundaryFor([said.text, article.title]) };
    const { value, usage } = await ask(values, signal).catch((error: unknown) => {
      throw about(article, error);
    });
    if (value === null) {
      const sentence = `The model ${model} gave no list of claims for ${article.path}. Ingest again, or take another model.`;
      throw new AccordError('model-unavailable', sentence, {
        facts: { model, article: article.path },
      });
    }
    const reply = JSON.stringify(value);
    await replies?.keep(key, reply);
    const tokens = (text: string) => Math.ceil(text.length / charactersPerToken);
    const inputTokens = usage.inputTokens ?? tokens(said.text) + tokens(extractionPrompt.system);
    return { value, inputTokens, outputTokens: usage.outputTokens ?? tokens(reply) };
  }

  return {
    id,
    async estimate(articles) {
      const missing: string[] = [];
      for (const request of articles.flatMap(requestsFor)) {
        if (!(await kept(request))) missing.push(request.said.text);
      }
      return estimateOf(missing, { overhead, prices });
    },
    async extract(article, { signal = new AbortController().signal } = {}) {
      const check = verifier(article, world);
      const claims: Claim[] = [];
      const counts: ExtractedCount[] = [];
      const taken = { requests: 0, inputTokens: 0, outputTokens: 0 };
      for (const request of requestsFor(article)) {
        let found: Proposals | null = await kept(request);
        if (!found) {
          const { value, inputTokens, outputTokens } = await proposed(request, article, signal);
          found = value;
          taken.requests += 1;
          taken.inputTokens += inputTokens;
          taken.outputTokens += outputTokens;
        }
        claims.push(...found.claims.flatMap((one) => check.claim(one) ?? []));
        counts.push(...found.counts.flatMap((one) => check.count(one) ?? []));
      }
      const noted = distinct(claims).map((claim) => ({ ...claim, note: `read by ${model}` }));
      return { claims: noted, counts, spent: priced(taken, prices) };
    },
  };
}
