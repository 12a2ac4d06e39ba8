import { analyse } from 'chardet';
import { cleanCharacters } from './text-cleaning.js';

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** Encodings that single-byte Latin text is easily taken for; they are read as Windows-1252. */
const latin = /^(?:ISO-8859-[129]|windows-125[0247]|UTF-32.*|ISO-2022.*)$/;

function startsWith(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** UTF-16 without a mark: text of Latin letters has a zero in nearly every other byte. */
function zeroPattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2048);
  if (!sample.includes(0)) return null;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.05 ? 'utf-16be' : null;
}

function detected(bytes: Uint8Array): string {
  const [best] = analyse(bytes.subarray(0, 65_536));
  if (!best || latin.test(best.name) || best.confidence < 40) return 'windows-1252';
  return best.name;
}

function encodingOf(bytes: Uint8Array, declared: string | null): string {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const wide = zeroPattern(bytes);
  if (wide) return wide;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return declared && !/^utf-?8$/i.test(declared) ? declared : detected(bytes);
  }
}

/** What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters. */
const windowsMarks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The platform's own decoder of this name leaves 0x80 to 0x9F as control characters in Node 20. */
function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (mark) => windowsMarks[mark.charCodeAt(0) - 0x80] ?? '');
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  if (/^(?:windows-1252|iso-?8859-?1|latin-?1|(?:us-)?ascii)$/i.test(encoding)) {
    return decodeWindows1252(bytes);
  }
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** Control characters and characters lost in decoding, as a share of the text. */
function junkShare(text: string): number {
  const sample = text.slice(0, 20_000);
  const junk = sample.match(/(?![\t\n\f\r\v\u0085])[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return junk / Math.max(sample.length, 1);
}

/**
 * Text of a file: UTF-8 with or without mark, UTF-16 with mark or by its zero bytes, otherwise the
 * declared encoding, one that its bytes show clearly, or Windows-1252, which holds Latin-1.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) {
    return { ok: false, reason: 'not text: it is a PDF; give it the extension .pdf' };
  }
  const text = decodeAs(encodingOf(bytes, declared), bytes);
  if (text.includes('\0')) return { ok: false, reason: 'not text: it has zero bytes' };
  if (junkShare(text) > 0.02) return { ok: false, reason: 'not text: it has control characters' };
  return { ok: true, text: cleanCharacters(text) };
}
