import type { RegisterChange } from '../../domain/reports.js';
import { escapeLine } from '../escape.js';
import type { Texts } from '../texts/texts.js';
import { bold } from './parts.js';

const signs = { added: '➕', removed: '➖', changed: '✏️' } as const;

function changeLine({ name, accord, before, after }: RegisterChange, texts: Texts): string {
  const was = before === null ? [] : [escapeLine(before)];
  const is = after === null ? [] : [escapeLine(after)];
  return `- ${escapeLine(name)} (${escapeLine(accord)})${texts.colon} ${[...was, ...is].join(' → ')}`;
}

/** Removed participants first, since they are what a keeper has to look at. */
export function changesPart(changes: readonly RegisterChange[], texts: Texts): readonly string[] {
  const words = texts.corpus.changes;
  if (changes.length === 0) return ['', words.none];
  const groups = (['removed', 'changed', 'added'] as const).flatMap((kind) => {
    const members = changes.filter(({ change }) => change === kind);
    if (members.length === 0) return [];
    const title = `${signs[kind]} ${words[kind]} (${texts.number(members.length)})`;
    return ['', bold(title), ...members.map((one) => changeLine(one, texts))];
  });
  return ['', bold(`${words.title} (${texts.number(changes.length)})`), ...groups.slice(1)];
}
