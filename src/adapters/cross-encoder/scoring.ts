import { InferenceSession, Tensor } from 'onnxruntime-node';
import { AccordError } from '../../domain/errors.js';
import type { Pair } from './pairs.js';

/** Inputs that a BERT-style cross-encoder may have, by the names that exporters give them. */
const known: Readonly<Record<string, (pair: Pair) => readonly number[]>> = {
  input_ids: ({ tokens }) => tokens,
  attention_mask: ({ tokens }) => tokens.map(() => 1),
  token_type_ids: ({ types }) => types,
};

const onlyErrors = 3;

function tensor(values: readonly number[], type: string): Tensor {
  const sides = [1, values.length];
  return type === 'int32'
    ? new Tensor('int32', Int32Array.from(values), sides)
    : new Tensor('int64', BigInt64Array.from(values, BigInt), sides);
}

function unusable(path: string, reason: string): AccordError {
  return new AccordError(
    'model-damaged',
    `The reranker's model ${path} ${reason}. It has to be a BERT-style cross-encoder exported to ONNX: input_ids, attention_mask and perhaps token_type_ids in, one or two logits a pair out.`,
    { facts: { path, reason } },
  );
}

/** One logit as it is; of two, by how much "relevant" leads. */
function scoreOf(path: string, output: Tensor | undefined): number {
  const logits = Array.from(output?.data ?? [], Number);
  const [first = Number.NaN, second] = logits;
  const score = second === undefined ? first : second - first;
  if (logits.length > 2) throw unusable(path, `gives ${logits.length} numbers a pair`);
  if (!Number.isFinite(score)) throw unusable(path, 'gives no finite number');
  return score;
}

/** Opens a model; throws `model-damaged` when it is none, or asks for inputs that are not known. */
export async function openScoring(
  path: string,
  threads: number,
): Promise<(pair: Pair) => Promise<number>> {
  const session = await InferenceSession.create(path, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    logSeverityLevel: onlyErrors,
  }).catch((cause: unknown) => {
    throw unusable(path, `cannot be opened (${cause instanceof Error ? cause.message : cause})`);
  });
  const strange = session.inputNames.find((name) => !(name in known));
  if (strange !== undefined) throw unusable(path, `asks for the input "${strange}"`);
  const types = new Map(
    session.inputMetadata.map((one) => [one.name, one.isTensor ? one.type : 'int64']),
  );
  const named = session.outputNames.find((name) => name === 'logits');
  const [output = ''] = named === undefined ? session.outputNames : [named];
  return async (pair) => {
    const feeds = Object.fromEntries(
      session.inputNames.map((name) => [
        name,
        tensor(known[name]?.(pair) ?? [], types.get(name) ?? 'int64'),
      ]),
    );
    // One pair at a time: a batch would tie its score to its neighbours where the model is int8.
    const outputs = await session.run(feeds, [output]);
    return scoreOf(path, outputs[output]);
  };
}
