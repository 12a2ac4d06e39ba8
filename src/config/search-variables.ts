import { z } from 'zod';
import { decimal, whole } from './kinds.js';

/** How passages are embedded, searched and ordered. */
export const searchVariables = {
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
