import { type Phrases, phrases } from './lexicon.js';

/** French. */
export const french: Phrases = {
  who: phrases(`
    qui, quels, quelles, quel, quelle, lesquels, lesquelles, quels sont les, quelles sont les,
    liste des, la liste des
  `),
  count: phrases(`combien, combien de, combien d'`),
  when: phrases(`quand, depuis quand, à quelle date, en quelle année`),
  aux: phrases(`
    est-ce que, est-ce qu', a, ont, a-t-il, a-t-elle, ont-ils, ont-elles, est, sont, est-il,
    est-elle, sont-ils, a t il, ont ils
  `),
  perfect: phrases(`avait, avaient, était, étaient, avait-il, avaient-ils`),
  future: phrases(`va, vont`),
  can: phrases(`peut, peuvent, peut-elle, peut-il`),
  open: phrases(`
    pourquoi, comment, que demande, que dit, que demandent, que prévoit, qu'est-ce que,
    qu'est-ce qu', c'est quoi
  `),
  state: phrases(`pays, états, état, nations, gouvernements, états membres, pays membres`),
  company: phrases(`entreprises, entreprise, sociétés, société, compagnies`),
  'public-authority': phrases(`villes, collectivités, collectivités locales, autorités publiques`),
  'civil-society': phrases(`ong, société civile, associations`),
  academia: phrases(`universités`),
  everyone: phrases(`soutiens, adhérents`),
  accords: phrases(`quels accords, quels traités`),
  member: phrases(`membres, membre, signataires, signataire, membres de, soutien`),
  join: phrases(`
    sont dans, est dans, signé, signe, signer, signent, soutenu, soutient, soutiennent,
    soutenir, rejoint, rejoindre, rejoignent, adhéré, adhérer, approuvé, appuyé, appuie,
    fait partie, font partie, signataire de
  `),
  consent: phrases(`
    ratifié, ratifier, ratifient, partie, parties, accédé,
    ratification
  `),
  withdrew: phrases(`
    quitté, quitter, quitte, quittent, retiré, retirée, retirés, retirées, retirer, sorti, sortie,
    sortis, sorties, se sont retirés, s'est retiré, dénoncé
  `),
  declined: phrases(`refusé, refusé de, refuse de, rejeté, boudé`),
  undecided: phrases(`indécis, indécise`),
  outside: phrases(`
    absent, absents, manquent, en dehors, hors de, non-signataires, non signataires,
    n'ont pas encore, n'a pas encore, sont absents, ne sont pas dans,
    n'est pas dans, ne sont pas encore dans, n'est pas encore dans
  `),
  not: phrases(`pas, pas encore, jamais, n'ont pas, n'a pas, ne, non, n'ont jamais, n'a jamais`),
  all: phrases(`tous, toutes, tous les, toutes les, chaque`),
  minus: phrases(`mais pas, mais non`),
  and: phrases(`et`),
  or: phrases(`ou, ni`),
  launch: phrases(`
    au lancement, à son lancement, lors du lancement, à l'origine, dès le lancement
  `),
  status: phrases(`position, statut`),
  binding: phrases(`contraignant, contraignante, juridiquement contraignant`),
  'in-force': phrases(`en vigueur, entré en vigueur, entrée en vigueur`),
  deadline: phrases(`jusqu'à quand, date limite`),
  opened: phrases(`lancé, ouvert, ouvert à la signature`),
  'accord-noun': phrases(`appel, accord, traité, convention, déclaration`),
  by: phrases(`fin, à la fin de, au`),
  before: phrases(`avant`),
  after: phrases(`après`),
  since: phrases(`depuis`),
  between: phrases(`entre`),
  filler: phrases(`
    le, la, les, l', l, un, une, de, du, des, d', d, en, à, aux, qu', que, il, elle, ils,
    elles, se, s', y, ce, cet, cette, n', n, été, encore, déjà, dans, pour, sur, parmi,
    actuellement, aujourd'hui, à ce jour, dites-moi, s, t, son, sa, leur, avec
  `),
};

/** Spanish. */
export const spanish: Phrases = {
  who: phrases(`quién, quiénes, qué, cuáles, cuál, qué países, lista de`),
  count: phrases(`cuántos, cuántas, cuántos países`),
  when: phrases(`cuándo, desde cuándo, en qué fecha, en qué año`),
  aux: phrases(`ha, han, es, son, está, están`),
  perfect: phrases(`había, habían, era, eran, estaba, estaban`),
  open: phrases(`por qué, cómo, qué pide, qué dice, qué es`),
  state: phrases(`países, país, estados, naciones, gobiernos, estados miembros, países miembros`),
  company: phrases(`empresas, empresa, compañías`),
  member: phrases(`miembros, miembro, firmantes, signatarios, signatario, firmante, miembros de`),
  join: phrases(`
    firmó, apoyó, están en, está en, forman parte, firmado, firmaron, firma, firmar, suscrito,
    apoyado, apoya, apoyan, respaldado, adherido, unido, unió, unieron, se unió, se ha unido,
    apoyaron, apoyar
  `),
  consent: phrases(`
    ratificó, ratificado, ratificaron, parte, partes, parte de
  `),
  withdrew: phrases(`
    retirado, se ha retirado, se retiró, abandonado, abandonó, abandonaron, se retiraron,
    han abandonado, salió, salieron, salido, dejó, dejaron, denunció
  `),
  declined: phrases(`rechazado, rechazó, se negó, se negó a, se negaron a`),
  outside: phrases(
    `fuera de, no están en, no está en, ausentes, faltan, todavía no, aún no, aun no`,
  ),
  not: phrases(`no, nunca, no ha, no han`),
  all: phrases(`todos, todas, todos los`),
  minus: phrases(`pero no`),
  and: phrases(`y, e`),
  or: phrases(`o, ni`),
  launch: phrases(`en su lanzamiento, en el lanzamiento, al inicio, al principio`),
  binding: phrases(`vinculante`),
  'in-force': phrases(`en vigor, entrado en vigor`),
  'accord-noun': phrases(`llamamiento, acuerdo, tratado, convenio, convención, declaración`),
  before: phrases(`antes de`),
  after: phrases(`después de`),
  since: phrases(`desde`),
  between: phrases(`entre`),
  filler: phrases(`
    el, la, los, las, un, una, de, del, en, al, que, se, lo, su, por, para, ya, todavía, aún,
    actualmente, hasta ahora, sido, con, a
  `),
};

/** Italian. */
export const italian: Phrases = {
  who: phrases(`chi, quali, quale, che, quali paesi, elenco dei`),
  count: phrases(`quanti, quante, quanti paesi`),
  when: phrases(`quando, da quando, in che data, in quale anno`),
  aux: phrases(`ha, hanno, è, sono, e`),
  perfect: phrases(`aveva, avevano, era, erano`),
  open: phrases(`perché, come, che cosa, cosa chiede, cosa dice`),
  state: phrases(`paesi, paese, stati, nazioni, governi, stati membri, paesi membri`),
  company: phrases(`aziende, imprese, società`),
  member: phrases(`membri, membro, firmatari, firmatario, membri del, membri della`),
  join: phrases(`
    fanno parte, fa parte, firmato, firmano, firmare, sottoscritto, sostenuto, sostiene,
    sostengono, aderito, aderisce, appoggiato, aderiscono
  `),
  consent: phrases(`ratificato, ratificano, parte, parte del, parti`),
  withdrew: phrases(`
    ritirato, ritirata, ritirati, ritirate, si è ritirato, si è ritirata, si sono ritirati,
    si sono ritirate, lasciato, uscito, uscita, usciti, uscite, abbandonato
  `),
  declined: phrases(`rifiutato, rifiutato di, respinto`),
  outside: phrases(`fuori da, assenti, mancano, non ancora, non hanno ancora`),
  not: phrases(`non, mai`),
  all: phrases(`tutti, tutte, tutti i`),
  minus: phrases(`ma non`),
  and: phrases(`ed`),
  launch: phrases(`al lancio, all'inizio`),
  binding: phrases(`vincolante`),
  'in-force': phrases(`in vigore`),
  'accord-noun': phrases(`appello, accordo, trattato, convenzione, dichiarazione`),
  before: phrases(`prima del`),
  after: phrases(`dopo il`),
  since: phrases(`dal`),
  filler: phrases(`
    il, lo, la, i, gli, le, un, una, di, del, della, dello, dei, degli, dell', dell, l', al,
    alla, all', all, nel, nella, si, già, ancora, finora, stato, da, con, per
  `),
};

/** Portuguese. */
export const portuguese: Phrases = {
  who: phrases(`quem, quais, qual, que, quais países, lista de`),
  count: phrases(`quantos, quantas, quantos países`),
  when: phrases(`quando, desde quando, em que data, em que ano`),
  aux: phrases(`estão, já, é, são, está, estão, tem`),
  perfect: phrases(`tinha, tinham, era, eram, havia`),
  open: phrases(`por que, porque, como, o que pede, o que diz, o que é`),
  state: phrases(`países, país, estados, nações, governos, estados membros, estados-membros`),
  company: phrases(`empresas, empresa, companhias`),
  member: phrases(`membros, membro, signatários, signatário, membros da, membros do`),
  join: phrases(`
    assinou, apoiou, aderiu, fazem parte, faz parte, estão no, estão na, está no, está na,
    assinado, assinaram, assina, assinar, apoiado, apoia, apoiam, apoiaram, aderiram, aderido,
    subscreveu
  `),
  consent: phrases(`ratificou, ratificado, ratificaram, parte, parte do, parte da, partes`),
  withdrew: phrases(`
    retirou, se retirou, abandonou, abandonaram, saiu, saíram, retiraram, se retiraram, deixou,
    deixaram
  `),
  declined: phrases(`recusou, recusaram, rejeitou, recusou-se a`),
  outside: phrases(`fora do, fora da, ausentes, faltam, ainda não`),
  not: phrases(`não, nunca`),
  all: phrases(`todos, todas, todos os`),
  minus: phrases(`mas não`),
  and: phrases(`e`),
  or: phrases(`ou, nem`),
  launch: phrases(`no lançamento, no início`),
  binding: phrases(`vinculativo, vinculante`),
  'in-force': phrases(`em vigor`),
  'accord-noun': phrases(`apelo, chamado, acordo, tratado, convenção, declaração`),
  before: phrases(`antes de`),
  after: phrases(`depois de`),
  since: phrases(`desde`),
  filler: phrases(`
    o, a, os, as, um, uma, de, do, da, dos, das, em, no, na, ao, à, se, ainda, atualmente,
    até agora, por, para
  `),
};
