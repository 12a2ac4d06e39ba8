import type { ChannelScales } from './channel-scales.js';
import type { GraphBuilder } from './graph-builder.js';
import { intAttribute } from './onnx-schema.js';
import type { FloatTensor } from './safetensors.js';

/**
 * Adds x·Wᵀ + b; `weight` has a row an output, as PyTorch keeps it. `scales` say how far the input's
 * channels reach. Returns the value's name.
 */
export type Linear = (
  name: string,
  input: string,
  weight: FloatTensor,
  bias: FloatTensor,
  scales?: ChannelScales,
) => string;

export function floatLinear(graph: GraphBuilder): Linear {
  return (name, input, weight, bias) => {
    const product = graph.node('MatMul', `${name}.product`, [
      input,
      graph.float(`${name}.weight`, transpose(weight)),
    ]);
    return graph.node('Add', name, [product, graph.float(`${name}.bias`, bias)]);
  };
}

/**
 * Weights as int8, symmetric, one scale an output; inputs as uint8 with one scale for the whole
 * tensor, found while running. onnxruntime fuses these six nodes into one or two; written out they
 * also run where it does not. Operators that take blocks of 4 or 8 bits were slower here.
 */
export function int8Linear(graph: GraphBuilder): Linear {
  const quantised = new Map<string, readonly [string, string, string]>();

  /** Adds the input as integers, once for all layers that read it. */
  function quantise(input: string, scales?: ChannelScales): readonly [string, string, string] {
    const known = quantised.get(input);
    if (known) return known;
    const names = [`${input}.uint8`, `${input}.scale`, `${input}.zero`] as const;
    graph.split('DynamicQuantizeLinear', names, [scales ? even(input, scales) : input]);
    quantised.set(input, names);
    return names;
  }

  function even(input: string, scales: ChannelScales): string {
    const factors = { shape: [scales.length], values: scales.map((scale) => 1 / scale) };
    return graph.node('Mul', `${input}.even`, [input, graph.float(`${input}.factors`, factors)]);
  }

  return (name, input, weight, bias, scales) => {
    const { values, scales: rowScales } = quantiseRows(scales ? stretch(weight, scales) : weight);
    const [rows, columns] = sides(weight);
    const [bytes, scale, zero] = quantise(input, scales);
    const integers = graph.node('MatMulInteger', `${name}.integers`, [
      bytes,
      graph.int8(`${name}.weight`, [columns, rows], transposeValues(values, rows, columns)),
      zero,
      graph.int8(`${name}.weight.zero`, [rows], new Int8Array(rows)),
    ]);
    const floats = graph.node('Cast', `${name}.floats`, [integers], [intAttribute('to', 1)]);
    const scaling = graph.node('Mul', `${name}.scaling`, [
      scale,
      graph.float(`${name}.weight.scale`, { shape: [rows], values: rowScales }),
    ]);
    const product = graph.node('Mul', `${name}.product`, [floats, scaling]);
    return graph.node('Add', name, [product, graph.float(`${name}.bias`, bias)]);
  };
}

function stretch({ shape, values }: FloatTensor, scales: ChannelScales): FloatTensor {
  return {
    shape,
    values: values.map((value, at) => value * (scales[at % scales.length] ?? 1)),
  };
}

function sides({ shape }: FloatTensor): readonly [number, number] {
  return [shape[0] ?? 0, shape[1] ?? 0];
}

/** value = int8 × the scale of its row; the largest of a row becomes ±127. */
function quantiseRows(weight: FloatTensor): {
  readonly values: Int8Array;
  readonly scales: Float32Array;
} {
  const [rows, columns] = sides(weight);
  const values = new Int8Array(rows * columns);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const source = weight.values.subarray(row * columns, (row + 1) * columns);
    const largest = source.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const scale = largest === 0 ? 1 : Math.fround(largest / 127);
    scales[row] = scale;
    for (let column = 0; column < columns; column += 1) {
      values[row * columns + column] = Math.round((source[column] ?? 0) / scale);
    }
  }
  return { values, scales };
}

function transpose(tensor: FloatTensor): FloatTensor {
  const [rows, columns] = sides(tensor);
  return { shape: [columns, rows], values: transposeValues(tensor.values, rows, columns) };
}

function transposeValues<Values extends Float32Array | Int8Array>(
  values: Values,
  rows: number,
  columns: number,
): Values {
  const turned = values.slice() as Values;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      turned[column * rows + row] = values[row * columns + column] ?? 0;
    }
  }
  return turned;
}
