import type { Piece } from './pieces.js';
import { codeAt, type Deed, groupAt, isMark } from './sentence.js';
import type { Verb } from './verbs.js';
import { singularTakers } from './vocabulary.js';

/** The words before a verb that say how it is meant, read from right to left. */
export interface VerbGroup {
  /** Place of its first word; the subject stands to the left. */
  readonly start: number;
  /** What the group says; null when nobody did, refused or intends anything. */
  readonly deed: Deed | null;
  readonly passive: boolean;
  readonly doubtful: boolean;
  /** Place of a group that owns the noun: "Britain's refusal to sign". */
  readonly owner: number | null;
  /** It follows "and" or "but" and shares its subject with the verb before. */
  readonly coordinated: boolean;
  /** "the latest country to sign": a noun phrase after a form of "be" or a comma. */
  readonly predicate: boolean;
}

const adverbs =
  /^(?:[a-z]{3,}ly|also|now|formally|officially|already|since|recently|then|later|again|both|all|each|finally|subsequently|reportedly|allegedly|apparently|still|consistently|repeatedly|likewise|today|yesterday|immediately|swiftly|quickly|initially|originally|eventually|together|publicly|quietly|even|too|just|so|far|yesterday|tonight|long|yet|fully|jointly|voluntarily|proudly|never-before|either|neither|currently|only|simply|merely|notably|explicitly|steadfastly|flatly|ultimately|soon|thus|therefore|however|instead|meanwhile|similarly|equally|symbolically|previously|earlier|unanimously|actually|have|has|had|having|did|do|does|'ve|'d)$/;
const refusals = /^(?:refus(?:e|es|ed|ing|al|als)|declin(?:e|es|ed|ing))$/;
const failures = /^(?:fail(?:s|ed|ing|ure)?|neglect(?:s|ed)?)$/;
const intents =
  /^(?:plan|plans|planned|planning|intend|intends|intended|intending|intention|intentions|intent|aim|aims|aiming|hope|hopes|hoping|want|wants|wanted|wish|wishes|desire|desires|willingness|willing|readiness|ready|prepared|preparing|set|due|expected|going|agreed|agrees|agree|promised|promises|promise|pledged|pledges|pledge|vowed|vows|committed|decided|decides|decision|decisions|poised|slated|scheduled|keen|eager|move|moves|moving|resolved|undertook|commitment|announced|announces|announce|preparations|about)$/;
const stances =
  /^(?:opted|chose|chosen|choosing|chooses|choose|opts|elected|decided|decides|vowed|pledged|determined|resolved|preferred)$/;
const nouns =
  /^(?:refusal|failure|intention|intentions|intent|plan|plans|desire|desires|willingness|readiness|decision|decisions|commitment|promise|pledge|move|wish|hope|preparations)$/;
const voicing =
  /^(?:express|expresses|expressed|announce|announces|announced|voiced|declared|signalled|signaled|stated|confirmed|reaffirmed|reiterated|repeated|made|took|taken|take|with|showed|shown|indicated|has|have|had|no|its|their|his|her|a|an|the|clear|firm|strong|formal|official|joint|any|own|political)$/;
const ordinal =
  /^(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[a-z]+(?:th|first|second|third)|latest|newest|last|only|next|sole|most|recent|respectively)$/;

interface State {
  at: number;
  negated: boolean;
  future: boolean;
  would: boolean;
  impossible: boolean;
  deed: Deed | null;
  be: boolean;
  doubtful: boolean;
  owner: number | null;
  predicate: boolean;
  only: boolean;
  perfect: boolean;
}

/** "the 52nd country in the world to": steps back over it; false when it is something else. */
function overPredicate(pieces: readonly Piece[], state: State): boolean {
  let back = state.at;
  let head = false;
  while (back > 0 && state.at - back < 9) {
    const code = codeAt(pieces, back - 1);
    if (ordinal.test(code)) {
      head = true;
      state.only ||= code === 'only' || code === 'sole';
    } else if (code === 'the' || code === 'among') {
      if (head) {
        state.at = back - (codeAt(pieces, back - 2) === 'among' ? 2 : 1);
        state.predicate = true;
        return true;
      }
      if (code === 'among') return false;
    } else if (
      !/^(?:in|of|world|european|african|asian|american|latin|state|un|'s|a|and|eu|g7|g20|nato|d|n|p|-|,)$/.test(
        code.toLowerCase(),
      ) &&
      !singularTakers.has(code) &&
      pieces[back - 1]?.item?.kind !== 'group' &&
      !/^[a-z]+(?:n|ic|al|ern)$/.test(code)
    ) {
      return false;
    }
    back -= 1;
  }
  return false;
}

/** "the decision of the administration to join": the noun stands before its owner. */
function decisionOf(pieces: readonly Piece[], state: State): boolean {
  let noun = state.at - 2;
  while (/^(?:the|both)$/.test(codeAt(pieces, noun))) noun -= 1;
  if (!/^(?:of|by)$/.test(codeAt(pieces, noun))) return false;
  if (codeAt(pieces, noun - 1) === 'taken') noun -= 1;
  const code = codeAt(pieces, noun - 1);
  if (!nouns.test(code)) return false;
  const refuses = code === 'refusal' || (code === 'decision' && state.negated);
  state.deed = refuses ? 'declined' : code === 'failure' ? 'absent' : 'announced';
  state.negated = false;
  state.owner = state.at - 1;
  state.at = noun - 1;
  return true;
}

function governor(pieces: readonly Piece[], state: State): boolean {
  if (codeAt(pieces, state.at - 1) === 'not') {
    state.negated = !state.negated;
    state.at -= 1;
    if (stances.test(codeAt(pieces, state.at - 1))) {
      state.deed = 'declined';
      state.negated = false;
      state.at -= 1;
      return true;
    }
  }
  const code = codeAt(pieces, state.at - 1);
  if (
    code === 'yet' ||
    (code === 'still' && /^(?:has|have|is|are)$/.test(codeAt(pieces, state.at - 2)))
  ) {
    state.deed = 'undecided';
    state.at -= 1;
    return true;
  }
  if (codeAt(pieces, state.at - 1) === 'P') return decisionOf(pieces, state);
  if (code === 'likely' || code === 'unlikely') return false;
  const deed = refusals.test(code)
    ? 'declined'
    : failures.test(code)
      ? 'absent'
      : intents.test(code)
        ? 'announced'
        : null;
  if (deed === null) return overPredicate(pieces, state);
  state.deed = deed;
  state.doubtful ||=
    /^(?:hope|hopes|hoping|want|wants|wanted|wish|wishes|expected|keen|eager)$/.test(code);
  state.at -= 1;
  if (deed === 'announced' && state.negated) {
    state.deed = 'declined';
    state.negated = false;
  }
  if (!nouns.test(code)) return true;
  while (voicing.test(codeAt(pieces, state.at - 1))) {
    if (codeAt(pieces, state.at - 1) === 'no' && state.deed === 'announced')
      state.deed = 'declined';
    state.at -= 1;
  }
  if (codeAt(pieces, state.at - 1) === "'s" && groupAt(pieces, state.at - 2)) {
    state.owner = state.at - 2;
    state.at -= 2;
  } else if (codeAt(pieces, state.at - 1) === 'of' || codeAt(pieces, state.at - 1) === 'by')
    return false;
  return true;
}

const gerundRefusal = /^(?:out|against|from|of|off|avoid|avoided|avoids|resisted|shunned)$/;

function gerund(pieces: readonly Piece[], state: State): boolean {
  const code = codeAt(pieces, state.at - 1);
  const before = codeAt(pieces, state.at - 2);
  if (
    /^(?:consider|considers|considering|considered|weigh|weighs|weighing|mull|mulls|mulling|contemplat\w+|debating|study|studying)$/.test(
      code,
    )
  ) {
    state.deed = 'undecided';
    state.at -= 1;
    return true;
  }
  if (gerundRefusal.test(code)) {
    const refuses =
      (code === 'out' && /^rul(?:e|ed|es|ing)$/.test(before)) ||
      (code === 'against' && /^(?:decided|chose|opted|voted)$/.test(before)) ||
      (code === 'from' && /^(?:refrain\w*|abstain\w*)$/.test(before)) ||
      (code === 'of' && before === 'short') ||
      /^(?:avoid|resist|shun)/.test(code);
    if (!refuses) return false;
    state.deed = 'declined';
    state.at -= /^(?:avoid|resist|shun)/.test(code) ? 1 : 2;
    if (before === 'short') state.at -= 1;
    return true;
  }
  return false;
}

const inert =
  /^(?:could|may|might|should|must|can|cannot|ought|if|whether|unless|let|lets|help|helped|without|denied|deny|denies|by|after|before|upon|when|for|until|once|about|threatened|like)$/;

/** Reads the words before a verb. Null when the verb says nothing of anybody. */
export function verbGroupBefore(
  pieces: readonly Piece[],
  place: number,
  verb: Verb,
): VerbGroup | null {
  const state: State = {
    at: place,
    negated: false,
    future: false,
    would: false,
    impossible: false,
    deed: null,
    be: false,
    doubtful: false,
    owner: null,
    predicate: false,
    only: false,
    perfect: false,
  };
  let coordinated = false;
  let finite = verb.form === 'past' || verb.form === 's';
  let verbless = verb.form === 'ing';
  for (let steps = 0; steps < 24 && state.at > 0; steps += 1) {
    const code = codeAt(pieces, state.at - 1);
    const piece = pieces[state.at - 1];
    if (verbless && steps === 0 && gerund(pieces, state)) {
      verbless = false;
      finite = true;
      continue;
    }
    if (piece?.item?.kind === 'date')
      state.at -= /^(?:on|in|by|since|during|at)$/.test(codeAt(pieces, state.at - 2)) ? 2 : 1;
    else if (/^(?:not|never)$/.test(code)) {
      state.negated = !state.negated;
      state.at -= 1;
    } else if (/^(?:will|shall|'ll)$/.test(code)) {
      state.future = true;
      state.at -= 1;
    } else if (code === 'would') {
      if (state.perfect) return null;
      state.would = true;
      state.at -= 1;
    } else if (
      /^(?:is|are|was|were|be|been|being|get|got|became|become|becomes|becoming)$/.test(code)
    ) {
      state.be = true;
      state.at -= 1;
      verbless = false;
    } else if (code === 'to') {
      state.at -= 1;
      if (!governor(pieces, state)) return null;
      finite = true;
    } else if (adverbs.test(code)) {
      if (/^(?:reportedly|allegedly|apparently)$/.test(code)) state.doubtful = true;
      if (/^(?:have|has|had|did|do|does|having)$/.test(code)) finite = true;
      state.perfect ||= code === 'have' && state.at > 0;
      state.at -= 1;
    } else if (inert.test(code)) return null;
    else {
      coordinated =
        /^(?:and|but|or|nor)$/.test(code) ||
        (code === ',' && /^(?:and|but|or|nor)$/.test(codeAt(pieces, state.at - 2)));
      if (
        code === ',' &&
        /^(?:so|however|meanwhile|too|though)$/.test(codeAt(pieces, state.at - 2))
      ) {
        state.at -= 1;
        continue;
      }
      break;
    }
  }
  if (
    state.predicate &&
    !state.be &&
    codeAt(pieces, state.at - 1) !== ',' &&
    !/^(?:as|remains|remained)$/.test(codeAt(pieces, state.at - 1))
  )
    return null;
  if (verbless && !coordinated) {
    const before = codeAt(pieces, state.at - 1);
    if (!isMark(before) && before !== 'in') return null;
  }
  if (
    !finite &&
    state.be === false &&
    verb.form === 'base' &&
    state.deed === null &&
    state.at === 0
  )
    return null;
  return {
    start: state.at,
    deed: deedOf(state),
    passive: state.be && verb.form === 'past' && !state.predicate,
    doubtful: state.doubtful,
    owner: state.owner,
    coordinated,
    predicate: state.predicate,
  };
}

function deedOf(state: State): Deed | null {
  const { deed, negated, future, would } = state;
  if (deed === 'declined' || deed === 'absent') return negated ? null : deed;
  if (deed === 'undecided') return negated ? null : deed;
  if (deed === 'announced') return negated ? 'declined' : deed;
  if (future || would) return negated ? 'declined' : 'announced';
  return negated ? 'absent' : 'did';
}
