import type { Discourse } from '../annotation/discourse.js';
import type { Piece } from '../annotation/pieces.js';
import { here } from './absence-events.js';
import { listedAfter } from './agents.js';
import { accordAfter } from './predicate-events.js';
import { codeAt, groupAt, type SentenceEvent, wordsAt } from './sentence.js';
import { subjectBefore } from './subjects.js';
import { verbGroupBefore } from './verb-group.js';
import { anyPast, anyPresent } from './verbs.js';

const belonging = [
  'part of',
  'on the list',
  'in the list',
  'one of',
  'among them',
  'among those',
  'listed',
  'included',
  'on board',
  'there',
];

/** "is not part of", "was not one of them", "are not listed", "does not appear on". */
function notThere(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  let at = place + 1;
  while (/^(?:yet|also|currently|a|themselves|itself)$/.test(codeAt(pieces, at))) at += 1;
  const appears =
    /^(?:appear|feature|figure)$/.test(codeAt(pieces, at)) &&
    /^(?:on|in|among)$/.test(codeAt(pieces, at + 1));
  const shows = wordsAt(pieces, at, 'show up') && /^(?:on|in|among)$/.test(codeAt(pieces, at + 2));
  const phrase = shows ? 'show up' : belonging.find((words) => wordsAt(pieces, at, words));
  if (!appears && phrase === undefined) return null;
  if (wordsAt(pieces, at + 1, 'on its own')) return null;
  if (phrase === 'one of' && !/^(?:them|those|the)$/.test(codeAt(pieces, at + 2))) return null;
  const end = at + (phrase?.split(' ').length ?? 2);
  const accord =
    phrase === 'part of'
      ? accordAfter(pieces, end - 1, discourse, false)
      : here(pieces, place, discourse);
  const distant = phrase?.startsWith('among') === true && accord !== discourse.about;
  if (accord === null || distant) return null;
  const fronted = place < 2 && !appears ? listedAfter(pieces, end, 6) : null;
  if (fronted && fronted.group.members.length > 0)
    return {
      place,
      group: fronted.group,
      accord,
      act: 'any',
      deed: 'absent',
      doubtful: false,
      negated: false,
    };
  const verbs = verbGroupBefore(pieces, place, appears || shows ? anyPresent : anyPast);
  if (!verbs || (verbs.deed !== 'did' && verbs.deed !== null)) return null;
  const subject = subjectBefore(pieces, verbs.start, discourse, verbs.coordinated);
  if (!subject || (!appears && !shows && !verbs.passive)) return null;
  return {
    place,
    group: subject.group,
    accord,
    act: 'any',
    deed: 'absent',
    doubtful: false,
    negated: subject.negated,
  };
}

/** "part of the Call", "belongs to the Accord". */
function belongs(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  const verb =
    /^(?:belong|belongs|belonged)$/.test(codeAt(pieces, place)) &&
    codeAt(pieces, place + 1) === 'to';
  const aboard = wordsAt(pieces, place, 'on board') || codeAt(pieces, place) === 'aboard';
  const part = wordsAt(pieces, place, 'part of') || aboard;
  if (!verb && !part) return null;
  const accord = aboard
    ? here(pieces, place, discourse)
    : accordAfter(pieces, place + 1, discourse, false);
  if (accord === null) return null;
  const verbs = verbGroupBefore(pieces, place, anyPast);
  if (!verbs || verbs.deed === null || (part && !verbs.passive)) return null;
  const subject = subjectBefore(pieces, verbs.start, discourse, verbs.coordinated);
  if (!subject) return null;
  return {
    place,
    group: subject.group,
    accord,
    act: 'join',
    deed: verbs.deed,
    doubtful: false,
    negated: subject.negated,
  };
}

/** "Chad was added to the list", "its name appears on the list": by a word for a list. */
function enlisted(
  pieces: readonly Piece[],
  place: number,
  discourse: Discourse,
): SentenceEvent | null {
  if (!/^(?:list|roster|roll)$/.test(codeAt(pieces, place)) || codeAt(pieces, place - 1) !== 'the')
    return null;
  const before = codeAt(pieces, place - 2);
  const verb = codeAt(pieces, place - 3);
  const added =
    before === 'to' && verb === 'added' && /^(?:was|were|been)$/.test(codeAt(pieces, place - 4));
  const appears = before === 'on' && /^(?:appears?|appeared|features?|figures?)$/.test(verb);
  const whose =
    codeAt(pieces, place + 1) === 'of' ? (pieces[place + 2]?.text.toLowerCase() ?? '') : '';
  const ofTakers =
    whose === '' || /(?:signatories|parties|supporters|members|signers|endorsers)$/.test(whose);
  const accord = (added || appears) && ofTakers ? here(pieces, place, discourse) : null;
  if (accord === null) return null;
  const verbs = verbGroupBefore(pieces, place - 3, appears ? anyPresent : anyPast);
  if (!verbs || (verbs.deed !== 'did' && verbs.deed !== 'absent')) return null;
  const named = /^(?:name|names)$/.test(codeAt(pieces, verbs.start - 1)) ? verbs.start - 3 : -1;
  const owner = codeAt(pieces, named + 1) === "'s" ? groupAt(pieces, named) : null;
  const subject = owner
    ? { group: owner, negated: false }
    : subjectBefore(pieces, verbs.start, discourse, verbs.coordinated);
  if (!subject) return null;
  const deed = verbs.deed;
  const act = deed === 'did' ? 'join' : 'any';
  return {
    place,
    group: subject.group,
    accord,
    act,
    deed,
    doubtful: false,
    negated: subject.negated,
  };
}

/** What says that participants belong to an accord, or are not on its list. */
export function belongingEvents(
  pieces: readonly Piece[],
  discourse: Discourse,
): readonly SentenceEvent[] {
  return [...pieces.keys()].flatMap((place) => {
    const absent = codeAt(pieces, place) === 'not' ? notThere(pieces, place, discourse) : null;
    return [absent, belongs(pieces, place, discourse), enlisted(pieces, place, discourse)].filter(
      (event) => event !== null,
    );
  });
}
