import type { Gap } from '../../domain/community.js';
import type { LoggedQuestion } from '../../ports/state/question-log.js';
import { groupAlike } from './likeness.js';

/** Above it two questions are taken for one; a further word that matters keeps them apart. */
const threshold = 0.55;

/** Voters' words kept of a group, the newest. */
const comments = 20;

/** Answers that are on other accords altogether answer other questions. */
function compatible(one: LoggedQuestion, other: LoggedQuestion): boolean {
  const [a, b] = [one.asked.answer.accords, other.asked.answer.accords];
  return a.length === 0 || b.length === 0 || a.some((accord) => b.includes(accord));
}

function gapOf(questions: readonly LoggedQuestion[]): Gap {
  const down = questions.map(({ votes }) => votes.filter(({ vote }) => vote === 'down'));
  const [newest] = questions;
  return {
    question: newest?.asked.question ?? '',
    asked: questions.length,
    unanswered: questions.filter(({ asked }) => asked.answer.kind === 'unanswered').length,
    markedDown: down.filter((votes) => votes.length > 0).length,
    comments: down
      .flat()
      .sort((a, b) => (a.votedAt < b.votedAt ? 1 : -1))
      .flatMap(({ comment }) => (comment === null || comment.trim() === '' ? [] : [comment]))
      .slice(0, comments),
    last: newest?.asked.askedAt ?? '',
  };
}

/** Groups questions (newest first) by likeness; those asked most often come first. */
export function gapsAmong(questions: readonly LoggedQuestion[]): readonly Gap[] {
  const groups = groupAlike(questions, {
    textOf: ({ asked }) => asked.question,
    compatible,
    threshold,
  });
  return groups
    .map(gapOf)
    .sort((a, b) => b.asked - a.asked || (a.last < b.last ? 1 : Number(a.last > b.last) * -1));
}
