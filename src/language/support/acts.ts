/** What somebody does, by treaty practice and in the talk around it. */
export type Act = string;

/**
 * Folded words by act. `strict` acts need one of their own in a source; of the others only those
 * that a source has are compared.
 */
const lexicon: readonly (readonly [Act, 'strict' | 'loose', RegExp])[] = [
  [
    'sign',
    'strict',
    /^(?:sign(?:s|ed|ing)?|cosigned|signator(?:y|ies)|signatures?|unterzeichne\w*|unterschr\w+|signent|signe|signees?|signes|signataires?|firmo|firman|firmaron|firmad[oa]s?|firmantes?|firmato)$/,
  ],
  ['ratify', 'strict', /^rati(?:f|fi)\w+$/],
  ['accede', 'strict', /^(?:acced(?:e|es|ed|ing)|accessions?|beigetreten|beitritt|adher\w+)$/],
  [
    'support',
    'strict',
    /^(?:support(?:s|ed|ing|ers?)?|endors\w+|back(?:s|ed|ing|ers?)|unterstutz\w+|souti\w+|soutenu\w*|apoy\w+)$/,
  ],
  ['join', 'strict', /^(?:join(?:s|ed|ing)?|rejoint|rejoin(?:s|ed)?)$/],
  [
    'withdraw',
    'strict',
    /^(?:withdr\w+|left|leav(?:e|es|ing)|quit|quits|exit\w*|ceas\w+|salida|retir\w+|ausgetreten|austritt|verlassen|quitte\w*)$/,
  ],
  ['decline', 'strict', /^(?:declin(?:e|es|ed|ing)|refus\w+|reject\w*|rebuff\w*)$/],
  ['absent', 'strict', /^(?:absent|missing|outside|absentees?|lacks?|lacking)$/],
  ['welcome', 'strict', /^(?:welcom\w+|prais\w+|hail(?:s|ed)|applaud\w*)$/],
  ['criticise', 'strict', /^(?:criticis\w+|criticiz\w+|condemn\w*|denounc\w*|slam(?:s|med))$/],
  ['accuse', 'strict', /^(?:accus\w+|blam\w+)$/],
  ['allow', 'strict', /^(?:allow\w*|permit\w*)$/],
  ['require', 'strict', /^(?:requir\w+|oblig\w+|mandat\w+|compel\w*)$/],
  ['forbid', 'strict', /^(?:forbid\w*|prohibit(?:s|ed|ing)|bans?|banned|banning|outlaw\w*)$/],
  ['oppose', 'strict', /^(?:oppos(?:e|es|ed|ing)|object(?:ed|s)|objections?)$/],
  ['deny', 'strict', /^(?:den(?:y|ies|ied|ying))$/],
  ['abstain', 'strict', /^(?:abst\w+)$/],
  ['urge', 'loose', /^(?:urg(?:e|es|ed|ing)|exhort\w*|press(?:es|ed))$/],
  ['ask', 'loose', /^(?:ask(?:s|ed|ing)?|request(?:s|ed)|invit(?:e|es|ed))$/],
  ['launch', 'loose', /^(?:launch\w*|start(?:s|ed)|began|begins?)$/],
  ['announce', 'loose', /^(?:announc\w+|anunci\w+|annonc\w+|kundigte)$/],
  ['adopt', 'loose', /^adopt(?:s|ed|ion)$/],
  ['draft', 'loose', /^draft(?:s|ed|ing)$/],
  ['publish', 'loose', /^publish(?:es|ed)$/],
  ['host', 'loose', /^host(?:s|ed|ing)?$/],
  ['lead', 'loose', /^(?:leads?|led)$/],
  ['propose', 'strict', /^propos(?:e|es|ed|als?|ing)$/],
  ['promise', 'loose', /^(?:promis(?:e|es|ed)|pledg(?:es|ed)|vow(?:s|ed))$/],
  ['warn', 'loose', /^(?:warn(?:s|ed|ing)?|caution(?:s|ed))$/],
  ['sent', 'loose', /^(?:sent|sends|submitted)$/],
  ['vote', 'loose', /^(?:voted|votes)$/],
  ['notice', 'loose', /^(?:notice|notif(?:y|ied|ies))$/],
  ['effect', 'loose', /^(?:effect|force)$/],
  ['bring', 'loose', /^(?:brought|brings)$/],
  ['run', 'loose', /^(?:ran|runs)$/],
  ['recommend', 'loose', /^recommend(?:s|ed)$/],
  ['only', 'loose', /^only$/],
  ['patron', 'strict', /^patron$/],
  ['chair', 'loose', /^chair(?:s|ed|man|woman)?$/],
  ['co-lead', 'loose', /^(?:colead|coleads)$/],
];

interface Known {
  readonly act: Act;
  readonly strict: boolean;
}
const known = new Map<string, Known | null>();

/** The act that a folded word tells of. */
export function actOf(key: string): Known | null {
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const entry = lexicon.find(([, , pattern]) => pattern.test(key));
  const found = entry ? { act: entry[0], strict: entry[1] === 'strict' } : null;
  if (known.size < 20_000) known.set(key, found);
  return found;
}

const did: Readonly<Record<Act, readonly Act[]>> = {
  join: ['accede', 'ratify', 'support'],
  support: ['join', 'listed'],
  party: ['ratify', 'accede'],
  listed: ['sign', 'support'],
};
const didNot: Readonly<Record<Act, readonly Act[]>> = {
  sign: ['listed'],
  support: ['listed', 'join'],
  join: ['listed', 'support'],
  listed: ['sign', 'support', 'join'],
  ratify: ['party'],
  party: ['ratify'],
};

/** True when a source that tells of `found` tells of `act` too; `negated` for not having done so. */
export function entails(found: Act, act: Act, negated: boolean): boolean {
  if (found === act) return true;
  return ((negated ? didNot : did)[act] ?? []).includes(found);
}

/** "and Peru followed": the act told before it. */
export const following: Act = 'follow';

/** Acts that say where something stands, whose subject may stand on either side. */
export function isAttribute(act: Act): boolean {
  return /^(?:only|patron|chair|co-lead)$/.test(act);
}

/** Nouns, whose agent comes with "of", "by" or a possessive. */
export function isNominal(key: string): boolean {
  return /^(?:backing|criticisms?|accessions?|signatures?|ratifications?|withdrawals?|exits?|objections?|proposals?|salida)$/.test(
    key,
  );
}
