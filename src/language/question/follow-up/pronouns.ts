import { type Facts, factsOf } from '../facts.js';
import { parseQuestion } from '../parse.js';
import { scan } from '../scan.js';
import { insertAccord } from './accord-place.js';
import { type Base, readsWhole, replaced, type Talk } from './base.js';
import { accordIn, groupLabel, participantsIn } from './sentences.js';

const nouns =
  'call|accord|agreement|treaty|convention|declaration|pledge|pact|protocol|charter|initiative|code|covenant|deal|document|text|framework|statement';
const thatAccord = new RegExp(
  `\\b(?:the|this|that|the same|said) (?:${nouns})\\b(?! (?:of|on|for|against)\\b)`,
  'i',
);
/** "it" that stands for nothing. */
const expletive =
  /\bwhat (?:time|day|year) is it\b|\bwhat (?:does|did|would) it mean\b|\b(?:is|was|isn't|wasn't) it (?:true|right|correct|possible|the case|known|clear|too late|still possible|easy|worth)\b|\bit (?:is|seems|appears|says here|was said)\b/i;
const someone =
  '(?:it|they|he|she|the (?:country|state|nation|government|company)|(?:this|that) (?:country|state|nation|government|company|participant))';
const subject = new RegExp(
  `\\b(?:has|have|had|did|does|do|is|are|was|were|hasn't|haven't|didn't|isn't|aren't|wasn't|won't|will|can|could|since|if|whether|that) (${someone})\\b`,
  'i',
);
const passive =
  /\b(?:was|were|is|been) it (?:ever )?(?:signed|joined|ratified|adopted|opened|launched|supported|backed|concluded|created|founded|drafted|binding)\b/i;
const object =
  /\b(?:it|this one|that one|this|that)(?=[\s?!.,;]*(?:$|\b(?:in|on|by|before|after|since|at|yet|too|already|and|or|now|then)\b))/i;
const possessive =
  /\b(?:its|their|his|her) (?=position|status|stance|signature|government|record)/i;
const inThere = /\s(?:in|on|to|of|over)?\s?there(?=[\s?!.]*$)/i;

const acts = [
  'join',
  'consent',
  'member',
  'withdrew',
  'declined',
  'outside',
  'undecided',
  'announced',
  'status',
] as const;
const deeds = ['join', 'consent', 'withdrew', 'declined'] as const;
const ofAccord = ['binding', 'in-force', 'deadline', 'opened'] as const;

function stretchOf(match: RegExpExecArray, group = 0) {
  const word = match[group] ?? '';
  const start = match.index + match[0].lastIndexOf(word);
  return { start, end: start + word.length };
}

/** Who is meant by "it" or "they": the participants of the base, or all members of its bloc. */
function whoIn(base: Base, talk: Talk): string | null {
  const named = participantsIn(base, talk);
  if (named !== null) return named;
  const { bloc } = base.facts;
  return bloc ? `all ${groupLabel(bloc.text, true)}` : null;
}

const read = (text: string, talk: Talk): Facts => factsOf(scan(text, talk.context));

const plural = /\band\b|,|^all /;

/** "did they" for several, "has it" for one: the verb before a name that takes a pronoun's place. */
function agreeing(text: string, who: string): string {
  const name = who.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (plural.test(who)) return text;
  return text
    .replace(new RegExp(`\\b(H|h)ave (?=${name})`), '$1as ')
    .replace(new RegExp(`\\b(D|d)o (?=${name})`), '$1oes ')
    .replace(new RegExp(`\\b(A|a)re (?=${name})`), (_, first: string) =>
      first === 'A' ? 'Is ' : 'is ',
    );
}

function withWho(text: string, base: Base, talk: Talk): string {
  const facts = read(text, talk);
  if (facts.participants.length > 0 || expletive.test(text)) return text;
  const who = whoIn(base, talk);
  if (who === null) return text;
  const own = possessive.exec(text);
  if (own) {
    const word = (/^\S+/.exec(own[0])?.[0] ?? '').length;
    return replaced(text, { start: own.index, end: own.index + word }, `${who}'s`);
  }
  if (
    passive.test(text) ||
    facts.has(...ofAccord) ||
    !facts.has(...acts) ||
    facts.has('who', 'count')
  )
    return text;
  const match = subject.exec(text);
  if (!match) return text;
  return agreeing(replaced(text, stretchOf(match, 1), who), who);
}

function withAccordName(text: string, base: Base, talk: Talk): string {
  const facts = read(text, talk);
  const accord = accordIn(base, talk);
  if (facts.accords.length > 0 || accord === null || expletive.test(text)) return text;
  const noun = thatAccord.exec(text);
  if (noun) return replaced(text, stretchOf(noun), accord);
  const there = inThere.exec(text);
  if (there) {
    const bare = `${text.slice(0, there.index)}${text.slice(there.index + there[0].length)}`;
    const insertions = insertAccord(bare, { facts: read(bare, talk) }, accord);
    return insertions.find((one) => readsWhole(one, talk)) ?? text;
  }
  const match = subject.exec(text);
  const free = facts.participants.length === 0 && match && /^it$/i.test(match[1] ?? '');
  if (free && (passive.test(text) || !facts.has(...acts) || facts.has(...ofAccord)))
    return replaced(text, stretchOf(match, 1), accord);
  const last = object.exec(text);
  return last ? replaced(text, stretchOf(last), accord) : text;
}

/** True where the accord behind the verb is left out, and the usual one is not meant. */
function lacksAccord(text: string, base: Base, talk: Talk, changed: boolean): boolean {
  const reading = parseQuestion(text, talk.context);
  if (reading.kind === 'clarify') return reading.need === 'accord';
  const usual = base.accords[0] === talk.context.defaultAccord;
  if (reading.kind === 'register') return reading.assumed && (changed || !usual);
  const facts = read(text, talk);
  const told = facts.has(...deeds) && facts.participants.length > 0;
  const nothingElse = facts.scan.leftovers.length === 0 && facts.groupCount === 0;
  return reading.kind === 'passages' && facts.accords.length === 0 && told && nothingElse;
}

/**
 * Puts what was talked of in the place of "it", "they", "that treaty", "there", and the accord of
 * the conversation behind a verb that lacks one. The text itself where there is nothing to put.
 */
export function withoutPronouns(text: string, base: Base, talk: Talk): string {
  const named = withAccordName(withWho(text, base, talk), base, talk);
  const accord = accordIn(base, talk);
  if (accord === null || !lacksAccord(named, base, talk, named !== text)) return named;
  const insertions = insertAccord(named, { facts: read(named, talk) }, accord);
  return (
    insertions.find((one) => readsWhole(one, talk)) ??
    insertions.find((one) => passagesOn(one, talk)) ??
    named
  );
}

function passagesOn(text: string, { context }: Talk): boolean {
  const reading = parseQuestion(text, context);
  return reading.kind === 'passages' && reading.accords.length > 0;
}
