/**
 * A text as it is when it fits, else as halves, halved again until each fits: cut before the white
 * space nearest to the middle, or between characters where there is none. Nothing is left out.
 */
export function partsThatFit(text: string, fits: (part: string) => boolean): readonly string[] {
  const middle = fits(text) ? 0 : cutOf(text);
  if (middle === 0) return [text];
  return [text.slice(0, middle), text.slice(middle)].flatMap((half) => partsThatFit(half, fits));
}

/** Where to halve a text; 0 when it is a single character. */
function cutOf(text: string): number {
  const half = Math.floor(text.length / 2);
  const after = text.slice(half).search(/\s/);
  const before = text.slice(1, half).search(/\s\S*$/) + 1;
  const spaces = [before, after < 0 ? 0 : half + after].filter((at) => at > 0);
  if (spaces.length > 0) {
    return spaces.reduce((a, b) => (Math.abs(a - half) <= Math.abs(b - half) ? a : b));
  }
  const insidePair = /^[\uDC00-\uDFFF]/.test(text.slice(half, half + 1));
  return insidePair ? half - 1 : half;
}
