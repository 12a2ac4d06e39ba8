const swapped = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

/** Little-endian bytes of the numbers; shares their memory on little-endian machines. */
export function bytesOf(values: Float32Array): Uint8Array {
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return swapped ? Buffer.from(bytes).swap32() : bytes;
}

/** Numbers from little-endian bytes that begin at a multiple of four; shares their memory. */
export function floatsOf(bytes: Uint8Array): Float32Array {
  if (swapped) Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).swap32();
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}
