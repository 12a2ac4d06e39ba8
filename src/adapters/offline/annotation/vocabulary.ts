/** The words of a text as a set. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Nouns that stand for an accord: "the declaration", "the pact". */
export const accordNouns = words(`
accord accords agreement agreements call charter code compact communique communiqué convention
declaration deal document initiative manifesto memorandum pact pledge process protocol statement
text treaty commitment instrument framework coalition partnership alliance`);

/** Nouns that may stand for any accord, whatever it calls itself. */
export const genericNouns = words(`
accord agreement deal document initiative instrument pact pledge text statement commitment framework`);

/** Nouns only of binding accords. */
export const treatyNouns = words('convention protocol treaty');

/** Adjectives of an agreement that is not the one spoken of. */
export const otherOnes = words('separate other another different rival similar bilateral');

/** What else comes as an agreement: "a trade deal", "separate agreements". */
export const otherAgreements = words(`
trade free-trade peace ceasefire truce defence defense tax fishing energy bilateral separate other
another different rival sale purchase migration extradition investment gas oil military cooperation
arms prisoner border water fisheries loan licensing merger similar prior earlier previous
customs tariff minerals readmission security-guarantee plea business commercial moon outer
non-proliferation`);

/** Offices and bodies that act for a state: "the French government", "Spain's minister". */
export const offices = words(`
government administration president presidency premier chancellor cabinet minister ministers
ministry parliament senate ambassador envoy delegation delegate delegates representative
representatives official officials diplomat diplomats leader leaders king queen emir sultan secretary
spokesman spokeswoman spokesperson agency authorities office department chief head negotiator
negotiators lawmakers congress duma knesset`);

/** Bodies that legislate: what they pass is not yet the act of the state. */
export const legislatures = words('parliament senate lawmakers congress duma knesset');

/** Plural nouns for takers of part. */
export const takers = words(`
countries nations states nation-states governments companies firms signatories members parties organisations
organizations participants supporters partners leaders businesses universities actors entities
powers allies others groups associations institutions bodies endorsers corporations neighbours
neighbors economies democracies delegations territories ones giants co-sponsors cosponsors sponsors players non-signatories non-parties`);

export const singularTakers = words(`
country nation state government company firm signatory member party organisation organization
participant supporter partner power ally economy democracy republic kingdom territory one`);

/** Words that connect the names of a list. */
export const listLinks = words('and or nor &');

/** Small words that may stand before a name inside a list. */
export const lightWords = words(`
the both host hosts even also its ally allies fellow neighbour neighbouring neighbor neighboring
ngo group giant giants firm company companies then later perhaps
nearby republic kingdom state new either neither country countries nation nations member
ex-member latterly`);

/** Places after which a name is no actor. */
export const prepositions = words(`
in at from with against between of for to on over near under outside than unlike despite within into
toward towards across through throughout around beyond amid alongside via inside about after before
by during without like since until behind off`);

/** Capitals and seats that news writes for the state. */
export const seats: Readonly<Record<string, string>> = {
  washington: 'USA',
  'white house': 'USA',
  'trump administration': 'USA',
  'biden administration': 'USA',
  'obama administration': 'USA',
  'bush administration': 'USA',
  'state department': 'USA',
  'downing street': 'GBR',
  whitehall: 'GBR',
  london: 'GBR',
  kremlin: 'RUS',
  moscow: 'RUS',
  beijing: 'CHN',
  tokyo: 'JPN',
  berlin: 'DEU',
  'new delhi': 'IND',
  delhi: 'IND',
  canberra: 'AUS',
  wellington: 'NZL',
  pyongyang: 'PRK',
  tehran: 'IRN',
  ankara: 'TUR',
  riyadh: 'SAU',
  kyiv: 'UKR',
  kiev: 'UKR',
  warsaw: 'POL',
  vilnius: 'LTU',
  riga: 'LVA',
  tallinn: 'EST',
  helsinki: 'FIN',
  oslo: 'NOR',
  stockholm: 'SWE',
  copenhagen: 'DNK',
  rome: 'ITA',
  madrid: 'ESP',
  lisbon: 'PRT',
  dublin: 'IRL',
  vienna: 'AUT',
  bern: 'CHE',
  athens: 'GRC',
  jerusalem: 'ISR',
  cairo: 'EGY',
  nairobi: 'KEN',
  pretoria: 'ZAF',
  abuja: 'NGA',
  brasilia: 'BRA',
  lima: 'PER',
  bogota: 'COL',
  santiago: 'CHL',
  'buenos aires': 'ARG',
  islamabad: 'PAK',
  dhaka: 'BGD',
  jakarta: 'IDN',
  manila: 'PHL',
  bangkok: 'THA',
  'elysee palace': 'FRA',
  paris: 'FRA',
  ottawa: 'CAN',
  seoul: 'KOR',
  hanoi: 'VNM',
  brussels: 'EUU',
};

const units = words(`
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen`);
const tens = words('twenty thirty forty fifty sixty seventy eighty ninety');

/** "51", "1,200", "thirty-four" as a number; null for other words. */
export function numberOf(word: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+$|^\d+$/.test(word)) return Number(word.replaceAll(',', ''));
  if (units.has(word)) return [...units].indexOf(word);
  const [ten = '', unit] = word.split('-');
  if (!tens.has(ten)) return null;
  const base = ([...tens].indexOf(ten) + 2) * 10;
  if (unit === undefined) return base;
  return units.has(unit) ? base + [...units].indexOf(unit) : null;
}
