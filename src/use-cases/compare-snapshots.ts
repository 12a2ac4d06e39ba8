import type { Accord } from '../domain/accord.js';
import type { Claim } from '../domain/claim.js';
import { type Day, formatSpan } from '../domain/partial-date.js';
import type { Participant } from '../domain/participant.js';
import { buildRegister } from '../domain/register/build-register.js';
import { conflictsOf } from '../domain/register/conflicts.js';
import { evaluationDay } from '../domain/register/evaluate.js';
import type { Register } from '../domain/register/register.js';
import { standingOn } from '../domain/register/standing.js';
import type {
  ConflictReport,
  IngestReport,
  RegisterChange,
  SnapshotDifference,
} from '../domain/reports.js';
import { byName } from '../language/prose/names.js';

export interface Comparable {
  readonly accords: readonly Accord[];
  readonly claims: readonly Claim[];
  readonly participants: readonly Participant[];
}

function registerOf(content: Comparable, today: Day): Register {
  return buildRegister({ ...content, states: [], learned: today });
}

function standings(register: Register, today: Day): Map<string, { name: string; text: string }> {
  const found = new Map<string, { name: string; text: string }>();
  for (const accord of register.accords.keys()) {
    const day = evaluationDay(register, accord, { kind: 'now' }, today);
    for (const participant of register.named(accord)) {
      const standing = standingOn(register, accord, participant, day);
      const parts = [
        standing.status,
        standing.claim?.kind,
        standing.on ? formatSpan(standing.on) : null,
      ];
      found.set(`${accord} ${participant}`, {
        name: register.participants.get(participant)?.name ?? participant,
        text: parts.filter((part) => part).join(', '),
      });
    }
  }
  return found;
}

/** Disagreements that `after` has and `before` has not. */
function newConflicts(before: Register | null, after: Register): readonly ConflictReport[] {
  const all = (register: Register) =>
    [...register.accords.keys()].flatMap((id) => conflictsOf(register, id));
  const known = new Set((before ? all(before) : []).map((one) => JSON.stringify(one)));
  return all(after).filter((one) => !known.has(JSON.stringify(one)));
}

/**
 * What changed in the register: participants that came, went, or whose status or date is another,
 * ordered by accord, then by name; and the disagreements between sources that are new.
 */
export function compareRegisters(
  before: Comparable | null,
  after: Comparable,
  today: Day,
): Pick<IngestReport, 'changes' | 'conflicts'> {
  const former = before && registerOf(before, today);
  const present = registerOf(after, today);
  const old = former ? standings(former, today) : new Map<string, { name: string; text: string }>();
  const now = standings(present, today);
  const changes: RegisterChange[] = [];
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [accord = '', participant = ''] = key.split(' ');
    const was = old.get(key);
    const is = now.get(key);
    if (was?.text === is?.text) continue;
    changes.push({
      accord,
      participant,
      name: is?.name ?? was?.name ?? participant,
      change: was ? (is ? 'changed' : 'removed') : 'added',
      before: was?.text ?? null,
      after: is?.text ?? null,
    });
  }
  changes.sort((a, b) => a.accord.localeCompare(b.accord) || byName(a.name, b.name));
  return { changes, conflicts: newConflicts(former, present) };
}

interface Hashed {
  readonly path: string;
  readonly hash: string;
}

/** Paths of articles that came, changed and went. */
export function compareArticles(before: readonly Hashed[], after: readonly Hashed[]) {
  const old = new Map(before.map((article) => [article.path, article.hash]));
  const now = new Map(after.map((article) => [article.path, article.hash]));
  return {
    added: [...now.keys()].filter((path) => !old.has(path)),
    changed: [...now]
      .filter(([path, hash]) => old.has(path) && old.get(path) !== hash)
      .map(([path]) => path),
    removed: [...old.keys()].filter((path) => !now.has(path)),
    unchanged: [...now].filter(([path, hash]) => old.get(path) === hash).length,
  };
}

/** Articles and statuses that differ between two snapshots. */
export function compareSnapshots(
  before: Comparable & { readonly articles: readonly Hashed[] },
  after: Comparable & { readonly articles: readonly Hashed[] },
  today: Day,
): Omit<SnapshotDifference, 'from' | 'to'> {
  const { unchanged: _unchanged, ...articles } = compareArticles(before.articles, after.articles);
  return { articles, changes: compareRegisters(before, after, today).changes };
}
