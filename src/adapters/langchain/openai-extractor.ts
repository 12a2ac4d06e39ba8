import { ChatPromptTemplate } from '@langchain/core/prompts';
import type { Article } from '../../domain/article.js';
import type { Claim } from '../../domain/claim.js';
import { visibleLine, visibleText } from '../../domain/visible-text.js';
import type { Usage } from '../../ports/answerer.js';
import type { ClaimExtractor } from '../../ports/claim-extractor.js';
import { boundaryFor } from './boundary.js';
import { type ChatSettings, createChatModel } from './chat-model.js';
import { type Estimate, estimateOf, type Prices } from './extraction/estimate.js';
import { partsOf } from './extraction/parts.js';
import { proposals } from './extraction/proposals.js';
import { type ModelExtractionWorld, verifier } from './extraction/verify.js';
import { extractionPrompt } from './prompts/extraction.js';
import { askingFor } from './structured.js';

export type { Estimate, Prices } from './extraction/estimate.js';
export type { ModelExtractionWorld } from './extraction/verify.js';

export interface ExtractorSettings extends ChatSettings {
  /** Null where they are not known. */
  readonly prices: Prices | null;
  /** Told what each request cost. */
  readonly onUsage?: (usage: Usage) => void;
}

export interface ModelExtractor extends ClaimExtractor {
  /** What extracting from these articles will cost, roughly and rather too much; asks nothing. */
  estimate(articles: readonly Article[]): Estimate;
}

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

/**
 * Claims as a chat model finds them, each held against the article: its sentence must stand there,
 * name the participant, and carry the claim by the same check that answers go through; dates that
 * the article does not state are dropped. Participants that no name is known of are left out.
 * Rejects as an `Answerer` does.
 */
export function createOpenAiExtractor(
  settings: ExtractorSettings,
  world: ModelExtractionWorld,
): ModelExtractor {
  const maxTokens = settings.maxTokens ?? 4000;
  const chat = createChatModel({ ...settings, maxTokens });
  const prompt = ChatPromptTemplate.fromMessages([
    ['system', extractionPrompt.system],
    ['human', extractionPrompt.human],
  ]);
  const ask = askingFor(chat, prompt, { name: 'claims', schema: proposals });
  const accords = world.accords.map(({ short }) => JSON.stringify(short)).join(', ');
  const overhead = extractionPrompt.system.length + accords.length;

  return {
    id: `openai/${settings.model}/${extractionPrompt.version}`,
    estimate: (articles) => estimateOf(articles, { overhead, prices: settings.prices }),
    async extract(article) {
      const check = verifier(article, world);
      const claims: Claim[] = [];
      const counts = [];
      for (const part of partsOf(article.text)) {
        const text = visibleText(part);
        const values = {
          accords,
          boundary: boundaryFor([text, article.title]),
          title: visibleLine(article.title),
          published: article.published ?? 'undated',
          text,
        };
        const { value, usage } = await ask(values, new AbortController().signal);
        settings.onUsage?.(usage);
        claims.push(...(value?.claims ?? []).flatMap((one) => check.claim(one) ?? []));
        counts.push(...(value?.counts ?? []).flatMap((one) => check.count(one) ?? []));
      }
      return { claims: distinct(claims), counts };
    },
  };
}
