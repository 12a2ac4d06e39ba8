import { entails } from './acts.js';
import { ownCount } from './check-numbers.js';
import { covers } from './date-cover.js';
import type { Event } from './events.js';
import type { Reading, SourceReading } from './read-source.js';
import type { Fault, FaultKind } from './types.js';

type Agent = readonly string[];

/** True when two names may be one: a shared id, or the words of one within the other. */
function sameAgent(said: Agent, found: Agent): boolean {
  if (said.some((id) => found.includes(id))) return true;
  if (said[0]?.startsWith('n:')) return false;
  const words = (agent: Agent) =>
    agent.flatMap((id) => (id.startsWith('w:') ? id.slice(2).split(' ') : []));
  const [mine, theirs] = [words(said), words(found)];
  return mine.length > 0 && mine.every((word) => theirs.includes(word));
}

/** A common noun ("companies") is only held against common nouns. */
function acts(agent: Agent, event: Event): boolean {
  const common = agent[0]?.startsWith('n:') ?? false;
  if (common && event.agents.length === 0) return true;
  return event.agents.some((each) => sameAgent(agent, each));
}

interface Step {
  readonly kind: FaultKind;
  readonly keep: (event: Event) => boolean;
  /** Only these are asked, unless it applies to none. */
  readonly applies?: (event: Event) => boolean;
}

/** "to sign" may be what somebody will or should do. */
function alike(said: Event, one: Event): boolean {
  if (said.modality === one.modality) return true;
  return said.modality === 'open' && /^(?:will|should)$/.test(one.modality);
}

/** Acts that say little without what they are about. */
const ofMatter =
  /^(?:allow|require|forbid|oppose|ask|urge|propose|welcome|criticise|accuse|promise|warn)$/;

/** What must agree, in the order in which a fault is told. */
function steps(said: Event, agent: Agent | null, relaxed: boolean): readonly Step[] {
  const ordinal = said.numbers.some((number) => number.form === 'ordinal');
  return [
    { kind: 'verb', keep: (one) => entails(one.act, said.act, said.negated) },
    {
      kind: 'role',
      keep: (one) => agent === null || acts(agent, one),
    },
    { kind: 'negation', keep: (one) => said.nominal || one.negated === said.negated },
    { kind: 'modality', keep: (one) => relaxed || said.nominal || alike(said, one) },
    {
      kind: 'role',
      keep: (one) =>
        one.accords.length === 0 || said.accords.every((id) => one.accords.includes(id)),
    },
    {
      kind: 'role',
      applies: (one) => ofMatter.test(said.act) && said.matter.size > 0 && one.matter.size > 0,
      keep: (one) => {
        const shared = [...said.matter].filter((stem) => one.matter.has(stem)).length;
        return shared * 3 >= Math.min(said.matter.size, one.matter.size);
      },
    },
    {
      kind: 'date',
      applies: (one) => said.dates.length > 0 && one.dates.length > 0,
      keep: (one) => said.dates.some((date) => one.dates.some((each) => covers(date, each))),
    },
    {
      kind: 'date',
      applies: (one) => said.dates.length > 0 && one.dates.length === 0,
      keep: (one) => said.dates.some((date) => one.beside.some((each) => covers(date, each))),
    },
    {
      kind: 'number',
      applies: (one) =>
        !said.nominal && said.numbers.length > 0 && (one.numbers.length > 0 || ordinal),
      keep: (one) =>
        said.numbers.some((number) =>
          one.numbers.some((each) => each.value === number.value && each.form === number.form),
        ),
    },
  ];
}

/** True for the same act by a common noun. */
function comparable(said: Event, one: Event): boolean {
  const common = one.agents.some((each) => each[0]?.startsWith('n:'));
  return common && entails(one.act, said.act, said.negated);
}

function compare(
  said: Event,
  agent: Agent | null,
  told: readonly Event[],
  relaxed: boolean,
): FaultKind | null {
  let left = told;
  for (const { kind, keep, applies } of steps(said, agent, relaxed)) {
    const asked = applies ? left.filter(applies) : left;
    if (asked.length === 0) continue;
    const kept = asked.filter(keep);
    if (kept.length === 0) {
      if (kind === 'verb' && !said.strict) return null;
      if (
        kind === 'role' &&
        agent?.[0]?.startsWith('n:') &&
        !told.some((one) => comparable(said, one))
      ) {
        if (!said.strict) return null;
        continue;
      }
      return kind;
    }
    left = kept;
  }
  return null;
}

/** "Three companies: A, B and C" counts its own names. */
function withoutOwnCount(event: Event, sentence: Reading): Event {
  const listed = ownCount(sentence);
  const numbers = event.numbers.filter((one) => one.form !== 'count' || one.value !== listed);
  return { ...event, numbers };
}

/**
 * Each act of the sentence, for each that takes part in it, must be one act of a source: same
 * kind, same sign, as certain, with a date and a number of its own.
 */
export function checkEvents(
  sentence: Reading,
  sources: readonly SourceReading[],
  relaxed: boolean,
): readonly Fault[] {
  const told = sources.flatMap((source) => source.sentences.flatMap((one) => one.events));
  return sentence.events.flatMap((event) => {
    const said = withoutOwnCount(event, sentence);
    const agents = said.agents.length > 0 ? said.agents : [null];
    return agents.flatMap((agent): readonly Fault[] => {
      const kind = compare(said, agent, told, relaxed);
      return kind === null ? [] : [{ kind, text: said.text }];
    });
  });
}
