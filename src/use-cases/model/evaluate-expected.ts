import type { Answer } from '../../domain/answer.js';

/** A question with what a right answer holds, as a line of a question file. */
export interface Expected {
  readonly id: string;
  readonly question: string;
  readonly category: string;
  readonly answer_type: 'list' | 'yes/no' | 'count' | 'date' | 'unknown';
  readonly expected_answer: string;
  readonly expected_entities: readonly string[];
  readonly must_not_state: readonly string[];
}

/** Categories whose answer has to be that there is none. */
const refused = new Set(['fictional', 'out-of-scope', 'speculative', 'underspecified']);
/** Categories that name examples of a longer list. */
const examples = new Set(['negation-open', 'list-large']);

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The verdict that an expected answer opens with; null where it gives none. */
function expectedVerdict(text: string): 'yes' | 'no' | null {
  const start = folded(text);
  if (/^(?:no\b|not on\b|没有)/.test(start)) return 'no';
  if (/^(?:yes|oui|ja)\b|^ratified|^\w+ yes\b/.test(start)) return 'yes';
  return null;
}

function entityMisses(expected: Expected, answer: Answer): readonly string[] {
  const names = answer.participants.map((one) => folded(one.name));
  const text = folded(answer.text);
  const missing = expected.expected_entities.filter((entity) =>
    answer.kind === 'register' && expected.answer_type === 'list'
      ? !names.includes(folded(entity))
      : !names.includes(folded(entity)) && !text.includes(folded(entity)),
  );
  const misses = missing.map((entity) => `does not name ${entity}`);
  const exact = expected.answer_type === 'list' && answer.kind === 'register';
  if (!exact || examples.has(expected.category) || expected.category === 'injection-discord')
    return misses;
  const allowed = new Set(expected.expected_entities.map(folded));
  const extra = answer.participants.filter((one) => !allowed.has(folded(one.name)));
  return [...misses, ...[...new Set(extra.map((one) => `names ${one.name} besides`))]];
}

function numbersOf(text: string): readonly number[] {
  return [...text.matchAll(/\d[\d,]*/g)].map((match) => Number(match[0].replaceAll(',', '')));
}

/** What is wrong with an answer; nothing when it is right. */
export function missesOf(expected: Expected, answer: Answer): readonly string[] {
  const misses: string[] = [];
  for (const forbidden of expected.must_not_state) {
    if (folded(answer.text).includes(folded(forbidden))) misses.push(`states "${forbidden}"`);
  }
  if (refused.has(expected.category)) {
    if (answer.kind !== 'unanswered') misses.push(`answers (${answer.kind}) what nothing answers`);
    return misses;
  }
  if (answer.kind === 'unanswered') return [...misses, `is unanswered: ${answer.reason}`];
  misses.push(...entityMisses(expected, answer));
  const verdict =
    expected.answer_type === 'yes/no' ? expectedVerdict(expected.expected_answer) : null;
  if (verdict && answer.kind === 'register' && answer.verdict !== verdict) {
    misses.push(`says ${answer.verdict} instead of ${verdict}`);
  }
  if (expected.answer_type === 'count') {
    const numbers = numbersOf(expected.expected_answer.split('(')[0] ?? '');
    if (!numbers.includes(answer.count ?? -1))
      misses.push(`counts ${answer.count} instead of ${numbers.join(' or ')}`);
  }
  if (expected.answer_type === 'date') {
    const [date] = /\d{4}(?:-\d{2}){0,2}/.exec(expected.expected_answer) ?? [];
    if (date !== answer.date) misses.push(`dates ${answer.date} instead of ${date}`);
  }
  if (answer.citations.length === 0) misses.push('cites nothing');
  return misses;
}
