import { factsOf } from './facts.js';
import type { Tag } from './lexicon.js';
import type { QuestionContext } from './reading.js';
import { scan } from './scan.js';

/** A break in a sentence, after which a question begins. */
const breaks =
  /(?:\s*[:,;–—]|\s-)\s+(?=(?:and |but )?(?:has|have|had|did|does|do|is|are|was|were|who|which|what|when|how|whether|can|could|list|name)\b)/gi;

/** What narrows or turns the question that follows, and so is no mere address. */
const narrowing =
  /\b(?:if|unless|assuming|suppose|supposing|imagine|provided|except|excepting|besides|beside|apart|aside|than|excluding|including|only|according|unlike|like|whereas|although|though|while|because|compared|given|considering|when|where|not)\b/;

const harmless: ReadonlySet<Tag> = new Set([
  'filler',
  'aux',
  'can',
  'open',
  'and',
  'or',
  'during',
  'accord-noun',
  'any',
]);

/**
 * What stands before the question in its own sentence and asks nothing: "quick one: has Chile
 * signed", "for a paper on the Paris Call, has Japan signed". It may name an accord, and no one and
 * nothing else that a question turns on; null otherwise.
 */
export function preambleOf(
  clause: string,
  context: QuestionContext,
): { readonly rest: string; readonly accords: readonly string[] } | null {
  const last = [...clause.matchAll(breaks)].at(-1);
  if (!last) return null;
  const facts = factsOf(scan(clause.slice(0, last.index), context));
  const { scan: read, participants, accords, demonyms, groupCount } = facts;
  const plain =
    participants.length + demonyms.length + groupCount === 0 &&
    read.dates.length === 0 &&
    read.launch === null &&
    read.ordinal === null &&
    read.tags.every(({ tag }) => harmless.has(tag));
  if (!plain || narrowing.test(read.folded)) return null;
  return { rest: clause.slice(last.index + last[0].length), accords };
}
