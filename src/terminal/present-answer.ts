import type { Answer, AnswerParticipant, Citation, Contradiction } from '../domain/answer.js';
import { clean, cleanLine } from './clean.js';
import { type Layout, wrap } from './layout.js';
import { presentDate, presentPublished } from './present-date.js';
import { renderTable } from './table.js';

/** Longer lists are cut, with the command that shows them whole. */
const mostNames = 25;

/** Sources in the order of their numbers; one that is cited several times stands once. */
function presentSources(citations: readonly Citation[], layout: Layout): readonly string[] {
  const marks = new Map<string, string>();
  for (const { n, title, published, url, article } of citations) {
    const where = url ?? article;
    const source = `${cleanLine(title)} (${presentPublished(published)}) — ${cleanLine(where)}`;
    marks.set(source, `${marks.get(source) ?? ''}[${n}]`);
  }
  return [...marks].map(
    ([source, mark]) => `${layout.paint.cyan(mark)} ${wrap(source, layout, mark.length + 1)}`,
  );
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

/** One disagreement of sources: the leading one, the other, and why it leads. */
export function presentContradiction(contradiction: Contradiction, layout: Layout): string {
  const { leading, leadingSource, leadingPublished, claim, source, published, reason } =
    contradiction;
  const lines = [
    `Leading: ${withoutStop(leading)} (${leadingSource}, ${presentPublished(leadingPublished)}).`,
    `Against: ${withoutStop(claim)} (${source}, ${presentPublished(published)}).`,
    `Why: ${withoutStop(reason)}.`,
  ];
  const [first = '', ...rest] = lines.map((line) => wrap(cleanLine(line), layout, 2));
  return [`- ${first}`, ...rest.map((line) => `  ${line}`)].join('\n');
}

function wholeListCommand(answer: Answer): string {
  const accord = answer.accords[0];
  if (accord === undefined || answer.accords.length > 1) return 'with --json, all of them';
  const states = new Set(answer.participants.map(({ status }) => status));
  const [status] = states;
  const narrowed = status !== undefined && states.size === 1 ? ` --status ${status}` : '';
  return `accord signatories ${accord}${narrowed}`;
}

/** Whole names only: "Niger" is not in "Nigeria". */
function names(text: string, name: string): boolean {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + name.length);
    if (!letter.test(before) && !letter.test(after)) return true;
  }
  return false;
}

/** The participants that answer, unless the text names them all. */
function presentParticipants(answer: Answer, layout: Layout): readonly string[] {
  const { participants, text } = answer;
  if (participants.every(({ name }) => names(text, name))) return [];
  const shown = participants.slice(0, mostNames);
  const many = new Set(participants.map(({ accord }) => accord)).size > 1;
  const table = renderTable<AnswerParticipant>(
    shown,
    [
      { title: 'Name', cell: ({ name }) => name, shrinks: true },
      ...(many ? [{ title: 'Accord', cell: ({ accord }: AnswerParticipant) => accord }] : []),
      { title: 'Status', cell: ({ status, action }) => action ?? status },
      { title: 'On', cell: ({ on }) => presentDate(on) },
    ],
    layout,
  );
  const rest = participants.length - shown.length;
  const more = `and ${rest} more (${wholeListCommand(answer)})`;
  return [rest > 0 ? `${table}\n${layout.paint.dim(more)}` : table];
}

/** An answer for a terminal: its text, who is meant, what it stands on, and who disagrees. */
export function presentAnswer(answer: Answer, layout: Layout): string {
  const { citations, contradictions } = answer;
  const heading = (title: string) => layout.paint.bold(title);
  const sources = presentSources(citations, layout);
  const disagreements = contradictions.map((one) => presentContradiction(one, layout));
  const blocks = [
    wrap(clean(answer.text), layout),
    ...presentParticipants(answer, layout),
    ...(sources.length === 0 ? [] : [[heading('Sources'), ...sources].join('\n')]),
    ...(disagreements.length === 0
      ? []
      : [[heading('Sources disagree'), ...disagreements].join('\n')]),
  ];
  return blocks.join('\n\n');
}
