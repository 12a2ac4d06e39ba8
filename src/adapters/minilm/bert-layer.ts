import { type ChannelScales, scalesOfGelu, scalesOfNorm } from './channel-scales.js';
import type { GraphBuilder } from './graph-builder.js';
import type { Linear } from './linear.js';
import { shape } from './model.js';
import { floatAttribute, intAttribute, intsAttribute } from './onnx-schema.js';
import type { FloatTensor, Weights } from './safetensors.js';

const headSize = shape.dimensions / shape.heads;

/** Shapes for Reshape, where 0 keeps a side: hidden values apart by head, and joined again. */
export function addShapes(graph: GraphBuilder): void {
  graph.int64('heads', [0, 0, shape.heads, headSize]);
  graph.int64('hidden', [0, 0, shape.dimensions]);
}

export function addNorm(
  graph: GraphBuilder,
  weights: Weights,
  name: string,
  input: string,
): string {
  return graph.node(
    'LayerNormalization',
    name,
    [
      input,
      graph.float(`${name}.weight`, weights.float(`${name}.weight`)),
      graph.float(`${name}.bias`, weights.float(`${name}.bias`)),
    ],
    [intAttribute('axis', -1), floatAttribute('epsilon', shape.epsilon)],
  );
}

/**
 * One layer: attention, then two dense layers, each added to its input and normalised. `norm`
 * names the normalisation whose output the layer reads; returns the one that ends it.
 */
export function addLayer(
  graph: GraphBuilder,
  weights: Weights,
  linear: Linear,
  layer: string,
  norm: string,
): string {
  function dense(name: string, input: string, scales?: ChannelScales, factor = 1): string {
    const full = `${layer}.${name}`;
    const [weight, bias] = [weights.float(`${full}.weight`), weights.float(`${full}.bias`)];
    return linear(full, input, times(weight, factor), times(bias, factor), scales);
  }
  function residual(name: string, input: string, skipped: string): string {
    const sum = graph.node('Add', `${layer}.${name}.sum`, [input, skipped]);
    return addNorm(graph, weights, `${layer}.${name}.LayerNorm`, sum);
  }

  const scales = scalesOfNorm(weights, norm);
  const context = addAttention(
    graph,
    layer,
    // Scaling the queries here spares a division of every score.
    dense('attention.self.query', norm, scales, 1 / Math.sqrt(headSize)),
    dense('attention.self.key', norm, scales),
    dense('attention.self.value', norm, scales),
  );
  const middle = residual('attention.output', dense('attention.output.dense', context), norm);
  const inner = graph.node('Gelu', `${layer}.gelu`, [
    dense('intermediate.dense', middle, scalesOfNorm(weights, middle)),
  ]);
  const reach = scalesOfGelu(weights, `${layer}.intermediate.dense`, middle);
  return residual('output', dense('output.dense', inner, reach), middle);
}

function times(tensor: FloatTensor, factor: number): FloatTensor {
  if (factor === 1) return tensor;
  return { shape: tensor.shape, values: tensor.values.map((value) => value * factor) };
}

function addAttention(
  graph: GraphBuilder,
  layer: string,
  query: string,
  key: string,
  value: string,
): string {
  const swapped = [intsAttribute('perm', [0, 2, 1, 3])];
  const perHead = (name: string) =>
    graph.node(
      'Transpose',
      `${name}.heads`,
      [graph.node('Reshape', `${name}.split`, [name, 'heads'])],
      swapped,
    );
  const scores = graph.contributed(
    'FusedMatMul',
    `${layer}.scores`,
    [perHead(query), perHead(key)],
    [intAttribute('transB', 1)],
  );
  const shares = graph.node('Softmax', `${layer}.shares`, [scores], [intAttribute('axis', -1)]);
  const mixed = graph.node('MatMul', `${layer}.mixed`, [shares, perHead(value)]);
  const joined = graph.node('Transpose', `${layer}.joined`, [mixed], swapped);
  return graph.node('Reshape', `${layer}.context`, [joined, 'hidden']);
}
