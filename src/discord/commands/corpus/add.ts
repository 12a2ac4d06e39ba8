import type { ChatInputCommandInteraction } from 'discord.js';
import { AccordError } from '../../../domain/errors.js';
import type { Application } from '../../../use-cases/application.js';
import { readDay, readWebAddress } from '../../options.js';
import { presentAdded } from '../../present/ingest.js';
import { presentNotice } from '../../present/notices.js';
import { textsFor } from '../../texts/languages.js';
import type { Texts } from '../../texts/texts.js';
import type { ChatVisit, Deed } from '../chat-command.js';
import { accords } from '../completions.js';
import { described } from '../described.js';
import { given } from '../given.js';
import { fileOption, textOption } from '../option.js';
import { download } from './download.js';
import { watchWork } from './watch-work.js';

/** Largest file that is taken, in bytes: 8 MiB. */
const largestFile = 8 * 1024 * 1024;
const fileTypes = /\.(md|txt|html|pdf|csv)$/i;

function wordsOf(interaction: ChatInputCommandInteraction) {
  return {
    file: interaction.options.getAttachment(
      described(({ corpus }) => corpus.add.options.file).name,
    ),
    title: given(interaction, ({ corpus }) => corpus.add.options.title),
    url: given(interaction, ({ corpus }) => corpus.add.options.url),
    published: given(interaction, ({ corpus }) => corpus.add.options.date),
    accord: given(interaction, ({ corpus }) => corpus.add.options.accord),
  };
}

/** What speaks against it before anything is downloaded; null when nothing does. */
function problemOf(interaction: ChatInputCommandInteraction, { notices }: Texts): string | null {
  const { file, url, published } = wordsOf(interaction);
  if (!file || !fileTypes.test(file.name)) return notices.badFileType;
  if (file.size > largestFile) return notices.tooBig;
  if (url !== null && readWebAddress(url) === null) return notices.badUrl;
  return published !== null && readDay(published) === null ? notices.badDate : null;
}

/** The id of an accord; the name itself before anything was ingested. */
async function accordNamed(application: Application, name: string): Promise<string> {
  try {
    return (await application.accord(name)).summary.id;
  } catch (error) {
    if (error instanceof AccordError && error.code === 'no-snapshot') return name;
    throw error;
  }
}

async function add(visit: ChatVisit): Promise<void> {
  const { interaction, asker, services, texts, reply, signal } = visit;
  const { application, stewardship, fileOrigins } = services;
  const { file, title, url, published, accord: name } = wordsOf(interaction);
  const problem = problemOf(interaction, texts);
  if (problem !== null || !file) {
    await reply.send(presentNotice({ text: problem ?? texts.notices.badFileType }));
    return;
  }
  const accord = name === null ? null : await accordNamed(application, name);
  const found = await download(file.url, { origins: fileOrigins, limit: largestFile, signal });
  if (found.kind !== 'file') {
    if (found.kind === 'failed') {
      services.logger.warn('a file could not be downloaded', { error: found.reason });
    }
    const text = found.kind === 'too-big' ? texts.notices.tooBig : texts.notices.notDownloaded;
    await reply.send(presentNotice({ text }));
    return;
  }
  const { bytes } = found;
  const article = { fileName: file.name, bytes, title, url, published, accord };
  await watchWork(visit, async (watched) => {
    const { path, outcome } = await stewardship.add(asker, article, { signal: watched.signal });
    return presentAdded({ path, outcome, texts });
  });
}

export const addFile: Deed = {
  named: ({ corpus }) => corpus.add,
  options: [
    fileOption(({ corpus }) => corpus.add.options.file),
    textOption(({ corpus }) => corpus.add.options.title),
    textOption(({ corpus }) => corpus.add.options.url),
    textOption(({ corpus }) => corpus.add.options.date),
    textOption(({ corpus }) => corpus.add.options.accord, { complete: accords }),
  ],
  acknowledge: (interaction) =>
    problemOf(interaction, textsFor(interaction.locale)) === null ? 'reply' : 'hidden-reply',
  execute: add,
};
