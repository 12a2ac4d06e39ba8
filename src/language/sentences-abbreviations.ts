/**
 * Abbreviations whose full stop ends no sentence, in lower case without the last stop. Collected
 * from the segment suppressions of the Unicode CLDR (en, fr, de, es) and from treaty practice.
 */
function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Something always follows: titles of persons, "for example", "see". */
export const neverLast = words(`
  mr mrs ms messrs dr prof sen rep gen col lt capt cmdr sgt maj adm amb gov pres hon rev st ste
  mme mmes mlle mm mgr hr hrn sra srta dña vs v cf e.g eg i.e ie viz c.-à-d p.ex bzw d.h z.b u.a
  approx ca esp incl excl resp ibid op`);

/** Something follows when it is a number: "No. 185", "Art. 4", "Nov. 12". */
export const beforeNumbers = words(`
  no nos nr n° art arts fig figs p pp pg vol ch chap sec sect para paras par cl reg res doc ser ed
  eq ref refs abs ziff kap tab pos al ann jan feb febr mar apr jun jul aug sep sept oct nov dec
  janv févr avr juill juil déc okt dez mrz ene abr ago dic`);

/** May end a sentence, and is followed by a name as often: "U.S. Senate", "Acme Inc. Chairman". */
export const sometimesLast = words(`
  u.s u.s.a u.k u.n e.u u.a.e d.c d.r r.o.k ph.d b.a m.a m.d inc ltd co corp llc plc gmbh bros jr
  dept univ assn intl min gov't bldg ave blvd mt ft m`);

/** Words that open a sentence rather than go on with a name. */
export const openers = words(`
  the a an this that these those he she it they we i you his her its their our there here in on at
  by for from with as after before since when while if although though however but and or so yet
  both many most some all no not one two three meanwhile among according under during now then what
  who which why how where also only other others despite instead thus hence today until once
  le la les un une des ce cette ces il elle ils elles nous vous mais et ou donc puis selon dans en
  au aux pour par avec depuis der die das ein eine er sie es wir und aber oder im am auf mit nach
  seit dies diese el los las una y pero por con según este esta estos estas`);

/** Words before a single letter that names a thing: the stop after "plan B." ends the sentence. */
export const lettered = words(`
  plan annex appendix option section part type class group hepatitis vitamin grade schedule table
  figure exhibit article chapter category level phase series list point item zone kinase protein
  factor virus strain influenza`);

/** Months and nouns that follow a German ordinal: "am 12. November", "im 19. Jahrhundert". */
export const afterOrdinals = words(`
  januar jänner februar märz april mai juni juli august september oktober november dezember
  jahrhundert weltkrieg`);
