import type { Gap } from '../../domain/community.js';
import { escapeLine, escapeText } from '../escape.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { writeInstant } from './dates.js';
import { bold, onePage, quoted, small } from './parts.js';

/** Questions that the corpus should answer and does not, the most asked first as given. */
export function presentGaps(input: {
  readonly gaps: readonly Gap[];
  readonly texts: Texts;
}): MessageBody {
  const { gaps, texts } = input;
  const entries = gaps.flatMap((gap, index) => {
    const { question, asked, unanswered, markedDown, comments, last } = gap;
    const [times, silent, wrong] = [asked, unanswered, markedDown].map(texts.number);
    return [
      ...(index === 0 ? [] : ['']),
      bold(escapeLine(question)),
      small(texts.corpus.gap(times ?? '', silent ?? '', wrong ?? '', writeInstant(last, texts))),
      ...comments.flatMap((comment) => quoted(escapeText(comment))),
    ];
  });
  return onePage(
    {
      title: `🧩 ${texts.corpus.gaps} (${texts.number(gaps.length)})`,
      entries: entries.length === 0 ? [texts.corpus.noGaps] : entries,
    },
    texts,
    texts.corpus.gaps,
  );
}
