/** Writes whole numbers from 0 in seven-bit groups, low ones first: small numbers take one byte. */
export function createVarintWriter() {
  let bytes = new Uint8Array(1024);
  let size = 0;
  return {
    write(value: number): void {
      if (size + 5 > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
      let rest = value;
      while (rest > 127) {
        bytes[size] = (rest & 127) | 128;
        size += 1;
        rest >>>= 7;
      }
      bytes[size] = rest;
      size += 1;
    },
    bytes: () => bytes.subarray(0, size),
  };
}

/** Reads them back in order; 0 once there are no more. */
export function createVarintReader(bytes: Uint8Array): () => number {
  let at = 0;
  return () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
}
