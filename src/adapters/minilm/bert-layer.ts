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

/** One layer: attention, then two dense layers, each added to its input and normalised. */
export function addLayer(
  graph: GraphBuilder,
  weights: Weights,
  linear: Linear,
  layer: string,
  state: string,
): string {
  function dense(name: string, input: string, factor = 1): string {
    const scaled = ({ shape: sides, values }: FloatTensor): FloatTensor => ({
      shape: sides,
      values: factor === 1 ? values : values.map((value) => value * factor),
    });
    const full = `${layer}.${name}`;
    return linear(
      full,
      input,
      scaled(weights.float(`${full}.weight`)),
      scaled(weights.float(`${full}.bias`)),
    );
  }
  const residual = (name: string, input: string, skipped: string) =>
    addNorm(
      graph,
      weights,
      `${layer}.${name}.LayerNorm`,
      graph.node('Add', `${layer}.${name}.sum`, [input, skipped]),
    );

  const context = addAttention(
    graph,
    layer,
    // Scaling the queries here spares a division of every score.
    dense('attention.self.query', state, 1 / Math.sqrt(headSize)),
    dense('attention.self.key', state),
    dense('attention.self.value', state),
  );
  const attended = residual('attention.output', dense('attention.output.dense', context), state);
  const inner = graph.node('Gelu', `${layer}.gelu`, [dense('intermediate.dense', attended)]);
  return residual('output', dense('output.dense', inner), attended);
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
