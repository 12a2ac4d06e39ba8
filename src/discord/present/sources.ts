import type { AskedQuestion } from '../../domain/community.js';
import { customId } from '../custom-ids.js';
import { escapeLine, escapeText } from '../escape.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { confidenceWords, standingLine, toneOf } from './answer-parts.js';
import { joined, pageNote, row, rows, turning } from './buttons.js';
import { pageAt, paginate } from './paging.js';
import { embedOf, pageLength, quoted, small, sourceLine } from './parts.js';

/** The quoted passages behind an answer, where each stands, and why these. */
export function presentSources(input: {
  readonly asked: AskedQuestion;
  readonly texts: Texts;
  readonly page: number;
}): MessageBody {
  const { texts } = input;
  const { id, question, answer } = input.asked;
  const { citations, kind, snapshot } = answer;
  const passages = citations.flatMap((citation) => [
    '',
    sourceLine(citation, texts),
    ...quoted(escapeText(citation.quote)),
    ...(citation.article.trim() === '' ? [] : [small(escapeLine(citation.article))]),
  ]);
  const pages = paginate(
    [
      texts.answer.why[kind],
      ...standingLine(answer, texts),
      ...(citations.length === 0 ? [texts.answer.noSources] : passages),
    ],
    { limit: pageLength },
  );
  const { page, at } = pageAt(pages, input.page);
  const footer = texts.answer.footer(snapshot, confidenceWords(answer, texts));
  const turn = (to: number) => customId('sources-page', id, to);
  return {
    embeds: [
      embedOf({
        title: `📚 ${texts.answer.whySources}`,
        author: question,
        description: page.text,
        footer: joined(pageNote(at, pages.length, texts), footer),
        colour: toneOf(answer),
      }),
    ],
    ...rows(row(turning(turn, at, pages.length, texts))),
  };
}
