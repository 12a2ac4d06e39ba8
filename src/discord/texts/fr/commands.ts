import type { CommandTexts } from '../command-texts.js';
import { command, named } from '../named.js';

const accord = ['accord', 'L’accord'] as const;
const bloc = ['bloc', 'Seulement les membres de ce bloc, comme UE, OTAN ou G20'] as const;
const asOf = ['date', 'Le jour : 2021-11-10, 2021-11 ou 2021'] as const;

export const commands: CommandTexts = {
  ask: command('demander', 'Poser une question sur un accord ; réponse datée et sourcée', {
    question: ['question', 'Votre question, par exemple : qui n’a pas signé l’Appel de Paris ?'],
    accord: ['accord', 'L’accord visé quand la question n’en nomme aucun'],
    asOf,
    private: ['privé', 'Si vous seul voyez la réponse'],
  }),
  signatories: {
    ...named('signataires', 'Qui participe à un accord, et qui n’y participe pas'),
    list: command('liste', 'Les participants d’un accord, avec statut, date et source', {
      accord,
      status: ['statut', 'Seulement ceux qui ont ce statut'],
      bloc,
      type: ['type', 'Seulement les participants de ce type'],
      asOf,
    }),
    status: command('statut', 'Ce qu’un participant a fait, dans tous les accords', {
      participant: ['participant', 'État, entreprise ou organisation'],
      accord: ['accord', 'Seulement dans cet accord'],
    }),
    missing: command('absents', 'Qui ne participe pas à un accord', { accord, bloc }),
    compare: command('comparer', 'Qui est dans deux accords, dans un seul, dans aucun', {
      a: ['a', 'Le premier accord'],
      b: ['b', 'Le second accord'],
      bloc,
    }),
  },
  accord: {
    ...named('accord', 'Les accords que je connais'),
    info: command('info', 'Ce qu’est un accord, ses dates, ses chiffres et ses sources', {
      accord,
    }),
    list: command('liste', 'La liste des accords', {}),
  },
  corpus: {
    ...named('corpus', 'Tenir le corpus (pour les administrateurs)'),
    status: command(
      'état',
      'Versions, accords, contrôles et derniers actes des administrateurs',
      {},
    ),
    reingest: command('relire', 'Relire le corpus et montrer ce qui change', {
      dryRun: ['essai', 'Construire et montrer ce qui changerait, sans mettre en service'],
    }),
    add: command('ajouter', 'Ajouter un article ou une liste au corpus', {
      file: ['fichier', 'Un fichier .md, .txt, .html, .pdf ou .csv, 8 Mio au plus'],
      title: ['titre', 'Le titre de l’article'],
      url: ['url', 'L’adresse web de l’article'],
      date: ['date', 'La date de parution, ou de lecture d’une liste : 2021-11-10'],
      accord: ['accord', 'L’accord dont il parle'],
    }),
    remove: command('retirer', 'Retirer un fichier du corpus', {
      path: ['chemin', 'Le chemin du fichier dans le corpus'],
    }),
    diff: command('différences', 'Ce qui diffère entre deux versions', {
      from: ['de', 'La version ancienne'],
      to: ['à', 'La version récente'],
    }),
    rollback: command('revenir', 'Remettre en service une version ancienne', {
      snapshot: ['version', 'La version à laquelle revenir'],
    }),
    conflicts: command('conflits', 'Où les sources se contredisent', {
      accord: ['accord', 'Seulement dans cet accord'],
    }),
    gaps: command('lacunes', 'Les questions restées sans réponse ou signalées fausses', {}),
  },
  settings: {
    ...named('réglages', 'Mon comportement sur ce serveur (pour les administrateurs)'),
    show: command('voir', 'Montrer les réglages', {}),
    channels: command('salons', 'Choisir les salons où je réponds', {
      action: ['action', 'Que faire du salon'],
      channel: ['salon', 'Le salon'],
    }),
    defaultAccord: command('accord-par-défaut', 'L’accord visé quand aucun n’est nommé', {
      accord: ['accord', 'L’accord ; ne rien donner pour aucun'],
    }),
    adminRole: command('rôle-admin', 'Le rôle dont les membres tiennent le corpus', {
      role: ['rôle', 'Le rôle ; ne rien donner pour aucun'],
    }),
    answers: command('réponses', 'Si tous voient les réponses, ou seulement qui demande', {
      shown: ['visibles', 'Qui voit les réponses'],
    }),
    language: command('langue', 'La langue que je parle ici', {
      language: ['langue', 'La langue'],
    }),
  },
  help: command('aide', 'Ce que je sais faire, avec des exemples', {}),
  about: command('à-propos', 'Version du logiciel et du corpus, dates des listes', {}),
  privacy: command('confidentialité', 'Ce que je garde de vos questions, et comment l’effacer', {}),
  check: { name: 'Vérifier dans le corpus' },
};
