import type { Discourse } from '../annotation/discourse.js';
import { asAccord, type Piece } from '../annotation/pieces.js';
import { implicit, type ObjectOf } from './objects.js';
import { codeAt } from './sentence.js';

/** The accord that opens a clause: "The Declaration aims to … and was signed by". */
function opener(pieces: readonly Piece[], start: number): ObjectOf {
  const place = pieces.findIndex((piece) => piece.item?.kind === 'accord');
  const mention = place >= 0 && place < Math.min(5, start) ? asAccord(pieces[place]) : null;
  return mention && mention.id !== null ? { accord: mention.id, implicit: false } : 'none';
}

/** "Signed by France and 18 others, the Code is": the accord that the main clause opens with. */
function frontedPatient(pieces: readonly Piece[], start: number): ObjectOf {
  for (let at = start + 2; at < pieces.length - 1; at += 1) {
    if (/^(?:[;:.]|which|who|that)$/.test(codeAt(pieces, at))) return 'none';
    if (codeAt(pieces, at) !== ',') continue;
    const next = codeAt(pieces, at + 1) === 'the' ? at + 2 : at + 1;
    const mention = asAccord(pieces[next]);
    if (mention) return mention.id === null ? 'none' : { accord: mention.id, implicit: false };
  }
  return 'none';
}

/** "The Protocol, aimed at e-evidence, has been signed by": the accord before an aside. */
function overAside(pieces: readonly Piece[], mark: number): ObjectOf | null {
  if (asAccord(pieces[mark - 1])) return null;
  for (let back = mark - 1; back > 0 && mark - back < 30; back -= 1) {
    const code = codeAt(pieces, back);
    if (/^[;:]$/.test(code)) return null;
    if (!/^(?:,|–|—|--|\()$/.test(code)) continue;
    const mention = asAccord(pieces[back - 1]);
    if (mention) return mention.id === null ? null : { accord: mention.id, implicit: false };
  }
  return null;
}

/** The accord that a passive participle at `place` belongs to; its verb group begins at `start`. */
export function patientOf(
  pieces: readonly Piece[],
  start: number,
  discourse: Discourse,
  vague: boolean,
): ObjectOf {
  const fronted = pieces
    .slice(0, start)
    .every(({ code }) => /^(?:[a-z]{3,}ly|already|first|,|but|and)$/.test(code));
  if (fronted) return frontedPatient(pieces, start);
  const over = codeAt(pieces, start - 1) === ',' ? overAside(pieces, start - 1) : null;
  if (over) return over;
  let place = start - 1;
  for (let steps = 0; steps < 4; steps += 1) {
    const mention = asAccord(pieces[place]);
    if (mention) {
      const id = mention.id ?? (vague && mention.vague === true ? discourse.about : null);
      return id === null ? 'none' : { accord: id, implicit: false };
    }
    const code = codeAt(pieces, place);
    if (code === 'it' || place < 0) return implicit(pieces, start, discourse);
    if (code === 'and' && steps === 0 && codeAt(pieces, 0) === 'it')
      return implicit(pieces, start, discourse);
    if (code === 'and' && steps === 0) return opener(pieces, start);
    if (!/^(?:,|which|that|so|far|also|now|—|–|--|\()$/.test(code)) return 'none';
    place -= 1;
  }
  return 'none';
}
