import { z } from 'zod';
import { address, decimal, whole } from './kinds.js';

/** How passages are embedded, searched and ordered. */
export const searchVariables = {
  ACCORD_EMBEDDING_MODEL: z.string().optional().meta({
    allowed: 'the name of an embedding model, such as text-embedding-3-small',
    fallback: 'the built-in MiniLM',
    description: 'Embedding model of an OpenAI-compatible server, in place of the built-in one.',
  }),
  ACCORD_EMBEDDING_DIMENSIONS: whole(2, 16_000).optional().meta({
    allowed: 'a whole number from 2 to 16000',
    fallback: "known of OpenAI's models",
    description: 'Numbers in its vectors; text-embedding-3 models are asked for so many.',
  }),
  ACCORD_EMBEDDING_URL: address().optional().meta({
    allowed: 'an address',
    fallback: 'that of ACCORD_MODEL_URL',
    secret: true,
    description: 'Base address of its server.',
  }),
  ACCORD_EMBEDDING_KEY: z.string().optional().meta({
    allowed: 'a key',
    fallback: 'that of ACCORD_MODEL_KEY; none where ACCORD_EMBEDDING_URL is set',
    secret: true,
    description: 'Key for its server.',
  }),
  ACCORD_EMBEDDER_PRECISION: z.enum(['int8', 'fp32']).default('int8').meta({
    allowed: 'int8 or fp32',
    description: 'Arithmetic of the embedding model; int8 is twice as fast, fp32 a little finer.',
  }),
  ACCORD_THREADS: whole(1, 64).optional().meta({
    allowed: 'a whole number from 1 to 64',
    fallback: '2, or 1 on a single core',
    description: 'Threads of the embedding model.',
  }),
  ACCORD_VECTOR_STORE: z.enum(['auto', 'exact', 'hnsw']).default('auto').meta({
    allowed: 'auto, exact or hnsw',
    description: 'How vectors are searched; auto is exact up to ACCORD_EXACT_LIMIT passages.',
  }),
  ACCORD_EXACT_LIMIT: whole(0, 1_000_000).default(5000).meta({
    allowed: 'a whole number from 0 to 1000000',
    description: 'Passages up to which auto searches exactly.',
  }),
  ACCORD_RERANKER: z.string().optional().meta({
    allowed: 'a folder',
    fallback: 'none',
    description:
      'Folder with a cross-encoder of your own (model.onnx, tokenizer.json) that orders the best passages anew.',
  }),
  ACCORD_MIN_CONFIDENCE: decimal(0, 1).default(0.5).meta({
    allowed: 'a number from 0 to 1',
    description: 'Passages below this confidence do not answer a question.',
  }),
};
