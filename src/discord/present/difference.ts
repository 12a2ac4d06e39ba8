import type { SnapshotDifference } from '../../domain/reports.js';
import { escapeLine } from '../escape.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { changesPart } from './changes.js';
import { bold, onePage } from './parts.js';

/** What differs between two snapshots, articles and register. */
export function presentDifference(input: {
  readonly difference: SnapshotDifference;
  readonly texts: Texts;
}): MessageBody {
  const { difference, texts } = input;
  const { from, to, articles, changes } = difference;
  const paths = (['removed', 'changed', 'added'] as const).flatMap((kind) =>
    articles[kind].length === 0
      ? []
      : [
          '',
          bold(`${texts.corpus.articlesAre[kind]} (${texts.number(articles[kind].length)})`),
          ...articles[kind].map((path) => `- ${escapeLine(path)}`),
        ],
  );
  return onePage(
    {
      title: texts.corpus.difference(escapeLine(from), escapeLine(to)),
      entries: [...changesPart(changes, texts), ...paths],
    },
    texts,
    `accord-${from}-${to}`,
  );
}
