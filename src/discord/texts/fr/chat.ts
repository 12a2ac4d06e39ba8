import type { Texts } from '../texts.js';

export const chat: Pick<
  Texts,
  | 'settings'
  | 'help'
  | 'about'
  | 'privacy'
  | 'forgotten'
  | 'wait'
  | 'modals'
  | 'thread'
  | 'thanks'
  | 'failures'
  | 'notices'
> = {
  settings: {
    title: 'Réglages de ce serveur',
    channels: 'Je réponds dans',
    everyChannel: 'tous les salons',
    defaultAccord: 'Accord quand la question n’en nomme aucun',
    noAccord: 'celui de ma configuration',
    adminRole: 'Rôle qui tient le corpus',
    noRole: 'aucun, hors ceux qui gèrent le serveur',
    answers: 'Qui voit les réponses',
    language: 'Langue',
  },
  help: {
    title: 'Ce que je sais faire',
    intro:
      'Je réponds aux questions sur les accords internationaux à partir d’un corpus tenu par des administrateurs, avec dates et sources. Quand aucune source ne le dit, je le dis. Le texte des réponses est en anglais, comme le corpus.',
    talk: 'Vous pouvez aussi me mentionner, me répondre, ou choisir « Applications » dans le menu d’un message.',
    examplesTitle: 'Par exemple',
    examples: [
      '/demander question : Quels membres de l’OTAN n’ont pas rejoint l’Appel de Paris ?',
      '/demander question : Les États-Unis l’avaient-ils signé en 2020 ?',
      '/signataires statut participant : Inde',
    ],
  },
  about: {
    title: 'À propos',
    intro:
      'Des réponses sur les accords internationaux : datées, sourcées, et franches sur ce qu’aucune source ne dit.',
    version: (version) => `Logiciel ${version}`,
    snapshot: (id, date) => `Corpus ${id} du ${date}`,
    noSnapshot: 'Pas encore de version du corpus.',
    rosters: 'Âge des listes',
  },
  privacy: {
    title: 'Ce que je garde',
    lines: [
      'Quand vous demandez, je garde la question, sa réponse, votre identifiant et ceux du serveur et du salon, pour que les boutons, les suites et les corrections fonctionnent.',
      'Je garde les votes et ce que vous signalez. Les administrateurs du corpus voient ces questions sans les noms.',
      'Je ne lis que ce qui m’est adressé : commandes, mentions, réponses à mes messages et mes propres fils.',
      'Tout est effacé après un délai fixé par qui m’exploite. Vous pouvez l’effacer maintenant.',
    ],
  },
  forgotten: (count) => `Questions, votes et échanges effacés : ${count}.`,
  wait: (seconds, whose) =>
    whose === 'user'
      ? `Cela fait beaucoup de questions à la fois. Reprenez dans ${seconds}.`
      : `Ce serveur pose beaucoup de questions en ce moment. Reprenez dans ${seconds}.`,
  modals: {
    wrongTitle: 'Qu’est-ce qui est faux ?',
    wrongLabel: 'Ce qui est faux dans la réponse',
    wrongHint: 'Une date, un nom, une source manquante …',
    askTitle: 'Poser une question',
    askLabel: 'Votre question',
    askHint: 'Et la Chine ?',
  },
  thread: {
    welcome:
      'Continuez ici : mentionnez-moi ou utilisez le bouton. Je me souviens de ce qui précède.',
    name: 'Suite',
  },
  thanks: 'Merci. Les administrateurs du corpus le verront.',
  failures: {
    'no-snapshot':
      'Il n’y a encore rien pour répondre. Un administrateur peut utiliser /corpus relire.',
    'not-found': 'Je ne trouve pas cela.',
    locked: 'Une autre relecture est en cours. Attendez qu’elle soit finie.',
    cancelled: 'Annulé. Rien n’a changé.',
    'bad-file': 'Ce fichier ne peut pas servir.',
    'cannot-write': 'Je ne peux pas écrire sur le disque. Qui m’exploite doit regarder.',
    'state-unavailable': 'Ma mémoire est hors d’atteinte. Réessayez bientôt.',
    'damaged-snapshot':
      'La version du corpus est abîmée. Un administrateur peut revenir en arrière ou relire.',
    'embedder-mismatch':
      'Le corpus a été lu avec un autre modèle de vecteurs. Qui m’exploite doit regarder.',
    'model-unavailable':
      'Le serveur de mes modèles est hors d’atteinte. Qui m’exploite doit regarder.',
    'model-busy': 'Le serveur de mes modèles a trop à faire. Réessayez dans quelques minutes.',
    'model-slow': 'Le serveur de mes modèles n’a pas répondu à temps. Réessayez.',
  },
  notices: {
    unexpected: 'Quelque chose a mal tourné de mon côté. C’est noté. Réessayez.',
    notAllowed: 'Seuls les administrateurs le peuvent.',
    keptElsewhere:
      'Le corpus est commun à tous les serveurs de ce bot et se tient depuis un autre. Qui exploite le bot peut nommer ce serveur dans DISCORD_KEEPER_GUILDS.',
    notHere: 'Je ne réponds pas dans ce salon.',
    gone: 'Je n’ai plus cette réponse. Posez la question à nouveau.',
    badDate: 'Je ne comprends pas cette date. Écrivez 2021-11-10, 2021-11 ou 2021.',
    stopping: 'Je redémarre. Reposez la question dans une minute.',
    interrupted: 'J’ai été interrompu avant d’avoir fini. Veuillez réessayer.',
    emptyQuestion: 'Que voulez-vous savoir ? Écrivez une question.',
    cannotPost: 'Je ne peux pas écrire dans ce salon. Un administrateur doit me le permettre.',
    tooBig: 'Le fichier dépasse 8 Mio.',
    badFileType: 'Je prends les fichiers .md, .txt, .html, .pdf et .csv.',
    notRunning: 'Rien n’est en cours.',
    questionTooLong: 'La question est trop longue. Posez-la en une phrase ou deux.',
    badUrl: 'Ce n’est pas une adresse web. Elle commence par https:// ou http://.',
    serverOnly: 'Cela ne marche que dans un serveur.',
    noThread: 'Je ne peux pas ouvrir de fil ici. Répondez plutôt à ma réponse.',
    preparing: 'Je lis encore le corpus. Reposez la question dans une minute.',
    slow: 'Cela prend trop de temps. Réessayez plus tard, ou demandez plus précisément.',
    outdated: 'Ce bouton ou ce menu est trop ancien. Utilisez la commande à nouveau.',
    full: 'Trop de questions attendent. Reposez la vôtre dans une minute.',
    notDownloaded: 'Je n’ai pas pu télécharger le fichier. Envoyez-le à nouveau.',
    nothingToCompare: 'Il n’y a pas encore deux versions à comparer.',
    unreadable:
      'Discord ne me montre que les messages qui me mentionnent. Mentionnez-moi, ou utilisez le bouton.',
  },
};
