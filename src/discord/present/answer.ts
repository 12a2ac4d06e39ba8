import { ButtonStyle } from 'discord.js';
import type { Answer } from '../../domain/answer.js';
import type { AskedQuestion } from '../../domain/community.js';
import { cleanLine } from '../clean.js';
import { customId } from '../custom-ids.js';
import { escapeText } from '../escape.js';
import { limits } from '../limits.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { asOfPart, confidenceWords, standingLine, titleOf, toneOf } from './answer-parts.js';
import { button, joined, pageNote, row, rows, turning } from './buttons.js';
import { pageAt, paginate } from './paging.js';
import { byStatus, namesLine, participantLine, signs } from './participants.js';
import { bold, embedOf, pageLength, quoted, small, wholeFile, withMarks } from './parts.js';
import { contradictionsPart, sourcesPart } from './sources-part.js';

/** Up to so many participants have a line each, with date; more are named in a row. */
const mostLines = 12;

/** Where the prose of an answer turns to another matter. */
const turns = /(?<=[.\]]) (?=In order: |Roster of |Of [\d,]+ )/g;

/** How the sentence on the roster begins; it says its title and its days. */
const rosterLine = 'Roster of ';

function textLines(answer: Answer, texts: Texts): readonly string[] {
  const { kind, text, citations, writing } = answer;
  // Sentences of sources stand apart; a model's are one text.
  const apart = kind === 'passages' && (writing?.by ?? null) === null;
  const lines = escapeText(text)
    .replace(apart ? /(?<=\\\[\d+\\\]) (?=\S)/g : turns, '\n')
    .split('\n');
  return lines.map((line) => {
    const marked = withMarks(line, citations);
    if (line.startsWith(rosterLine)) return small([...asOfPart(answer, texts), marked].join(' · '));
    return apart && line !== '' ? `- ${marked}` : marked;
  });
}

/** Whole names only: "Niger" is not in "Nigeria". */
function named(text: string, name: string): boolean {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + name.length)];
    if (!letter.test(before) && !letter.test(after)) return true;
  }
  return false;
}

/** The participants that answer, unless the text names them all. */
function participantLines(answer: Answer, texts: Texts): readonly string[] {
  const { participants, text } = answer;
  if (participants.length === 0 || participants.every(({ name }) => named(text, name))) return [];
  const heading = bold(`${texts.answer.participants} (${texts.number(participants.length)})`);
  const lines =
    participants.length <= mostLines
      ? participants.map((one) => participantLine(one, texts))
      : byStatus(participants).map(
          ({ status, members }) =>
            `${signs[status]} ${texts.choices.statuses[status]} (${texts.number(members.length)})${texts.colon} ${namesLine(members)}`,
        );
  return ['', heading, ...lines];
}

function entriesOf({ answer, question }: AskedQuestion, texts: Texts): readonly string[] {
  const long = cleanLine(question).length > limits.embed.author;
  const text = textLines(answer, texts);
  const apart = text.at(-1)?.startsWith('-# ') ? [] : [''];
  const told = answer.text.includes(rosterLine);
  const standing = told ? [] : standingLine(answer, texts);
  return [
    ...(long ? [...quoted(escapeText(question)), ''] : []),
    ...text,
    ...(answer.reason === null || answer.text.includes(answer.reason)
      ? []
      : [escapeText(answer.reason)]),
    ...(standing.length === 0 ? [] : [...apart, ...standing]),
    ...participantLines(answer, texts),
    ...contradictionsPart(answer.contradictions, texts),
    ...sourcesPart(answer, texts),
  ];
}

/**
 * An answer: verdict, text, the day and roster it holds for, who is meant, who disagrees, sources.
 * A long one has pages, and the first brings the whole as a file.
 */
export function presentAnswer(input: {
  readonly asked: AskedQuestion;
  readonly texts: Texts;
  readonly page: number;
  /** Whether the asker alone sees it. */
  readonly hidden: boolean;
}): MessageBody {
  const { asked, texts, hidden } = input;
  const { id, answer } = asked;
  const entries = entriesOf(asked, texts);
  const pages = paginate(entries, { limit: pageLength });
  const { page, at } = pageAt(pages, input.page);
  const footer = texts.answer.footer(answer.snapshot, confidenceWords(answer, texts));
  const { sources, share, follow } = texts.buttons;
  const face = row([
    ...button(customId('sources', id), { label: sources, emoji: '📚' }),
    ...(hidden ? button(customId('share', id), { label: share, emoji: '📢' }) : []),
    ...button(customId('vote', 'up', id), { emoji: '👍' }),
    ...button(customId('vote', 'down', id), { emoji: '👎' }),
    ...button(customId('follow', id), { label: follow, emoji: '💬' }, ButtonStyle.Primary),
  ]);
  const turn = (to: number) => customId('answer-page', id, to, hidden ? 1 : 0);
  const files =
    at === 0 && pages.length > 1 ? wholeFile(`${texts.answer.whole}-${id}`, entries) : [];
  return {
    embeds: [
      embedOf({
        title: titleOf(answer, texts),
        author: asked.question,
        description: page.text,
        footer: joined(pageNote(at, pages.length, texts), footer),
        colour: toneOf(answer),
      }),
    ],
    ...rows(face, row(turning(turn, at, pages.length, texts))),
    ...(files.length === 0 ? {} : { files }),
  };
}
