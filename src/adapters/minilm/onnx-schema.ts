import protobuf from 'protobufjs/light.js';

/** Element types of ONNX tensors that the graph uses. */
export const elementType = { float32: 1, int8: 3, int32: 6, int64: 7, float16: 10 } as const;

/** Kinds of ONNX attributes that the graph uses. */
const attributeType = { float: 1, int: 2, ints: 7 } as const;

export interface OnnxAttribute {
  readonly name: string;
  readonly type: number;
  readonly f?: number;
  readonly i?: number;
  readonly ints?: readonly number[];
}

export interface OnnxNode {
  readonly opType: string;
  readonly name: string;
  readonly domain: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly OnnxAttribute[];
}

export interface OnnxTensor {
  readonly name: string;
  readonly dataType: number;
  readonly dims: readonly number[];
  readonly rawData: Uint8Array;
}

/** An input or output; a side that varies has a name instead of a length. */
interface OnnxPort {
  readonly name: string;
  readonly elementType: number;
  readonly sides: readonly (number | string)[];
}

export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
}

export function floatAttribute(name: string, f: number): OnnxAttribute {
  return { name, type: attributeType.float, f };
}

export function intAttribute(name: string, i: number): OnnxAttribute {
  return { name, type: attributeType.int, i };
}

export function intsAttribute(name: string, ints: readonly number[]): OnnxAttribute {
  return { name, type: attributeType.ints, ints };
}

const one = (id: number, type: string) => ({ id, type });
const many = (id: number, type: string) => ({ id, type, rule: 'repeated' });

/** The messages and fields of onnx.proto that the graph needs, by their numbers there. */
const schema = protobuf.Root.fromJSON({
  nested: {
    Model: {
      fields: {
        irVersion: one(1, 'int64'),
        producerName: one(2, 'string'),
        graph: one(7, 'Graph'),
        opsetImport: many(8, 'OperatorSet'),
      },
    },
    OperatorSet: { fields: { domain: one(1, 'string'), version: one(2, 'int64') } },
    Graph: {
      fields: {
        node: many(1, 'Node'),
        name: one(2, 'string'),
        initializer: many(5, 'Tensor'),
        input: many(11, 'Port'),
        output: many(12, 'Port'),
      },
    },
    Node: {
      fields: {
        input: many(1, 'string'),
        output: many(2, 'string'),
        name: one(3, 'string'),
        opType: one(4, 'string'),
        attribute: many(5, 'Attribute'),
        domain: one(7, 'string'),
      },
    },
    Attribute: {
      fields: {
        name: one(1, 'string'),
        f: one(2, 'float'),
        i: one(3, 'int64'),
        ints: many(8, 'int64'),
        type: one(20, 'int32'),
      },
    },
    Tensor: {
      fields: {
        dims: many(1, 'int64'),
        dataType: one(2, 'int32'),
        name: one(8, 'string'),
        rawData: one(9, 'bytes'),
      },
    },
    Port: { fields: { name: one(1, 'string'), type: one(2, 'Type') } },
    Type: { fields: { tensorType: one(1, 'TensorType') } },
    TensorType: { fields: { elemType: one(1, 'int32'), shape: one(2, 'Shape') } },
    Shape: { fields: { dim: many(1, 'Side') } },
    Side: { fields: { dimValue: one(1, 'int64'), dimParam: one(2, 'string') } },
  },
});

const port = ({ name, elementType: elemType, sides }: OnnxPort) => ({
  name,
  type: {
    tensorType: {
      elemType,
      shape: {
        dim: sides.map((side) =>
          typeof side === 'string' ? { dimParam: side } : { dimValue: side },
        ),
      },
    },
  },
});

/** The bytes of an ONNX file: IR 9, operator set 20 and the contributed operators of onnxruntime. */
export function encodeModel(graph: OnnxGraph): Uint8Array {
  const model = schema.lookupType('Model');
  return model
    .encode({
      irVersion: 9,
      producerName: 'accord',
      opsetImport: [
        { domain: '', version: 20 },
        { domain: 'com.microsoft', version: 1 },
      ],
      graph: {
        name: graph.name,
        node: graph.nodes,
        initializer: graph.initializers,
        input: graph.inputs.map(port),
        output: graph.outputs.map(port),
      },
    })
    .finish();
}
