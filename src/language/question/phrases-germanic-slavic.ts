import { type Phrases, phrases } from './lexicon.js';

/** German. */
export const german: Phrases = {
  who: phrases(`wer, welche, welcher, welches, welchen, liste der`),
  count: phrases(`wie viele, wieviele, anzahl der`),
  when: phrases(`wann, seit wann, an welchem tag, in welchem jahr`),
  aux: phrases(`hat, haben, ist, sind, hat sich, unterstützt, gehört, gehören`),
  perfect: phrases(`hatte, hatten, war, waren`),
  future: phrases(`wird, werden`),
  can: phrases(`kann, können, darf`),
  open: phrases(`
    warum, weshalb, wieso, wie, was fordert, was verlangt, was ist, was sagt, was sind
  `),
  state: phrases(`
    staaten, länder, ländern, land, staat, nationen, regierungen, mitgliedstaaten,
    mitgliedsstaaten
  `),
  company: phrases(`unternehmen, firmen, konzerne`),
  member: phrases(`
    mitglieder, mitglied, unterzeichner, unterzeichnerstaaten, unterstützer, mitglieder der
  `),
  join: phrases(`
    unterzeichnet, unterschrieben, unterzeichnen, unterzeichneten, unterstützen, beigetreten,
    trat bei, angeschlossen, mitgezeichnet, teil, teil des
  `),
  consent: phrases(`
    ratifiziert, ratifizieren, vertragspartei, vertragsparteien, vertragsstaat,
    vertragsstaaten
  `),
  withdrew: phrases(`
    ausgetreten, verlassen, verließ, verließen, zurückgezogen, ausgestiegen, gekündigt
  `),
  declined: phrases(`abgelehnt, verweigert, sich geweigert, geweigert`),
  undecided: phrases(`unentschlossen, unentschieden`),
  outside: phrases(`fehlen, fehlt, außerhalb, noch nicht, nicht dabei`),
  not: phrases(`nicht, nie, niemals, kein, keine`),
  all: phrases(`alle, jeder, jedes`),
  minus: phrases(`aber nicht`),
  and: phrases(`und`),
  or: phrases(`oder, noch`),
  launch: phrases(`bei der gründung, zum start, bei der vorstellung, zu beginn, am anfang`),
  status: phrases(`haltung, position`),
  binding: phrases(`verbindlich, rechtsverbindlich, bindend`),
  'in-force': phrases(`in kraft, in kraft getreten`),
  'accord-noun': phrases(`aufruf, abkommen, vertrag, konvention, übereinkommen, erklärung`),
  by: phrases(`bis, ende, bis ende, zum`),
  before: phrases(`vor`),
  after: phrases(`nach`),
  since: phrases(`seit`),
  between: phrases(`zwischen`),
  filler: phrases(`
    der, die, das, den, dem, des, ein, eine, von, vom, zu, zum, zur, im, am, es, sich, bisher,
    bereits, schon, derzeit, aktuell, heute, worden, mit, für, jahr, bei, dabei, an, aus
  `),
};

/** Russian. */
export const russian: Phrases = {
  who: phrases(`кто, какие, какая, какой, список, какие страны`),
  count: phrases(`сколько, сколько стран`),
  when: phrases(`когда, с какого года, с каких пор`),
  aux: phrases(`ли, является, являются, является ли, правда ли что`),
  perfect: phrases(`был, была, было, были`),
  future: phrases(`будет, подпишет, подпишут`),
  open: phrases(`почему, как, зачем, что требует, что такое, что говорит`),
  state: phrases(`
    страны, стран, государства, государств, государство, страна, правительства, страны-члены,
    государства-члены
  `),
  company: phrases(`компании, компаний, фирмы`),
  member: phrases(`
    члены, член, участники, участник, участником, участницей, участников, подписанты
  `),
  join: phrases(`
    подписал, подписала, подписали, подписало, подписать, поддержал, поддержала, поддержали,
    поддерживает, поддерживают, присоединился, присоединилась, присоединились, присоединилось,
    присоединиться, вступила, вступили, подписан
  `),
  consent: phrases(`
    ратифицировал, ратифицировала, ратифицировали, ратифицировало, стороной, сторона
  `),
  withdrew: phrases(`вышел, вышла, вышли, покинула, покинули, вышло`),
  declined: phrases(`отказался, отказалась, отказались, отклонил, отклонила`),
  outside: phrases(`вне, отсутствуют, отсутствует, еще не, ещё не, до сих пор не`),
  not: phrases(`не, никогда`),
  all: phrases(`все, всё, каждая`),
  minus: phrases(`но не`),
  and: phrases(`и`),
  or: phrases(`или, ни`),
  binding: phrases(`обязательный, юридически обязательный`),
  'in-force': phrases(`в силе, вступил в силу, вступила в силу, вступило в силу`),
  'accord-noun': phrases(`
    призыв, соглашение, договор, конвенция, конвенцию, декларация, декларацию, соглашения,
    призыва
  `),
  before: phrases(`до, раньше`),
  after: phrases(`после`),
  since: phrases(`с`),
  filler: phrases(`
    в, во, к, ко, на, году, год, года, уже, сейчас, на сегодня, это, из, о, об, для, у, от,
    сегодня, скажите, скажи, пожалуйста
  `),
};
