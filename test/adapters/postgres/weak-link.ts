import { onTestFinished } from 'vitest';
import { linkTo } from './link.js';

/** A way to a server that can be cut, which ends with the test. */
export async function weakLinkTo(url: string) {
  const link = await linkTo(url);
  onTestFinished(link.cut);
  return link;
}
