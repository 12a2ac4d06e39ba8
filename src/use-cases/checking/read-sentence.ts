import type { Claim } from '../../domain/claim.js';
import type { Moment, Predicate } from '../../domain/register-query.js';
import { factsOf, tellsAct } from '../../language/question/facts.js';
import { dateMentions } from '../../language/question/moments.js';
import { parseQuestion } from '../../language/question/parse.js';
import type { QuestionContext } from '../../language/question/reading.js';
import { scan } from '../../language/question/scan.js';
import { type Claimed, type Deed, deedOfKind, type Period } from './claimed.js';

/** A sentence of a text, without marks, and the one before that lends it an accord. */
export interface Told {
  readonly text: string;
  readonly before: string;
}

/**
 * Words by which a sentence does not simply say that something was done: doubt, conditions, hopes,
 * denials of the whole, exceptions, and times that are no date.
 */
const qualified =
  /\b(?:if|whether|unless|might|could|would|should|must|ought|will|won't|gonna|hopes?|hoping|wish(?:es)?|doubts?|doubtful|false|wrong|incorrect|myth|untrue|lies?|lying|lied|fake|imagine|suppose|supposedly|pretend|maybe|perhaps|probably|possibly|likely|allegedly|apparently|rumou?rs?|rumou?red|nobody|no one|hardly|barely|almost|nearly|only|except|apart|besides|thinks?|thought|believes?|believed|guess|claims?|claimed|wants? you|joke|kidding|initially|originally|first|last|until|till|between|through|before|after|once|used to|no longer|some|most|many|several|half|part of the reason|because|at (?:its |the )?launch|founding|from the (?:start|beginning)|at first|at the time|back then|day one|others?|more|launched|launches|initiated|everyone|everybody)\b|(?:^|\s)may\b|\bnot true\b|\/s\b|\?/;

/** True for a sentence that only a whole reading may be trusted with. */
export function isQualified(text: string): boolean {
  return qualified.test(
    text
      .replace(/\b(?:May|March) \d/g, 'x')
      .replace(/\bMay\b/g, 'x')
      .toLowerCase(),
  );
}

/** "Everyone but Russia": one that is named for being left out. */
const leftOut =
  /\b(?:everyone|everybody|anyone|anybody|all|every \w+|no one|nobody|none) (?:but|save|bar|other than)\b/i;

const punctual =
  /\b(?:sign(?:s|ed)?|join(?:s|ed)?|rejoined|ratif(?:y|ies|ied)|acced(?:e|es|ed)|endorsed|became|adopted|inked|adhered|subscribed|committed|put its name)\b/i;

interface PredicateOf {
  readonly deed: Deed;
  readonly denied: boolean;
}

const predicates: Partial<Record<Predicate, PredicateOf>> = {
  participates: { deed: 'join', denied: false },
  signed: { deed: 'sign', denied: false },
  outside: { deed: 'join', denied: true },
  bound: { deed: 'consent', denied: false },
  'not-bound': { deed: 'consent', denied: true },
  withdrew: { deed: 'leave', denied: false },
  declined: { deed: 'decline', denied: false },
  undecided: { deed: 'undecided', denied: false },
  announced: { deed: 'announce', denied: false },
};

function periodOf(when: Moment): Period | null | undefined {
  if (when.kind === 'now') return null;
  if (when.kind === 'day') return { from: null, to: when.day };
  return when.kind === 'during' ? { from: when.from, to: when.to } : undefined;
}

/** The sentence as a question: whole, or not at all. */
export function asked({ text, before }: Told, context: QuestionContext) {
  const plain = text.replace(/[\s.!;:…]+$/u, '');
  const reading = parseQuestion(
    `${before}${before === '' ? '' : ' '}Is it true that ${plain}?`,
    context,
  );
  return reading.kind === 'register' && !reading.assumed ? reading.query : null;
}

/**
 * What the question parser makes of a sentence that it reads whole: claims on named participants.
 * Null where it does not read it.
 */
export function readWhole(told: Told, context: QuestionContext): readonly Claimed[] | null {
  const query = leftOut.test(told.text) ? null : asked(told, context);
  if (query?.ask !== 'whether' || query.combine === 'any' || query.combine === 'minus') return null;
  const facts = factsOf(scan(told.text, context));
  const meant = predicates[query.predicate];
  const when = periodOf(query.when);
  const several = query.participants.some((named) => named.ids.length !== 1);
  if (!meant || when === undefined || several || facts.scan.language !== 'en') return null;
  const negated = facts.has('not', 'neither') || query.combine === 'none';
  const denied = meant.denied || negated;
  if (negated && facts.has('outside')) return null;
  const signs = facts.items.some(
    (item) => item.role === 'join' && /^(?:sign|inked)/.test(item.text),
  );
  const deed = meant.deed === 'join' && signs ? 'sign' : meant.deed;
  const state = !tellsAct(facts) || (!punctual.test(told.text) && deed === 'join');
  const pairs = new Set(
    query.participants.flatMap(({ ids }) => query.accords.map((accord) => `${accord} ${ids[0]}`)),
  );
  return [...pairs].map((pair) => {
    const [accord = '', participant = ''] = pair.split(' ');
    return { accord, participant, deed, denied, when, state };
  });
}

/** The one period that the sentence names; undefined where it names several or a vague one. */
function periodIn(text: string, context: QuestionContext): Period | null | undefined {
  const [date, ...others] = dateMentions(text, text.toLowerCase(), 'en', context.today);
  if (!date) return /\b\d{4}\b/.test(text) ? undefined : null;
  if (others.length > 0 || !['in', 'by', 'since'].includes(date.relation)) return undefined;
  const { earliest, latest } = date.span;
  return date.relation === 'by' ? { from: null, to: latest } : { from: earliest, to: latest };
}

/** Claims that the extractor read out of a sentence, where nothing qualifies what it says. */
export function readExtracted(
  text: string,
  claims: readonly Claim[],
  context: QuestionContext,
): readonly Claimed[] {
  if (isQualified(text)) return [];
  const period = periodIn(text, context);
  return claims.flatMap((claim): Claimed[] => {
    if (claim.confidence === 'low') return [];
    const consent = claim.kind === 'absent' && claim.note !== null;
    const denied = claim.kind === 'absent';
    const signs = denied && /\bsign/i.test(text) && !consent;
    const told = denied ? claim.reported : claim.on;
    const dated =
      told?.earliest && told.earliest !== context.today
        ? { from: told.earliest, to: told.latest }
        : null;
    const when = period === undefined ? dated : period;
    if (period === undefined && dated === null) return [];
    const deed = consent ? 'consent' : signs ? 'sign' : deedOfKind(claim.kind);
    const state = !punctual.test(text);
    return [{ accord: claim.accord, participant: claim.participant.id, deed, denied, when, state }];
  });
}
