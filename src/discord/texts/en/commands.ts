import type { CommandTexts } from '../command-texts.js';
import { command, named } from '../named.js';

const accord = ['accord', 'The accord'] as const;
const bloc = ['bloc', 'Only members of this bloc, such as EU, NATO or G20'] as const;
const asOf = ['as-of', 'The day: 2021-11-10, 2021-11 or 2021'] as const;

export const commands: CommandTexts = {
  ask: command('ask', 'Ask about an accord; the answer is dated and sourced', {
    question: ['question', 'Your question, such as: Who has not signed the Paris Call yet?'],
    accord: ['accord', 'The accord meant when the question names none'],
    asOf,
    private: ['private', 'Whether only you see the answer'],
  }),
  signatories: {
    ...named('signatories', 'Who takes part in an accord, and who does not'),
    list: command('list', 'List participants of an accord with status, date and source', {
      accord,
      status: ['status', 'Only those with this status'],
      bloc,
      type: ['type', 'Only participants of this type'],
      asOf,
    }),
    status: command('status', 'What one participant did, over all accords', {
      participant: ['participant', 'State, company or organisation'],
      accord: ['accord', 'Only in this accord'],
    }),
    missing: command('missing', 'Who does not take part in an accord', { accord, bloc }),
    compare: command('compare', 'Who is in both of two accords, in one, in neither', {
      a: ['a', 'The first accord'],
      b: ['b', 'The second accord'],
      bloc,
    }),
  },
  accord: {
    ...named('accord', 'The accords that I know of'),
    info: command('info', 'What an accord is, its dates, figures and sources', { accord }),
    list: command('list', 'List the accords', {}),
  },
  corpus: {
    ...named('corpus', 'Keep the corpus (for admins)'),
    status: command('status', 'Snapshots, accords, checks and the last acts of admins', {}),
    reingest: command('reingest', 'Read the corpus anew and show what changes', {
      dryRun: ['dry-run', 'Build it and show what would change, without making it current'],
    }),
    add: command('add', 'Add an article or a roster to the corpus', {
      file: ['file', 'A .md, .txt, .html, .pdf or .csv file of up to 8 MiB'],
      title: ['title', 'Title of the article'],
      url: ['url', 'Web address of the article'],
      date: ['date', 'When it was published, or a roster read: 2021-11-10'],
      accord: ['accord', 'The accord that it is about'],
    }),
    remove: command('remove', 'Remove a file from the corpus', {
      path: ['path', 'Path of the file inside the corpus'],
    }),
    diff: command('diff', 'What differs between two snapshots', {
      from: ['from', 'The older snapshot'],
      to: ['to', 'The newer snapshot'],
    }),
    rollback: command('rollback', 'Make an older snapshot current', {
      snapshot: ['snapshot', 'The snapshot to go back to'],
    }),
    conflicts: command('conflicts', 'Where sources disagree', {
      accord: ['accord', 'Only in this accord'],
    }),
    gaps: command('gaps', 'Questions left unanswered or marked as wrong', {}),
  },
  settings: {
    ...named('settings', 'How I behave in this server (for admins)'),
    show: command('show', 'Show the settings', {}),
    channels: command('channels', 'Choose the channels where I answer', {
      action: ['action', 'What to do with the channel'],
      channel: ['channel', 'The channel'],
    }),
    defaultAccord: command('default-accord', 'The accord meant when a question names none', {
      accord: ['accord', 'The accord; leave out for none'],
    }),
    adminRole: command('admin-role', 'The role whose members may keep the corpus', {
      role: ['role', 'The role; leave out for none'],
    }),
    answers: command('answers', 'Whether everyone sees answers, or the asker alone', {
      shown: ['shown', 'Who sees answers'],
    }),
    language: command('language', 'The language in which I speak here', {
      language: ['language', 'The language'],
    }),
  },
  help: command('help', 'What I can do, with examples', {}),
  about: command('about', 'Version, snapshot and dates of the corpus', {}),
  privacy: command('privacy', 'What I keep of your questions, and how to delete it', {}),
  check: { name: 'Check against the corpus' },
};
