import { addLayer, addNorm, addShapes } from './bert-layer.js';
import { createGraphBuilder, type GraphBuilder } from './graph-builder.js';
import { floatLinear, int8Linear } from './linear.js';
import { type Precision, shape, windowTokens } from './model.js';
import { elementType, encodeModel, intAttribute } from './onnx-schema.js';
import type { FloatTensor, Weights } from './safetensors.js';

/** Names of the graph's input (int32, texts × tokens) and output (float32, texts × 384). */
export const inputName = 'tokens';
export const outputName = 'vectors';

/**
 * The sentence encoder as the bytes of an ONNX file: embeddings, six layers of BERT, mean over the
 * tokens, unit length. There is no attention mask, for the texts of one run have equally many
 * tokens: padding and masking cost time, and in int8 would let one text's numbers scale another's.
 *
 * The operators are those that were fastest on onnxruntime 1.30 (two Zen 4 cores): attention
 * written out beats MultiHeadAttention, Attention and QAttention by a fifth of the whole,
 * LayerNormalization after Add beats SkipLayerNormalization. Word embeddings stay in half
 * precision, which loses nothing and saves 23 MB.
 */
export function buildGraph(weights: Weights, precision: Precision): Uint8Array {
  const graph = createGraphBuilder();
  const linear = precision === 'int8' ? int8Linear(graph) : floatLinear(graph);
  addShapes(graph);
  let norm = addEmbeddings(graph, weights);
  for (let layer = 0; layer < shape.layers; layer += 1) {
    norm = addLayer(graph, weights, linear, `encoder.layer.${layer}`, norm);
  }
  // The sum points where the mean does; only its direction remains.
  const sum = graph.node(
    'ReduceSum',
    'sum',
    [norm, graph.int64('tokenAxis', [1])],
    [intAttribute('keepdims', 0)],
  );
  graph.node(
    'LpNormalization',
    outputName,
    [sum],
    [intAttribute('axis', -1), intAttribute('p', 2)],
  );
  return encodeModel({
    name: `minilm-l6-v2-${precision}`,
    nodes: graph.nodes,
    initializers: graph.initializers,
    inputs: [{ name: inputName, elementType: elementType.int32, sides: ['texts', 'tokens'] }],
    outputs: [
      { name: outputName, elementType: elementType.float32, sides: ['texts', shape.dimensions] },
    ],
  });
}

function addEmbeddings(graph: GraphBuilder, weights: Weights): string {
  const words = graph.half('words', weights.half('embeddings.word_embeddings.weight'));
  const word = graph.node('Gather', 'word.half', [words, inputName]);
  const wide = graph.node('Cast', 'word', [word], [intAttribute('to', elementType.float32)]);
  const length = graph.node(
    'Shape',
    'length',
    [inputName],
    [intAttribute('start', 1), intAttribute('end', 2)],
  );
  const zero = graph.int64('zero', [0]);
  const position = graph.node('Slice', 'position', [
    graph.float('positions', positionsOfFirstSegment(weights)),
    zero,
    length,
    zero,
  ]);
  const sum = graph.node('Add', 'embedded.sum', [wide, position]);
  return addNorm(graph, weights, 'embeddings.LayerNorm', sum);
}

/** Position embeddings of a window plus the token type's, which is always the first. */
function positionsOfFirstSegment(weights: Weights): FloatTensor {
  const positions = weights.float('embeddings.position_embeddings.weight');
  const types = weights.float('embeddings.token_type_embeddings.weight');
  const values = positions.values
    .slice(0, windowTokens * shape.dimensions)
    .map((value, at) => value + (types.values[at % shape.dimensions] ?? 0));
  return { shape: [windowTokens, shape.dimensions], values };
}
