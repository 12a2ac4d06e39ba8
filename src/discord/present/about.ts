import { ButtonStyle } from 'discord.js';
import type { AccordSummary, SnapshotSummary } from '../../domain/reports.js';
import { customId } from '../custom-ids.js';
import { escapeLine } from '../escape.js';
import type { MessageBody } from '../message.js';
import type { Named } from '../texts/command-texts.js';
import type { Texts } from '../texts/texts.js';
import { rosterWords } from './accords.js';
import { button, joined, row, rows } from './buttons.js';
import { writeInstant } from './dates.js';
import { bold, colours, embedOf, onePage, small } from './parts.js';

/** What the bot can do, with examples to copy. */
export function presentHelp(input: { readonly texts: Texts }): MessageBody {
  const { help, commands } = input.texts;
  const line = (path: readonly Named[]) =>
    `- ${bold(`/${path.map(({ name }) => name).join(' ')}`)}  ${path.at(-1)?.description ?? ''}`;
  const { signatories, accord, corpus, settings } = commands;
  const entries = [
    help.intro,
    '',
    line([commands.ask]),
    line([signatories, signatories.list]),
    line([signatories, signatories.status]),
    line([signatories, signatories.missing]),
    line([signatories, signatories.compare]),
    line([accord, accord.info]),
    line([accord, accord.list]),
    line([corpus]),
    line([settings]),
    line([commands.privacy]),
    '',
    bold(help.examplesTitle),
    ...help.examples.map((example) => `> ${example}`),
    '',
    small(help.talk),
  ];
  return onePage({ title: `👋 ${help.title}`, entries }, input.texts, help.title);
}

/** Version, snapshot, and how old each accord's roster is. */
export function presentAbout(input: {
  readonly version: string;
  readonly snapshot: SnapshotSummary | null;
  readonly accords: readonly AccordSummary[];
  readonly texts: Texts;
}): MessageBody {
  const { version, snapshot, accords, texts } = input;
  const { about, corpus, number } = texts;
  const rosters = accords.map(
    (one) => `- ${joined(escapeLine(one.short), rosterWords(one, texts))}`,
  );
  const entries = [
    about.intro,
    '',
    about.version(escapeLine(version)),
    ...(snapshot === null
      ? [about.noSnapshot]
      : [
          about.snapshot(escapeLine(snapshot.id), writeInstant(snapshot.createdAt, texts)),
          corpus.holds(number(snapshot.passages), number(snapshot.claims)),
          small(escapeLine(snapshot.embedder)),
        ]),
    ...(rosters.length === 0 ? [] : ['', bold(about.rosters), ...rosters]),
  ];
  return onePage({ title: `ℹ️ ${about.title}`, entries }, texts, about.title);
}

/** What is kept of people, and a button that deletes it. */
export function presentPrivacy(input: { readonly texts: Texts }): MessageBody {
  const { privacy, buttons } = input.texts;
  const description = privacy.lines.map((line) => `- ${line}`).join('\n');
  const forget = button(customId('forget-confirm'), { label: buttons.forget }, ButtonStyle.Danger);
  return {
    embeds: [embedOf({ title: `🔒 ${privacy.title}`, description })],
    ...rows(row(forget)),
  };
}

export function presentForgotten(input: {
  readonly count: number;
  readonly texts: Texts;
}): MessageBody {
  const { count, texts } = input;
  const description = texts.forgotten(texts.number(count));
  return { embeds: [embedOf({ description, colour: colours.quiet })], components: [] };
}
