import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGraphBuilder } from '../../../src/adapters/minilm/graph-builder.js';
import {
  elementType,
  encodeModel,
  intAttribute,
} from '../../../src/adapters/minilm/onnx-schema.js';

const specials = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];
const words = `a all are autumn bake bakers bakes bread day every oil open ports report spills
which who within ? . ,`
  .trim()
  .split(/\s+/);
const vocabulary = [...specials, ...words];

const special = (token: string) => ({
  id: vocabulary.indexOf(token),
  content: token,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
  special: true,
});

/** A WordPiece tokenizer of two dozen words. */
const tinyTokenizer = JSON.stringify({
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: specials.map(special),
  normalizer: { type: 'BertNormalizer', lowercase: true, strip_accents: null },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '[CLS]', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '[SEP]', type_id: 0 } },
    ],
    pair: [
      { SpecialToken: { id: '[CLS]', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '[SEP]', type_id: 0 } },
      { Sequence: { id: 'B', type_id: 1 } },
      { SpecialToken: { id: '[SEP]', type_id: 1 } },
    ],
    special_tokens: Object.fromEntries(
      ['[CLS]', '[SEP]'].map((token) => [
        token,
        { id: token, ids: [vocabulary.indexOf(token)], tokens: [token] },
      ]),
    ),
  },
  decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(vocabulary.map((token, id) => [token, id])),
  },
});

export interface TinyShape {
  /** Numbers a pair. @default 1 */
  readonly logits?: number;
  /** Another name of the token types. @default 'token_type_ids' */
  readonly types?: string;
}

/**
 * An ONNX file of a few KB whose score is the number of words that question and text share, each
 * time that they do, over the square root of the text's length. Of two logits, the first is 1.
 */
function tinyModel({ logits = 1, types = 'token_type_ids' }: TinyShape = {}): Uint8Array {
  const size = vocabulary.length;
  const graph = createGraphBuilder();
  const eye = Float32Array.from({ length: size * size }, (_, at) => {
    const row = Math.floor(at / size);
    return row === at % size && row >= specials.length ? 1 : 0;
  });
  graph.float('table', { shape: [size, size], values: eye });
  graph.int64('axis1', [1]);
  graph.int64('axis2', [2]);
  const rows = graph.node('Gather', 'rows', ['table', 'input_ids']);
  const floats = (name: string, input: string) =>
    graph.node('Unsqueeze', `${name}.wide`, [
      graph.node('Cast', `${name}.float`, [input], [intAttribute('to', elementType.float32)]),
      'axis2',
    ]);
  const second = floats('second', types);
  const first = graph.node('Sub', 'first', [floats('mask', 'attention_mask'), second]);
  const sum = (name: string, part: string) =>
    graph.node(
      'ReduceSum',
      `${name}.sum`,
      [graph.node('Mul', `${name}.rows`, [rows, part]), 'axis1'],
      [intAttribute('keepdims', 0)],
    );
  const shared = graph.node('Mul', 'shared', [sum('question', first), sum('text', second)]);
  const total = graph.node('ReduceSum', 'total', [shared, 'axis1'], [intAttribute('keepdims', 1)]);
  const length = graph.node('Sqrt', 'length', [
    graph.node('ReduceSum', 'tokens', [second, 'axis1'], [intAttribute('keepdims', 0)]),
  ]);
  const score = graph.node('Div', logits === 1 ? 'logits' : 'score', [total, length]);
  if (logits > 1) {
    graph.float('ones', { shape: [1, logits - 1], values: new Float32Array(logits - 1).fill(1) });
    graph.node('Concat', 'logits', ['ones', score], [intAttribute('axis', 1)]);
  }
  return encodeModel({
    name: 'tiny-cross-encoder',
    nodes: graph.nodes,
    initializers: graph.initializers,
    inputs: ['input_ids', 'attention_mask', types].map((name) => ({
      name,
      elementType: elementType.int64,
      sides: ['batch', 'tokens'],
    })),
    outputs: [{ name: 'logits', elementType: elementType.float32, sides: ['batch', logits] }],
  });
}

/** Writes a model folder as an export of transformers has it. */
export function writeTinyModel(folder: string, shape: TinyShape = {}): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'model.onnx'), tinyModel(shape));
  writeFileSync(join(folder, 'tokenizer.json'), tinyTokenizer);
  return folder;
}
