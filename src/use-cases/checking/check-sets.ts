import type { CheckedStatement } from '../../domain/reports.js';
import { writeDay } from '../../language/prose/dates.js';
import { counted } from '../../language/prose/names.js';
import { parseQuestion } from '../../language/question/parse.js';
import type { QuestionContext } from '../../language/question/reading.js';
import { type Desk, rosterSentence } from '../register/draft.js';
import { nounsFor, predicateForms, theAccord } from '../register/phrases.js';
import { registerAnswer } from '../register/register-answer.js';
import { asked, isQualified, type Told } from './read-sentence.js';

type Found = Omit<CheckedStatement, 'quote'>;

const figure =
  /^(?:so far,? |today,? |currently,? |now,? )?(?:(over|more than|at least|exactly|about|around|some|roughly|approximately|nearly|almost|fewer than|less than|under) )?(\d{1,3}(?:,\d{3})+|\d{1,5}) /i;

function compared(said: number, word: string, count: number): CheckedStatement['finding'] {
  if (/^(?:over|more than)$/.test(word)) return count > said ? 'borne-out' : 'contradicted';
  if (word === 'at least') return count >= said ? 'borne-out' : 'contradicted';
  if (/^(?:fewer|less|under)/.test(word)) return count < said ? 'borne-out' : 'contradicted';
  if (count === said) return 'borne-out';
  const near = Math.abs(count - said) <= count * 0.1;
  const rough = word !== '' && word !== 'exactly';
  if (rough) return near ? 'borne-out' : 'contradicted';
  // A round figure may be meant roughly.
  return said % 10 === 0 && near && word === '' ? 'untold' : 'contradicted';
}

/** "81 states support the Paris Call": a figure, held against what the register counts. */
function checkFigure(desk: Desk, { text, before }: Told, context: QuestionContext): Found | null {
  const match = figure.exec(text);
  if (!match || isQualified(text.slice(match[0].length))) return null;
  const rest = text.slice(match[0].length).replace(/[\s.!;:…]+$/u, '');
  const question = `${before}${before === '' ? '' : ' '}How many ${rest}?`;
  const reading = parseQuestion(question, context);
  if (reading.kind !== 'register' || reading.assumed || reading.query.ask !== 'count') return null;
  const { query } = reading;
  const [id = ''] = query.accords;
  const draft = registerAnswer(desk, query);
  if (!draft || draft.count === null || query.accords.length > 1) return null;
  const said = Number((match[2] ?? '').replaceAll(',', ''));
  const sure = (draft.counts?.unknown ?? 0) === 0;
  const accord = desk.register.accords.get(id);
  const finding = sure ? compared(said, (match[1] ?? '').toLowerCase(), draft.count) : 'untold';
  const who = query.scope.type ?? 'state';
  const forms = predicateForms(query.predicate, accord, theAccord(accord, id));
  const day = draft.asOf ? ` as of ${writeDay(draft.asOf)}` : '';
  const tells = sure
    ? `The register counts ${counted(draft.count, ...nounsFor(who))} that ${forms[1]}${day}.`
    : 'The register does not know of every one.';
  return {
    accord: id,
    participant: { id: who, name: nounsFor(who)[1] },
    claimed: text.replace(/[\s.!;:…]+$/u, ''),
    finding,
    text: `${tells} ${rosterSentence(desk, accord)}`.trim(),
  };
}

/** "All G7 states support the Paris Call": a whole set, held against its members' statuses. */
function checkEvery(desk: Desk, told: Told, context: QuestionContext): Found | null {
  if (isQualified(told.text)) return null;
  const query = asked(told, context);
  if (query?.ask !== 'every' || query.accords.length !== 1 || query.scope.bloc === null)
    return null;
  if (query.predicate === 'outside' || query.predicate === 'not-bound' || query.combine === 'none')
    return null;
  if (query.when.kind !== 'now') return null;
  const [accord = ''] = query.accords;
  const draft = registerAnswer(desk, query);
  if (!draft || draft.verdict === null) return null;
  const { bloc } = query.scope;
  const finding =
    draft.verdict === 'yes' ? 'borne-out' : draft.verdict === 'no' ? 'contradicted' : 'untold';
  return {
    accord,
    participant: { id: bloc, name: desk.groups.blocs.get(bloc)?.name ?? bloc },
    claimed: told.text.replace(/[\s.!;:…]+$/u, ''),
    finding,
    text: draft.text.replace(/^(?:Yes|No|Unknown)[:.] (.)/, (_, first: string) =>
      first.toUpperCase(),
    ),
  };
}

/** Checks what a sentence says of a figure or of a whole bloc; null where it says neither. */
export function checkSet(desk: Desk, told: Told, context: QuestionContext): Found | null {
  return checkFigure(desk, told, context) ?? checkEvery(desk, told, context);
}
