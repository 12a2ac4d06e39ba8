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
    title: 'Settings of this server',
    channels: 'I answer in',
    everyChannel: 'every channel',
    defaultAccord: 'Accord when a question names none',
    noAccord: 'the one that I am configured with',
    adminRole: 'Role that may keep the corpus',
    noRole: 'none besides those who manage the server',
    answers: 'Who sees answers',
    language: 'Language',
  },
  help: {
    title: 'What I can do',
    intro:
      'I answer questions about international accords from a corpus that admins keep, with dates and sources. Where no source says, I say so.',
    talk: 'You can also mention me, reply to me, or right-click a message and choose “Apps”.',
    examplesTitle: 'For example',
    examples: [
      '/ask question: Which NATO members have not joined the Paris Call?',
      '/ask question: Had the United States signed it by 2020?',
      '/signatories status participant: India',
    ],
  },
  about: {
    title: 'About me',
    intro:
      'Answers about international accords: dated, sourced, and plain about what no source says.',
    version: (version) => `Version ${version}`,
    snapshot: (id, date) => `Snapshot ${id} of ${date}`,
    noSnapshot: 'No snapshot yet.',
    rosters: 'How old the rosters are',
  },
  privacy: {
    title: 'What I keep',
    lines: [
      'When you ask, I keep your question, its answer, your user id and the ids of server and channel, so that buttons, follow-ups and corrections work.',
      'I keep votes and what you say is wrong with an answer. Admins of the corpus see such questions without names.',
      'I read only what is addressed to me: commands, mentions, replies to me and my own threads.',
      'Everything is deleted after a time that whoever runs me sets. You can delete it now.',
    ],
  },
  forgotten: (count) => `Deleted: ${count} questions, votes and turns of yours.`,
  wait: (seconds, whose) =>
    whose === 'user'
      ? `That is a lot of questions at once. Please ask again in ${seconds}.`
      : `This server asks a lot of questions just now. Please ask again in ${seconds}.`,
  modals: {
    wrongTitle: 'What is wrong?',
    wrongLabel: 'What is wrong with the answer',
    wrongHint: 'A date, a name, a missing source …',
    askTitle: 'Ask a question',
    askLabel: 'Your question',
    askHint: 'And what about China?',
  },
  thread: {
    welcome: 'Ask on here: mention me or use the button. I remember what was said before.',
    name: 'Follow-up',
  },
  thanks: 'Thank you. The keepers of the corpus will see it.',
  failures: {
    'no-snapshot': 'There is nothing to answer from yet. An admin can use /corpus reingest.',
    'not-found': 'I do not find that.',
    locked: 'Another re-ingest is running. Please wait until it is done.',
    cancelled: 'Cancelled. Nothing was changed.',
    'bad-file': 'This file cannot be used.',
    'cannot-write': 'I cannot write to the disk. Whoever runs me has to look.',
    'state-unavailable': 'My memory is out of reach just now. Please try again soon.',
    'damaged-snapshot': 'The snapshot is damaged. An admin can roll back or re-ingest.',
    'embedder-mismatch':
      'The corpus was read with another embedding model. Whoever runs me has to look.',
    'model-unavailable': 'The server of my models is out of reach. Whoever runs me has to look.',
    'model-busy': 'The server of my models has too much to do. Please try again in a few minutes.',
    'model-slow': 'The server of my models did not answer in time. Please try again.',
  },
  notices: {
    unexpected: 'Something went wrong on my side. It was logged. Please try again.',
    notAllowed: 'Only admins may do that.',
    keptElsewhere:
      'The corpus is shared by all servers of this bot, and is kept from another one. Whoever runs the bot can name this server in DISCORD_KEEPER_GUILDS.',
    notHere: 'I do not answer in this channel.',
    gone: 'I no longer have this answer. Please ask again.',
    badDate: 'I do not understand this date. Write 2021-11-10, 2021-11 or 2021.',
    stopping: 'I am being restarted. Please ask again in a minute.',
    interrupted: 'I was interrupted before I was done. Please try again.',
    emptyQuestion: 'What would you like to know? Write a question.',
    cannotPost: 'I may not write in this channel. An admin has to let me.',
    tooBig: 'The file is larger than 8 MiB.',
    badFileType: 'I take .md, .txt, .html, .pdf and .csv files.',
    notRunning: 'Nothing is running.',
    questionTooLong: 'The question is too long. Please ask in a sentence or two.',
    badUrl: 'This is no web address. It begins with https:// or http://.',
    serverOnly: 'This works in a server only.',
    noThread: 'I cannot open a thread here. Reply to my answer instead.',
    preparing: 'I am still reading the corpus. Please ask again in a minute.',
    slow: 'This takes too long. Please ask again later, or ask something narrower.',
    outdated: 'This button or menu is too old. Please use the command again.',
    full: 'Too many questions are waiting. Please ask again in a minute.',
    notDownloaded: 'I could not download the file. Please upload it again.',
    nothingToCompare: 'There are not two snapshots to compare yet.',
    unreadable:
      'Discord shows me only messages that mention me. Mention me to ask on, or use the button.',
  },
};
