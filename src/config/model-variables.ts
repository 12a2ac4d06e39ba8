import { z } from 'zod';
import { address, decimal, onOrOff, price, tokenLimit, whole } from './kinds.js';

/** The language model and what bounds it. */
export const modelVariables = {
  ACCORD_MODEL: z.string().optional().meta({
    allowed: 'the name of a chat model, such as gpt-5-mini',
    fallback: 'none',
    description: 'Language model that writes answers, every sentence of which is checked.',
  }),
  ACCORD_MODEL_URL: address().optional().meta({
    allowed: 'an address',
    fallback: "OpenAI's",
    secret: true,
    description:
      'Base address of an OpenAI-compatible server, such as http://127.0.0.1:11434/v1 for Ollama.',
  }),
  ACCORD_MODEL_KEY: z.string().optional().meta({
    allowed: 'a key',
    fallback: 'none',
    secret: true,
    description: 'Key for that server.',
  }),
  ACCORD_MODEL_TEMPERATURE: decimal(0, 2).default(0).meta({
    allowed: 'a number from 0 to 2',
    description: 'How freely the model writes; 0 is best for facts.',
  }),
  ACCORD_MODEL_SECONDS: whole(1, 60).default(30).meta({
    allowed: 'a whole number from 1 to 60',
    description: 'Longest wait for the model; after it the sources answer in their own words.',
  }),
  ACCORD_MODEL_ANSWER_TOKENS: whole(50, 8000).default(800).meta({
    allowed: 'a whole number from 50 to 8000',
    description: 'Most tokens of an answer.',
  }),
  ACCORD_MODEL_DAILY_TOKENS: tokenLimit(
    'Tokens that the model may take in a day (UTC), questions and answers together.',
  ),
  ACCORD_MODEL_GUILD_TOKENS: tokenLimit('The same for each server.'),
  ACCORD_MODEL_USER_TOKENS: tokenLimit('The same for each user.'),
  ACCORD_MODEL_READS: onOrOff(
    'Whether the model may also read questions that the parser cannot; names and dates still have to be in the question.',
  ),
  ACCORD_EXTRACT: z.enum(['offline', 'model']).default('offline').meta({
    allowed: 'offline or model',
    description:
      'Who reads claims out of articles: rules alone, or a model beside them, which costs. `accord ingest --extract` overrides it.',
  }),
  ACCORD_EXTRACT_MODEL: z.string().optional().meta({
    allowed: 'the name of a chat model',
    fallback: 'that of ACCORD_MODEL',
    description: 'The model that reads them, at the same server.',
  }),
  ACCORD_PRICE_INPUT: price('What a million tokens cost that this model reads.'),
  ACCORD_PRICE_OUTPUT: price('What a million tokens cost that it writes.'),
};
