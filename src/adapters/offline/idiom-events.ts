import { antecedent, type Discourse } from './discourse.js';
import { asAccord, type Piece } from './pieces.js';
import { accordAfter } from './predicate-events.js';
import {
  type Act,
  codeAt,
  type Deed,
  groupAt,
  mentionsBefore,
  type SentenceEvent,
} from './sentence.js';
import { subjectBefore } from './subjects.js';
import { verbGroupBefore } from './verb-group.js';
import type { Verb, VerbForm } from './verbs.js';

interface Idiom {
  /** base, third person, past, participle. */
  readonly verb: string;
  /** What must follow the verb; `A` an accord, `P` and `N` participants, `D` a date. */
  readonly right: RegExp;
  readonly act: Act;
  readonly deed: Deed;
}

const idioms: readonly Idiom[] = [
  {
    verb: 'put puts put putting',
    right: /^(?:its|their|his|her|the) (?:names?|signatures?) to (?:the )?(?:A|it|them)\b/,
    act: 'sign',
    deed: 'did',
  },
  {
    verb: 'add adds added adding',
    right:
      /^(?:its|their|his|her|the) (?:names?|signatures?|support|voices?) to (?:the )?(?:A|it|list)\b/,
    act: 'sign',
    deed: 'did',
  },
  {
    verb: 'append appends appended appending',
    right: /^(?:its|their|his|her|the) (?:names?|signatures?) to A\b/,
    act: 'sign',
    deed: 'did',
  },
  {
    verb: 'lend lends lent lending',
    right: /^(?:its|their|his|her) (?:support|names?|backing) to A\b/,
    act: 'support',
    deed: 'did',
  },
  {
    verb: 'give gives gave giving',
    right: /^(?:its|their|his|her) (?:full )?(?:support|backing|endorsement) to A\b/,
    act: 'support',
    deed: 'did',
  },
  {
    verb: 'throw throws threw throwing',
    right: /^(?:its|their|his|her) weight behind A\b/,
    act: 'support',
    deed: 'did',
  },
  {
    verb: 'pledge pledges pledged pledging',
    right: /^(?:its|their|his|her)? ?(?:full )?support (?:for|to) A\b/,
    act: 'support',
    deed: 'did',
  },
  {
    verb: 'withhold withholds withheld withholding',
    right:
      /^(?:its|their|his|her)? ?(?:support|backing|signatures?|endorsement|approval|consent)\b/,
    act: 'any',
    deed: 'declined',
  },
  { verb: 'turn turns turned turning', right: /^down (?:the )?A\b/, act: 'any', deed: 'declined' },
  {
    verb: 'deposit deposits deposited depositing',
    right: /^(?:its|their|his|her|an|the|his country 's)? ?(?:instruments? of )?ratifications?\b/,
    act: 'ratify',
    deed: 'did',
  },
  {
    verb: 'deposit deposits deposited depositing',
    right: /^(?:its|their|his|her|an|the)? ?instruments? of accession\b/,
    act: 'accede',
    deed: 'did',
  },
  {
    verb: 'deposit deposits deposited depositing',
    right: /^(?:its|their|his|her|an|the)? ?instruments? of acceptance\b/,
    act: 'accept',
    deed: 'did',
  },
  {
    verb: 'deposit deposits deposited depositing',
    right: /^(?:its|their|his|her|an|the)? ?instruments? of approval\b/,
    act: 'approve',
    deed: 'did',
  },
  {
    verb: 'notify notifies notified notifying',
    right:
      /^(?:(?!to\b)\S+ ){0,10}(?:of|about) (?:its|their|the|his) (?:\S+ )?(?:withdrawal|exit|departure)\b/,
    act: 'leave',
    deed: 'did',
  },
  {
    verb: 'submit submits submitted submitting',
    right:
      /^(?:\S+ ){0,3}(?:notification|notice|instruments?|notifications) of (?:its|their|the)? ?withdrawal\b/,
    act: 'leave',
    deed: 'did',
  },
  {
    verb: 'deposit deposits deposited depositing',
    right:
      /^(?:\S+ ){0,3}(?:notification|notice|instruments?|notifications) of (?:its|their|the)? ?withdrawal\b/,
    act: 'leave',
    deed: 'did',
  },
  {
    verb: 'give gives gave giving',
    right: /^(?:\S+ ){0,2}notice of (?:its|their|the)? ?withdrawal\b/,
    act: 'leave',
    deed: 'did',
  },
  {
    verb: 'complete completes completed completing',
    right: /^(?:its|their) (?:withdrawal|exit) from A\b/,
    act: 'leave',
    deed: 'did',
  },
  {
    verb: 'urge urges urged urging',
    right: /^N (?:(?!P\b|to\b)\S+ ){0,4}to (?:sign|support|join|back|endorse|ratify|adopt)\b/,
    act: 'promote',
    deed: 'did',
  },
  {
    verb: 'invite invites invited inviting',
    right: /^N (?:(?!P\b|to\b)\S+ ){0,4}to (?:sign|support|join|back|endorse)\b/,
    act: 'promote',
    deed: 'did',
  },
  {
    verb: 'call calls called calling',
    right: /^(?:on|upon) N (?:(?!P\b|to\b)\S+ ){0,4}to (?:sign|support|join|back|endorse)\b/,
    act: 'promote',
    deed: 'did',
  },
  {
    verb: 'become becomes became becoming',
    right:
      /^(?:a|the) (?:\S+ ){0,4}(?:country|state|nation|government)? ?(?:to )?(?:be )?bound by A\b/,
    act: 'party',
    deed: 'did',
  },
];

const forms: readonly VerbForm[] = ['base', 's', 'past', 'ing'];

function formOf(idiom: Idiom, code: string): VerbForm | null {
  const index = idiom.verb.split(' ').indexOf(code);
  if (index < 0) return null;
  return idiom.verb.split(' ').indexOf(code, index + 1) > index && index === 0
    ? 'past'
    : (forms[index] ?? null);
}

function accordOf(pieces: readonly Piece[], place: number, discourse: Discourse): string | null {
  for (let at = place + 1; at < place + 18; at += 1) {
    const mention = asAccord(pieces[at]);
    if (mention) return mention.id;
    if (/^[;:.]$/.test(codeAt(pieces, at))) break;
  }
  return antecedent(discourse, null, mentionsBefore(pieces, place));
}

function idiomAt(
  pieces: readonly Piece[],
  place: number,
  idiom: Idiom,
  discourse: Discourse,
): SentenceEvent | null {
  const form = formOf(idiom, codeAt(pieces, place));
  if (!form) return null;
  const right = pieces
    .slice(place + 1, place + 20)
    .map((piece) => piece.code)
    .join(' ');
  if (!idiom.right.test(right)) return null;
  const verb: Verb = { act: idiom.act, form, intransitive: true, needs: [] };
  const verbs = verbGroupBefore(pieces, place, verb);
  if (!verbs || verbs.deed === null) return null;
  const subject = subjectBefore(pieces, verbs.start, discourse, verbs.coordinated);
  if (!subject) return null;
  const plain = idiom.act === 'leave' || idiom.act === 'promote' || idiom.deed === 'declined';
  if (plain && (verbs.deed !== 'did' || subject.negated)) return null;
  const accord = accordOf(pieces, place, discourse);
  if (accord === null) return null;
  const deed = verbs.deed === 'did' ? (subject.negated ? 'absent' : idiom.deed) : verbs.deed;
  return {
    place,
    group: subject.group,
    accord,
    act: idiom.act,
    deed,
    doubtful: verbs.doubtful || idiom.act === 'promote',
    negated: subject.negated,
  };
}

/** "A, B and C were welcomed as new members": those who were received. */
function welcomed(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  if (!/^(?:welcome|welcomes|welcomed|welcoming)$/.test(codeAt(pieces, place))) return null;
  const after = groupAt(pieces, place + 1);
  const as = after ? place + 2 : place + 1;
  if (codeAt(pieces, as) !== 'as') return null;
  let noun = as + 1;
  while (
    /^(?:a|an|the|new|newest|latest|full|its|their|D|\d+(?:st|nd|rd|th))$/.test(
      codeAt(pieces, noun),
    )
  )
    noun += 1;
  const last = pieces[noun]?.text.toLowerCase().split(' ').at(-1) ?? '';
  if (!/^(?:members?|signator(?:y|ies)|part(?:y|ies)|supporters?|partners?)$/.test(last))
    return null;
  const accord = accordAfter(pieces, noun + 1, discourse, true);
  if (accord === null) return null;
  const group =
    after ??
    subjectBefore(
      pieces,
      /^(?:was|were|been)$/.test(codeAt(pieces, place - 1)) ? place - 1 : place,
      discourse,
      false,
    )?.group;
  if (!group) return null;
  return { place, group, accord, act: 'join', deed: 'did', doubtful: false, negated: false };
}

const doing: Readonly<Record<string, Act>> = {
  accession: 'accede',
  ratification: 'ratify',
  ratifications: 'ratify',
  acceptance: 'accept',
  signature: 'sign',
  endorsement: 'support',
  accessions: 'accede',
  withdrawal: 'leave',
  exit: 'leave',
  departure: 'leave',
};
const unsure =
  /^(?:would|could|may|might|urge\w*|call\w*|if|should|await\w*|delay\w*|block\w*|debat\w*|vote\w*|bill|propos\w*|consider\w*|plan\w*|against|towards?|before|possible|potential|future|expected|pending|hop\w+|threat\w*|until|not|without|no|need\w*|seek\w*|push\w*|will|want\w*|recommend\w*|intention|intend\w*)$/;

/** "the accession of Senegal", "the ratification by Malawi", "Peru's accession". */
function nominal(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const act = doing[codeAt(pieces, place)];
  if (!act) return null;
  const of = /^(?:of|by)$/.test(codeAt(pieces, place + 1)) ? place + 2 : -1;
  let own = place - 1;
  while (/^(?:formal|recent|official|own|subsequent|full)$/.test(codeAt(pieces, own))) own -= 1;
  const group =
    groupAt(pieces, of) ?? (codeAt(pieces, own) === "'s" ? groupAt(pieces, own - 1) : null);
  if (!group || group.members.length === 0) return null;
  const whole = pieces.map((piece) => piece.code);
  if (whole.some((code) => unsure.test(code))) return null;
  if (
    act === 'leave' &&
    !/took effect|taken effect|takes effect|effective|became effective|completed/.test(
      whole.join(' '),
    )
  )
    return null;
  const accord =
    accordAfter(pieces, (groupAt(pieces, of) ? of : place) + 1, discourse, true) ??
    accordOf(pieces, place, discourse);
  if (accord === null) return null;
  return { place, group, accord, act, deed: 'did', doubtful: false, negated: false };
}

/** What turns of phrase and nouns tell: "put their names to", "deposited its instrument". */
export function idiomEvents(
  pieces: readonly Piece[],
  discourse: Discourse,
): readonly SentenceEvent[] {
  return pieces.flatMap((_, place) => {
    const told = idioms.flatMap((idiom) => idiomAt(pieces, place, idiom, discourse) ?? []);
    return [...told, welcomed(pieces, place, discourse), nominal(pieces, place, discourse)].filter(
      (event) => event !== null,
    );
  });
}
