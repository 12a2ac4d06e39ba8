import fc from 'fast-check';
import type { Answer, AnswerParticipant, Citation } from '../../src/domain/answer.js';
import { statuses } from '../../src/domain/answer.js';
import { claimKinds } from '../../src/domain/claim.js';
import type { AskedQuestion } from '../../src/domain/community.js';
import { participantTypes } from '../../src/domain/participant.js';
import type {
  AccordComparison,
  AccordSummary,
  IngestReport,
  ParticipantRecord,
  RegisterChange,
  SignatoryList,
} from '../../src/domain/reports.js';
import { countsOf } from '../fakes/application.js';
import { hostileText, hostileTitle, hostileUrl, someDate } from './hostile.js';

/*
 * Values of the domain as hostile as a corpus can make them. Words that the code itself picks
 * (statuses, kinds, ids of answers) are true ones.
 */

export const anyLanguage = fc.constantFrom('en', 'fr');
const answerId = fc.stringMatching(/^[A-Za-z0-9_-]{8,16}$/);
const day = fc.constantFrom('2025-12-25', '2018-11-12', '2021-11-10');
export const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/);

const participant: fc.Arbitrary<AnswerParticipant> = fc.record({
  id: slug,
  name: hostileTitle,
  type: fc.constantFrom(...participantTypes),
  status: fc.constantFrom(...statuses),
  action: fc.option(fc.constantFrom(...claimKinds)),
  on: someDate,
  accord: slug,
});

const citation: fc.Arbitrary<Omit<Citation, 'n'>> = fc.record({
  title: hostileTitle,
  url: hostileUrl,
  published: someDate,
  article: hostileText,
  quote: hostileTitle,
});

export const contradiction = fc.record({
  claim: hostileText,
  source: fc.oneof(
    hostileText,
    hostileUrl.map((url) => url ?? 'nowhere'),
  ),
  published: someDate,
  leading: hostileText,
  leadingSource: fc.oneof(
    hostileText,
    hostileUrl.map((url) => url ?? 'nowhere'),
  ),
  leadingPublished: someDate,
  reason: hostileTitle,
});

export const counts = fc
  .tuple(...statuses.map(() => fc.nat(400)))
  .map((all) => countsOf(Object.fromEntries(statuses.map((status, at) => [status, all[at] ?? 0]))));

export const citations = fc
  .array(citation, { maxLength: 6 })
  .map((all) => all.map((one, at) => ({ ...one, n: at + 1 })));

const answer: fc.Arbitrary<Answer> = fc.record({
  kind: fc.constantFrom('register' as const, 'passages' as const, 'unanswered' as const),
  text: fc
    .array(fc.oneof(hostileTitle, fc.constantFrom(' [1]', '[2] ', ' [99]')))
    .map((all) => all.join('')),
  verdict: fc.option(fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)),
  accords: fc.array(slug, { maxLength: 3 }),
  participants: fc.array(participant, { maxLength: 25 }),
  count: fc.option(fc.nat(5000)),
  date: someDate,
  asOf: fc.option(day),
  citations,
  contradictions: fc.array(contradiction, { maxLength: 3 }),
  counts: fc.option(counts),
  reason: fc.option(hostileText),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  snapshot: slug,
  elapsedMs: fc.nat(),
});

export const asked: fc.Arbitrary<AskedQuestion> = fc.record({
  id: answerId,
  askedAt: fc.constant('2026-11-24T12:00:00.000Z'),
  question: hostileTitle,
  answer,
  user: fc.constant('123456789012345678'),
  guild: fc.constant(null),
  channel: fc.constant('223456789012345678'),
});

const accordName = fc.record({ id: slug, title: hostileTitle, short: hostileText });

export const signatoryList: fc.Arbitrary<SignatoryList> = fc.record({
  accord: accordName,
  asOf: day,
  status: fc.option(fc.constantFrom(...statuses)),
  bloc: fc.option(hostileText),
  type: fc.option(fc.oneof(fc.constantFrom<string>(...participantTypes), hostileText)),
  participants: fc.array(
    fc
      .tuple(participant, fc.oneof(hostileUrl, hostileText))
      .map(([one, source]) => ({ ...one, source })),
    { maxLength: 60 },
  ),
  counts,
  basis: hostileTitle,
});

export const summary: fc.Arbitrary<AccordSummary> = fc.record({
  id: slug,
  title: hostileTitle,
  short: hostileText,
  kind: fc.oneof(fc.constant('treaty'), hostileText),
  opened: fc.option(day),
  states: fc.nat(200),
  participants: fc.nat(5000),
  claims: fc.nat(99999),
  articles: fc.nat(999),
  rosterAsOf: fc.option(day),
  complete: fc.boolean(),
  url: hostileUrl,
});

export const change: fc.Arbitrary<RegisterChange> = fc.record({
  accord: slug,
  participant: slug,
  name: hostileTitle,
  change: fc.constantFrom('added' as const, 'removed' as const, 'changed' as const),
  before: fc.option(hostileText),
  after: fc.option(hostileText),
});

export const report: fc.Arbitrary<IngestReport> = fc.record({
  snapshot: slug,
  articles: fc.record({
    added: fc.nat(999),
    changed: fc.nat(999),
    removed: fc.nat(999),
    unchanged: fc.nat(999),
    failed: fc.array(fc.record({ path: hostileText, reason: hostileTitle }), { maxLength: 8 }),
    duplicates: fc.array(fc.record({ path: hostileText, of: hostileText }), { maxLength: 8 }),
  }),
  passages: fc.nat(99999),
  embedded: fc.nat(99999),
  claims: fc.nat(99999),
  changes: fc.array(change, { maxLength: 40 }),
  conflicts: fc.array(
    fc
      .tuple(contradiction, slug, fc.option(hostileText))
      .map(([one, accord, participant]) => ({ ...one, accord, participant })),
    { maxLength: 6 },
  ),
  elapsedMs: fc.nat(999999),
});

const some = fc.array(participant, { maxLength: 6 });
const side = fc.record({ id: slug, short: hostileText, asOf: day });

export const comparison: fc.Arbitrary<AccordComparison> = fc
  .record({
    a: side,
    b: side,
    bloc: fc.option(hostileText),
    both: some,
    onlyA: some,
    onlyB: some,
    neither: some,
    unknown: some,
    basis: fc.array(hostileText, { maxLength: 3 }),
  })
  .map((one) => {
    const parts = [one.both, one.onlyA, one.onlyB, one.neither, one.unknown];
    return { ...one, total: parts.reduce((sum, part) => sum + part.length, 0) };
  });

export const record: fc.Arbitrary<ParticipantRecord> = fc.record({
  id: slug,
  name: hostileTitle,
  type: fc.constantFrom(...participantTypes),
  entries: fc.array(
    fc.record({
      accord: accordName,
      standing: participant,
      asOf: day,
      acts: fc.array(
        fc.record({
          kind: fc.constantFrom(...claimKinds),
          on: someDate,
          text: hostileTitle,
          source: fc.oneof(
            hostileTitle,
            hostileUrl.map((url) => url ?? 'nowhere'),
          ),
          url: hostileUrl,
          reported: someDate,
          quote: hostileText,
        }),
        { maxLength: 6 },
      ),
      basis: hostileText,
    }),
    { maxLength: 6 },
  ),
});
