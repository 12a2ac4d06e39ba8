import { randomBytes } from 'node:crypto';

/** A mark that no text can know; made anew where it does by chance. */
export function boundaryFor(texts: readonly string[]): string {
  const mark = `==${randomBytes(9).toString('hex')}==`;
  return texts.some((text) => text.includes(mark)) ? boundaryFor(texts) : mark;
}
