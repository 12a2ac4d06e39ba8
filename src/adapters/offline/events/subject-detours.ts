import type { Piece } from '../annotation/pieces.js';
import { clauseStart, codeAt, groupAt, isMark } from './sentence.js';
import { auxiliaries, copulas } from './verb-words.js';
import { verbAt } from './verbs.js';

const modal = /^(?:will|would|could|may|might|should|must|can|shall|if|whether|not|never|no)$/;
const chosen =
  /^(?:only|sole|lone|last|first|latest|newest|next|among|amongst|one|some|two|three|several|few|most|another|[a-z]{3,}est)$/;
const small =
  /^(?:now|still|also|just|currently|perhaps|arguably|thus|so|far|the|a|an|of|in|world|all|both|by|yet|today|probably)$/;

/**
 * "Russia is the largest emitter that", "A and B are some of the big names who": place of the copula
 * of a noun phrase that a relative clause at `place` goes with; -1 where it is another one.
 */
export function overPredicateNoun(pieces: readonly Piece[], place: number): number {
  let picked = false;
  if (groupAt(pieces, place - 1)) return -1;
  for (let back = place - 1; back > 0 && place - back < 11; back -= 1) {
    const code = codeAt(pieces, back);
    if (isMark(code) || modal.test(code)) return -1;
    if (copulas.test(code) || /^(?:remains?|remained)$/.test(code)) {
      return picked && !modal.test(codeAt(pieces, back - 1)) ? back : -1;
    }
    if (chosen.test(code)) picked = true;
    else if (groupAt(pieces, back)?.members.length || pieces[back]?.item?.kind === 'accord')
      return -1;
    else if (auxiliaries.test(code) || verbAt(code)) return -1;
    else if (/^(?:from|with|behind|for|against|about|on|at)$/.test(code)) return -1;
    else if (small.test(code)) continue;
  }
  return -1;
}

/** "The other holdout to the deal, Nicaragua, announced": the name that a noun phrase is given. */
export function namedHead(pieces: readonly Piece[], mark: number): number {
  const name = mark - 1;
  if (codeAt(pieces, mark) !== ',' || codeAt(pieces, name - 1) !== ',') return -1;
  if (!groupAt(pieces, name)?.members.length) return -1;
  const from = clauseStart(pieces, name - 1);
  let start = from;
  while (/^(?:D|on|in|and|but|then|now|,|that|said|says|after|when)$/.test(codeAt(pieces, start)))
    start += 1;
  const head = pieces.slice(start, name - 1);
  if (!/^(?:the|its|a|an|another|their|his|her)$/.test(head[0]?.code ?? '') || head.length > 13)
    return -1;
  const plain = head.every(
    ({ code, item }) =>
      item?.kind !== 'group' &&
      !isMark(code) &&
      !auxiliaries.test(code) &&
      !copulas.test(code) &&
      !/^(?:with|by|according|said|says|against|over|amid|which|who|where)$/.test(code) &&
      (verbAt(code) === undefined || verbAt(code)?.form === 'base'),
  );
  return plain ? name : -1;
}

/** "Vera Jourova, on behalf of the EU, signed": for whom an unknown person acts. */
export function onBehalf(pieces: readonly Piece[], mark: number): number {
  const name = mark - 1;
  if (!groupAt(pieces, name)?.members.length) return -1;
  const of = codeAt(pieces, name - 1) === 'the' ? name - 2 : name - 1;
  const words = [3, 2, 1, 0].map((step) => codeAt(pieces, of - step)).join(' ');
  return /(?:on behalf of|(?:in|speaking|acting) the name of|(?: |^)for)$/.test(words) &&
    /^(?:,|\()$/.test(
      codeAt(pieces, of - (words.endsWith('behalf of') ? 3 : words.endsWith('name of') ? 4 : 1)),
    )
    ? name
    : -1;
}

/** "all states bordering Russia have ratified": the group of which the participle tells. */
export function overParticiple(pieces: readonly Piece[], place: number): number {
  const code = codeAt(pieces, place - 1);
  if (!/^[a-z]{3,}ing$/.test(code) || /^(?:including|excluding|being)$/.test(code)) return place;
  return groupAt(pieces, place - 2) ? place - 2 : place;
}
