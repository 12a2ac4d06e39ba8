import type { Act } from './sentence.js';

export type VerbForm = 'base' | 's' | 'past' | 'ing';

export interface Verb {
  readonly act: Act;
  readonly form: VerbForm;
  /** May stand without an object: "Spain signed in May". */
  readonly intransitive: boolean;
  /** Words of which one must follow: "accede to", "withdraw from". Empty for none. */
  readonly needs: readonly string[];
}

interface Entry {
  readonly act: Act;
  /** base, third person, past, present participle. */
  readonly forms: string;
  readonly intransitive?: boolean;
  readonly needs?: string;
}

const entries: readonly Entry[] = [
  { act: 'sign', forms: 'sign signs signed signing', intransitive: true },
  { act: 'sign', forms: 'ink inks inked inking' },
  { act: 'sign', forms: 'initial initials initialled initialling' },
  { act: 'ratify', forms: 'ratify ratifies ratified ratifying', intransitive: true },
  { act: 'accept', forms: 'accept accepts accepted accepting' },
  { act: 'approve', forms: 'approve approves approved approving' },
  { act: 'accede', forms: 'accede accedes acceded acceding', intransitive: true },
  { act: 'join', forms: 'join joins joined joining', intransitive: true },
  { act: 'join', forms: 'rejoin rejoins rejoined rejoining', intransitive: true },
  { act: 'join', forms: 're-join re-joins re-joined re-joining', intransitive: true },
  { act: 'join', forms: 're-enter re-enters re-entered re-entering' },
  { act: 'join', forms: 'enter enters entered entering' },
  { act: 'join', forms: 'participate participates participated participating', needs: 'in' },
  { act: 'join', forms: 'adhere adheres adhered adhering', needs: 'to' },
  { act: 'adopt', forms: 'adopt adopts adopted adopting' },
  { act: 'adopt', forms: 'agree agrees agreed agreeing' },
  { act: 'join', forms: 'subscribe subscribes subscribed subscribing', needs: 'to' },
  { act: 'support', forms: 'endorse endorses endorsed endorsing', intransitive: true },
  { act: 'support', forms: 'support supports supported supporting' },
  { act: 'support', forms: 'back backs backed backing' },
  { act: 'support', forms: 'embrace embraces embraced embracing' },
  { act: 'support', forms: 'heed heeds heeded heeding' },
  { act: 'support', forms: 'commit commits committed committing', needs: 'to' },
  { act: 'leave', forms: 'withdraw withdraws withdrew withdrawing', needs: 'from' },
  { act: 'leave', forms: 'withdraw withdraws withdrawn withdrawing', needs: 'from' },
  { act: 'leave', forms: 'pull pulls pulled pulling', needs: 'out' },
  { act: 'leave', forms: 'leave leaves left leaving' },
  { act: 'leave', forms: 'quit quits quit quitting' },
  { act: 'leave', forms: 'exit exits exited exiting' },
  { act: 'reject', forms: 'reject rejects rejected rejecting' },
  { act: 'reject', forms: 'snub snubs snubbed snubbing' },
  { act: 'reject', forms: 'shun shuns shunned shunning' },
  { act: 'reject', forms: 'spurn spurns spurned spurning' },
  { act: 'reject', forms: 'boycott boycotts boycotted boycotting' },
  { act: 'launch', forms: 'launch launches launched launching' },
  { act: 'launch', forms: 'initiate initiates initiated initiating' },
  { act: 'launch', forms: 'spearhead spearheads spearheaded spearheading' },
];

const names: readonly VerbForm[] = ['base', 's', 'past', 'ing'];

const table: ReadonlyMap<string, Verb> = new Map(
  entries.flatMap(({ act, forms, intransitive = false, needs }) =>
    forms
      .split(' ')
      .map((word, index): [string, Verb] => [
        word,
        { act, form: names[index] ?? 'base', intransitive, needs: needs?.split(' ') ?? [] },
      ]),
  ),
);

export function verbAt(word: string): Verb | undefined {
  return table.get(word);
}

/** True for acts by which one takes part. */
export function joins(act: Act): boolean {
  return !['leave', 'reject', 'launch', 'promote', 'any'].includes(act);
}

/** Verbs of which only the words before them matter. */
export const anyPast: Verb = { act: 'any', form: 'past', intransitive: true, needs: [] };
export const anyPresent: Verb = { ...anyPast, form: 'base' };
