import type { Act, Deed } from './sentence.js';
import type { VerbForm } from './verbs.js';

/** A turn of phrase that a verb opens. */
export interface Idiom {
  readonly forms: readonly string[];
  /** What must follow the verb, by the codes of pieces: `A` an accord, `P` and `N` participants. */
  readonly right: RegExp;
  readonly act: Act;
  readonly deed: Deed;
}

/** Abbreviations in the table below. */
const parts: Readonly<Record<string, string>> = {
  OWN: '(?:(?:its|their|his|her|our) )',
  NAME: '(?:names?|signatures?)',
  NOTICE: '(?:notification|notice|instruments?|notifications)',
  JOIN: '(?:sign|support|join|back|endorse|ratify|adopt)',
  FILL: '(?:(?!P\\b|to\\b)\\S+ )',
};

/** Verbs for handing in an instrument. */
const handing =
  'deposit deposits deposited depositing / submit submits submitted submitting / lodge lodges lodged lodging / file files filed filing / present presents presented presenting / deliver delivers delivered delivering / hand hands handed handing';

/** Verbs in their four forms, parted by a slash | what follows | act | deed. */
const table = `
put puts put putting | OWNNAME to (?:A|it|them) | sign | did
add adds added adding | OWN(?:NAME|support|voices?) to (?:A|it|list) | sign | did
append appends appended appending | OWNNAME to A | sign | did
affix affixes affixed affixing | OWNNAME to A | sign | did
lend lends lent lending | OWN(?:support|names?|backing) to A | support | did
give gives gave giving | OWN(?:full )?(?:support|backing|endorsement) to A | support | did
throw throws threw throwing | OWNweight behind A | support | did
pledge pledges pledged pledging | OWN?(?:full )?support (?:for|to) A | support | did
withhold withholds withheld withholding | OWN?(?:support|backing|signatures?|endorsement|approval|consent) | any | declined
turn turns turned turning | down A | any | declined
maintain maintains maintained maintaining | OWNdistance from A | any | absent
come comes came coming | (?:on board|aboard)(?: with)? A | join | did
get gets got getting | (?:on board|aboard)(?: with)? A | join | did
climb climbs climbed climbing | (?:on board|aboard) A | join | did
take takes took taking taken | part in (?:signing of )?A | join | did
put puts put putting | pen to paper | sign | did
say says said saying | no to A | any | declined
keep keeps kept keeping | OWNdistance from A | any | absent
HAND | (?:over |in )?(?:OWN|an )?(?:instruments? of )?ratifications? | ratify | did
HAND | (?:over |in )?(?:OWN|an )?instruments? of accession | accede | did
HAND | (?:over |in )?(?:OWN|an )?instruments? of acceptance | accept | did
HAND | (?:over |in )?(?:OWN|an )?instruments? of approval | approve | did
complete completes completed completing / finalise finalises finalised finalising / finalize finalizes finalized finalizing / formalise formalises formalised formalising / announce announces announced announcing / confirm confirms confirmed confirming | OWNratification (?:of|to) A | ratify | did
complete completes completed completing / formalise formalises formalised formalising / announce announces announced announcing / confirm confirms confirmed confirming | OWNaccession to A | accede | did
announce announces announced announcing / confirm confirms confirmed confirming / declare declares declared declaring | OWN(?:full )?(?:support|endorsement|backing) (?:for|of) A | support | did
complete completes completed completing / finalise finalises finalised finalising / finalize finalizes finalized finalizing / conclude concludes concluded concluding / finish finishes finished finishing | (?:OWN|\\S+ 's )?ratification (?:process|procedures?)(?: (?:for|of|to) (?:\\S+ ){0,4}A)? | ratify | did
sign signs signed signing | on dotted line | sign | did
lend lends lent lending | OWNsignatures? to A | sign | did
deposit deposits deposited depositing | (?:\\S+ ){0,3}NOTICE of OWN?withdrawal | leave | did
submit submits submitted submitting | (?:\\S+ ){0,3}NOTICE of OWN?withdrawal | leave | did
withdraw withdraws withdrew withdrawing withdrawn | OWN(?:signature|support|endorsement|backing) (?:from|for|of) A | leave | did
give gives gave giving | (?:\\S+ ){0,2}notice of OWN?withdrawal | leave | did
notify notifies notified notifying | (?:(?!to\\b)\\S+ ){0,10}(?:of|about) OWN(?:\\S+ )?(?:withdrawal|exit|departure) | leave | did
notify notifies notified notifying | (?:(?!to\\b)\\S+ ){0,6}(?:of|about) OWN(?:\\S+ )?(?:decision|intention) to (?:exit|leave|quit|withdraw) | leave | did
inform informs informed informing | (?:(?!to\\b)\\S+ ){0,10}(?:of|about) OWN(?:\\S+ )?(?:withdrawal|exit|departure) | leave | did
renounce renounces renounced renouncing / relinquish relinquishes relinquished relinquishing / terminate terminates terminated terminating / end ends ended ending / revoke revokes revoked revoking / rescind rescinds rescinded rescinding / cancel cancels cancelled cancelling | OWN(?:membership|participation|signature|ratification|endorsement) (?:of|in|from|for|to) A | leave | did
cease ceases ceased ceasing | to be (?:a |an )?(?:full |state )?(?:party|member|signatory|participant|supporter) (?:of|to|in) A | leave | did
join joins joined joining | (?:\\S+ ){0,2}(?:ranks|list|group|club|family|community|league|chorus|circle) of (?:N (?:that|which|who) (?:have |has |had )?(?:now |already )?(?:ratified|acceded)|N to (?:have )?(?:ratify|ratified)) | ratify | did
join joins joined joining | (?:\\S+ ){0,2}(?:ranks|list|group|club|family|community|league|chorus|circle) of (?:A|N (?:that|which|who) (?:have |has |had )?(?:now |already )?(?:signed|joined|endorsed|backed|supported)|N to (?:sign|join|have (?:signed|joined))) | join | did
notify notifies notified notifying / inform informs informed informing / tell tells told telling | (?:P|N) (?:D )?(?:that )?(?:it|they) (?:is|are|was|were|will be) (?:leaving|quitting|exiting|withdrawing from) A | leave | did
submit submits submitted submitting / send sends sent sending / deliver delivers delivered delivering / hand hands handed handing | (?:over |in )?(?:\\S+ ){0,3}(?:letter|documents?|notification|notice|note) (?:\\S+ ){0,8}(?:to (?:withdraw from|leave|quit|exit)|of (?:its )?withdrawal from) A | leave | did
drop drops dropped dropping | out of A | leave | did
walk walks walked walking | (?:out of|away from) A | leave | did
complete completes completed completing | OWN(?:withdrawal|exit) from A | leave | did
urge urges urged urging | N FILL{0,4}to JOIN | promote | did
invite invites invited inviting | N FILL{0,4}to JOIN | promote | did
call calls called calling | (?:on|upon) N FILL{0,4}to JOIN | promote | did
`;

export const idioms: readonly Idiom[] = table
  .replaceAll('HAND', handing)
  .trim()
  .split('\n')
  .flatMap((row) => {
    const [verbs = '', right = '', act = '', deed = ''] = row.split(' | ');
    const pattern = right.replace(/OWN|NAME|NOTICE|JOIN|FILL/g, (part) => parts[part] ?? part);
    return verbs.split(' / ').map((forms) => ({
      forms: forms.split(' '),
      right: new RegExp(`^(?:${pattern})\\b`),
      act: act.trim() as Act,
      deed: deed.trim() as Deed,
    }));
  });

const names: readonly VerbForm[] = ['base', 's', 'past', 'ing'];

/** Form in which the idiom's verb stands; the past for words that are both, such as "put". */
export function formOf(idiom: Idiom, word: string): VerbForm | null {
  const index = idiom.forms.lastIndexOf(word);
  return index < 0 ? null : (names[index] ?? 'past');
}
