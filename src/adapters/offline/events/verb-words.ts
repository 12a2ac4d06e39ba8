/** Words that stand before a verb and say how it is meant. */
export const adverbs =
  /^(?:[a-z]{3,}ly|also|now|already|since|then|later|again|both|all|each|still|likewise|today|yesterday|together|even|too|just|so|far|tonight|long|yet|never-before|either|soon|thus|therefore|however|instead|meanwhile|earlier|only|but-only|first|finally)$/;
export const auxiliaries = /^(?:have|has|had|having|did|do|does|'ve|'d)$/;
export const copulas = /^(?:is|are|was|were|be|been|being|get|got|became|become|becomes|becoming)$/;
export const hearsay = /^(?:reportedly|allegedly|apparently)$/;

/** Words that take the force out of a verb: nobody did, refused or intends anything. */
export const inert =
  /^(?:could|may|might|should|must|can|cannot|ought|if|whether|unless|let|lets|help|helped|without|denied|deny|denies|by|after|before|upon|when|for|until|once|about|threatened|like)$/;

/** Governors of an infinitive: "refused to sign", "failed to sign", "plans to sign". */
export const refusals = /^(?:refus(?:e|es|ed|ing|al|als)|declin(?:e|es|ed|ing))$/;
export const failures = /^(?:fail(?:s|ed|ing|ure)?|neglect(?:s|ed)?)$/;
export const intents =
  /^(?:plan|plans|planned|planning|intend|intends|intended|intending|intention|intentions|intent|aim|aims|aiming|hope|hopes|hoping|want|wants|wanted|wish|wishes|desire|desires|willingness|willing|readiness|ready|prepared|preparing|set|due|expected|going|agreed|agrees|agree|promised|promises|promise|pledged|pledges|pledge|vowed|vows|committed|decided|decides|decision|decisions|poised|slated|scheduled|keen|eager|move|moves|moving|resolved|undertook|commitment|announced|announces|announce|preparations|about|seek|seeks|seeking|sought|applied|applies|applying)$/;
export const wishes =
  /^(?:seek|seeks|seeking|sought|applied|applies|applying|hope|hopes|hoping|want|wants|wanted|wish|wishes|expected|keen|eager)$/;
/** Governors that refuse with "not": "opted not to sign". */
export const stances =
  /^(?:opted|chose|chosen|choosing|chooses|choose|opts|elected|decided|decides|vowed|pledged|determined|resolved|preferred)$/;
/** "proud to sign", "proceeded to sign": it has. */
export const glad =
  /^(?:proud|pleased|delighted|honou?red|glad|happy|thrilled|proceeded|quick|swift|rushed|hastened|hurried|managed)$/;
/** "is said to have signed": it has, by hearsay. */
export const supposed =
  /^(?:said|thought|believed|reported|understood|appears?|seems?|claims?|claimed)$/;
/** "rejected calls to sign", "declined an invitation to join": what is turned down or taken up. */
export const requests =
  /^(?:invitation|invitations|offer|request|calls|pressure|appeals|demands|pleas)$/;
export const rebuffs =
  /^(?:declin(?:e|es|ed|ing)|reject(?:s|ed|ing)?|rebuff(?:s|ed)?|resist(?:s|ed|ing)?|ignor(?:e|es|ed|ing)|spurn(?:s|ed)?|refus(?:e|es|ed|ing)|turned|dismissed)$/;

/** Governors that are nouns, and the words by which they are voiced. */
export const nouns =
  /^(?:refusal|failure|intention|intentions|intent|plan|plans|desire|desires|willingness|readiness|decision|decisions|commitment|promise|pledge|move|wish|hope|preparations)$/;
export const voicing =
  /^(?:express|expresses|expressed|announce|announces|announced|voiced|declared|signalled|signaled|stated|confirmed|reaffirmed|reiterated|repeated|made|took|taken|take|with|showed|shown|indicated|has|have|had|no|its|their|his|her|a|an|the|clear|firm|strong|formal|official|joint|any|own|political)$/;

/** "the latest", "the 52nd", "the only": what opens a noun phrase such as "country to sign". */
export const ordinals =
  /^(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[a-z]+(?:th|first|second|third)|latest|newest|last|only|next|sole|most|recent|respectively)$/;
export const predicateWords =
  /^(?:in|of|world|un|'s|a|and|eu|g7|g20|nato|D|N|P|-|,|state|[a-z]+(?:n|ic|al|ern))$/;

/** Governors of "signing": "is considering signing", "ruled out signing". */
export const weighing =
  /^(?:consider|considers|considering|considered|weigh|weighs|weighing|mull|mulls|mulling|contemplat\w+|debating|study|studying)$/;
/** Pairs that refuse: the word right before "signing", after the one before that. */
export const gerundRefusals: readonly (readonly [RegExp, RegExp])[] = [
  [/^out$/, /^rul(?:e|ed|es|ing)$/],
  [/^against$/, /^(?:decided|chose|opted|voted)$/],
  [/^from$/, /^(?:refrain\w*|abstain\w*|desist\w*|recoil\w*|shied|away)$/],
  [/^at$/, /^(?:balk\w*|baulk\w*)$/],
  [/^(?:off|on)$/, /^(?:held|holding|hold|holds|off)$/],
  [/^of$/, /^short$/],
];
export const avoiding = /^(?:avoid\w*|resist\w*|shun\w*)$/;
