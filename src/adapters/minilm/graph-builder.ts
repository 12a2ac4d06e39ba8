import { elementType, type OnnxAttribute, type OnnxNode, type OnnxTensor } from './onnx-schema.js';
import type { FloatTensor, HalfTensor } from './safetensors.js';

/** Collects nodes and constants; every method returns the name of the value it made. */
export interface GraphBuilder {
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
  /** Adds a node with one output, named as the node. */
  node(
    opType: string,
    name: string,
    inputs: readonly string[],
    attributes?: readonly OnnxAttribute[],
  ): string;
  /** Adds a node with several outputs. */
  split(opType: string, outputs: readonly string[], inputs: readonly string[]): void;
  /** Adds an operator of onnxruntime that ONNX lacks. */
  contributed(
    opType: string,
    name: string,
    inputs: readonly string[],
    attributes?: readonly OnnxAttribute[],
  ): string;
  float(name: string, tensor: FloatTensor): string;
  half(name: string, tensor: HalfTensor): string;
  int8(name: string, shape: readonly number[], values: Int8Array): string;
  int64(name: string, values: readonly number[]): string;
}

const bytesOf = (view: ArrayBufferView) =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

export function createGraphBuilder(): GraphBuilder {
  const nodes: OnnxNode[] = [];
  const initializers: OnnxTensor[] = [];

  function add(
    domain: string,
    opType: string,
    output: readonly string[],
    input: readonly string[],
    attribute: readonly OnnxAttribute[] = [],
  ): void {
    nodes.push({ domain, opType, name: `${output[0]}/${opType}`, input, output, attribute });
  }

  function constant(
    name: string,
    dataType: number,
    dims: readonly number[],
    values: ArrayBufferView,
  ): string {
    initializers.push({ name, dataType, dims, rawData: bytesOf(values) });
    return name;
  }

  return {
    nodes,
    initializers,
    node(opType, name, inputs, attributes) {
      add('', opType, [name], inputs, attributes);
      return name;
    },
    split(opType, outputs, inputs) {
      add('', opType, outputs, inputs);
    },
    contributed(opType, name, inputs, attributes) {
      add('com.microsoft', opType, [name], inputs, attributes);
      return name;
    },
    float: (name, { shape, values }) => constant(name, elementType.float32, shape, values),
    half: (name, { shape, bytes }) => constant(name, elementType.float16, shape, bytes),
    int8: (name, shape, values) => constant(name, elementType.int8, shape, values),
    int64: (name, values) =>
      constant(name, elementType.int64, [values.length], BigInt64Array.from(values, BigInt)),
  };
}
