import type { Base } from './base.js';

const links: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\s)(?:party|parties|accede|acceded|acceding|committed|adhered)$/, ' to '],
  [/(?:signator(?:y|ies)|members?|supporters?|backers|participants?|part|list)$/, ' of '],
  [/(?:withdrawn?|withdrew|absent|missing)$/, ' from '],
];

/** The accord put behind the verb of a question that names none. */
export function insertAccord(
  text: string,
  { facts }: Pick<Base, 'facts'>,
  name: string,
): readonly string[] {
  const verbs = facts.items.filter((item) =>
    ['join', 'consent', 'member', 'withdrew', 'declined', 'outside', 'undecided'].includes(
      item.role,
    ),
  );
  const verb = verbs.findLast((item) => item.text !== 'in') ?? verbs.at(-1);
  const end = text.replace(/[\s?.!？]+$/u, '').length;
  const atEnd = `${text.slice(0, end)} in ${name}${text.slice(end)}`;
  if (!verb) return [`${text.slice(0, end)} on ${name}${text.slice(end)}`, atEnd];
  const link = links.find(([pattern]) => pattern.test(verb.text))?.[1] ?? ' ';
  const tail = text.slice(verb.end);
  return [`${text.slice(0, verb.end)}${link}${name}${tail}`, atEnd];
}
