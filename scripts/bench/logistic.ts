/** Logistic regression by Newton's method, a little ridge on the weights but not on the bias. */

/** Solves `matrix · x = values` by elimination; both are used up. */
function solve(matrix: number[][], values: number[]): number[] {
  const size = values.length;
  const at = (row: number, column: number) => matrix[row]?.[column] ?? 0;
  for (let pivot = 0; pivot < size; pivot += 1) {
    for (let row = 0; row < size; row += 1) {
      if (row === pivot) continue;
      const factor = at(row, pivot) / at(pivot, pivot);
      for (let column = pivot; column < size; column += 1) {
        const target = matrix[row];
        if (target) target[column] = at(row, column) - factor * at(pivot, column);
      }
      values[row] = (values[row] ?? 0) - factor * (values[pivot] ?? 0);
    }
  }
  return values.map((value, row) => value / at(row, row));
}

const product = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

export function probability(features: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-product([...features, 1], weights)));
}

export interface Example {
  readonly features: readonly number[];
  readonly answerable: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** Weights of the features, the bias last. */
export function fitLogistic(examples: readonly Example[], ridge = 0.003): readonly number[] {
  const size = (examples[0]?.features.length ?? 0) + 1;
  const total = examples.reduce((sum, one) => sum + one.weight, 0);
  const spread = Array.from({ length: size - 1 }, (_, at) => {
    const mean = examples.reduce((sum, one) => sum + (one.features[at] ?? 0), 0) / examples.length;
    return (
      examples.reduce((sum, one) => sum + ((one.features[at] ?? 0) - mean) ** 2, 0) /
      examples.length
    );
  });
  let weights: number[] = Array(size).fill(0);
  for (let round = 0; round < 40; round += 1) {
    const gradient: number[] = Array(size).fill(0);
    const hessian = Array.from({ length: size }, (): number[] => Array(size).fill(0));
    for (const { features, answerable, weight } of examples) {
      const row = [...features, 1];
      const p = probability(features, weights);
      for (const [i, value] of row.entries()) {
        gradient[i] = (gradient[i] ?? 0) + ((p - (answerable ? 1 : 0)) * value * weight) / total;
        const line = hessian[i] ?? [];
        for (const [j, other] of row.entries()) {
          line[j] = (line[j] ?? 0) + (p * (1 - p) * value * other * weight) / total;
        }
      }
    }
    for (const [at, variance] of spread.entries()) {
      gradient[at] = (gradient[at] ?? 0) + ridge * variance * (weights[at] ?? 0);
      const line = hessian[at] ?? [];
      line[at] = (line[at] ?? 0) + ridge * variance;
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight - (step[at] ?? 0));
  }
  return weights;
}
