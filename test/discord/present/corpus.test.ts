import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '../../../src/discord/clean.js';
import { presentConflicts } from '../../../src/discord/present/conflicts.js';
import {
  presentCorpusStatus,
  presentRolledBack,
  presentSnapshots,
} from '../../../src/discord/present/corpus-status.js';
import { presentDifference } from '../../../src/discord/present/difference.js';
import { presentGaps } from '../../../src/discord/present/gaps.js';
import {
  presentAdded,
  presentProgress,
  presentReingested,
  presentRemoved,
} from '../../../src/discord/present/ingest.js';
import { english } from '../../../src/discord/texts/en/english.js';
import { textsFor } from '../../../src/discord/texts/languages.js';
import type { SnapshotSummary } from '../../../src/domain/reports.js';
import { ingestReportOf } from '../../fakes/application.js';
import { anyLanguage, change, contradiction, report, slug, summary } from '../arbitrary.js';
import { hostileText, hostileTitle } from '../hostile.js';
import { assertSound, bare, idsOf, seen, walk } from '../walking.js';

const runs = { numRuns: 40 };
const texts = english;

const snapshot: fc.Arbitrary<SnapshotSummary> = fc.record({
  id: slug,
  createdAt: fc.constant('2026-11-24T12:00:00.000Z'),
  current: fc.boolean(),
  articles: fc.nat(999),
  passages: fc.nat(99999),
  claims: fc.nat(99999),
  embedder: hostileText,
});

const outcome = fc.oneof(
  report.map((of) => ({ kind: 'current' as const, report: of })),
  report.map((of) => ({ kind: 'unchanged' as const, report: of })),
  fc
    .tuple(report, fc.array(change, { maxLength: 20 }), fc.array(hostileText, { maxLength: 3 }))
    .map(([of, changes, alarming]) => ({
      kind: 'waiting' as const,
      report: of,
      prepared: {
        snapshot: of.snapshot,
        from: null,
        changes,
        claimsBefore: 10,
        claimsAfter: 9,
        alarming,
      },
    })),
);

describe('a re-ingest', () => {
  it('shows how far it is, and can be cancelled', () => {
    const progress = { stage: 'embedding', done: 160, total: 320 } as const;
    const message = presentProgress({ progress, elapsedMs: 12_300, texts, cancellable: true });
    expect(message.embeds?.[0]?.description).toBe(
      'Embedding passages · 160 / 320\n▰▰▰▰▰▰▱▱▱▱▱▱ 50\u00a0%',
    );
    expect(message.embeds?.[0]?.footer?.text).toBe('12 s');
    expect(idsOf(message, 'reingest-cancel')).toEqual(['reingest-cancel']);
    const last = presentProgress({ progress: null, elapsedMs: 0, texts, cancellable: false });
    expect(last.components).toEqual([]);
  });

  it('stays within its bar whatever the figures are', () => {
    const figure = fc.oneof(fc.nat(), fc.constantFrom(-1, 0, Number.NaN, 1e9));
    fc.assert(
      fc.property(figure, figure, anyLanguage, (done, total, language) => {
        const progress = { stage: 'reading', done, total } as const;
        assertSound(
          presentProgress({ progress, elapsedMs: 1, texts: textsFor(language), cancellable: true }),
        );
      }),
    );
  });

  it('that waits has Confirm and Decline, and says why', () => {
    const message = presentReingested({
      outcome: {
        kind: 'waiting',
        report: ingestReportOf(),
        prepared: {
          snapshot: 's2',
          from: 's1',
          changes: [
            {
              accord: 'paris-call',
              participant: 'JPN',
              name: 'Japan',
              change: 'removed',
              before: 'supported on 12 November 2018',
              after: null,
            },
          ],
          claimsBefore: 100,
          claimsAfter: 90,
          alarming: ['It removes 1 participant.'],
        },
      },
      texts,
    });
    assertSound(message);
    expect(idsOf(message, 'reingest-confirm')).toEqual(['reingest-confirm:s2']);
    expect(idsOf(message, 'reingest-decline')).toEqual(['reingest-decline:s2']);
    const [embed] = message.embeds ?? [];
    expect(embed?.description).toContain('**⚠️ Why it waits**\n- It removes 1 participant.');
    expect(embed?.description).toContain('Claims: 100 before, 90 after');
    expect(embed?.description).toContain(
      '**➖ Removed (1)**\n- Japan (paris-call): supported on 12 November 2018',
    );
  });

  it('is sound and whole, whatever the corpus says', () => {
    fc.assert(
      fc.property(outcome, hostileText, anyLanguage, (one, path, language) => {
        const given = { outcome: one, texts: textsFor(language) };
        for (const message of [
          presentReingested(given),
          presentAdded({ ...given, path }),
          presentRemoved({ ...given, path }),
        ]) {
          assertSound(message);
          const text = bare(seen([message]));
          const changes = one.kind === 'waiting' ? one.prepared.changes : one.report.changes;
          for (const { name } of one.kind === 'unchanged' ? [] : changes) {
            expect(text).toContain(bare(cleanLine(name)));
          }
          for (const { path: file, reason } of one.report.articles.failed) {
            expect(text).toContain(bare(cleanLine(file)));
            expect(text).toContain(bare(cleanLine(reason)));
          }
        }
      }),
      runs,
    );
  });
});

describe('what keepers look at', () => {
  it('is sound and whole: differences and snapshots', () => {
    const paths = fc.array(hostileText, { maxLength: 20 });
    const articles = fc.record({ added: paths, changed: paths, removed: paths });
    const difference = fc.record({
      from: slug,
      to: slug,
      articles,
      changes: fc.array(change, { maxLength: 30 }),
    });
    fc.assert(
      fc.property(
        difference,
        fc.array(snapshot, { maxLength: 60 }),
        anyLanguage,
        (one, snapshots, language) => {
          const given = { texts: textsFor(language) };
          const message = presentDifference({ difference: one, ...given });
          assertSound(message);
          const text = bare(seen([message]));
          const { added, changed, removed } = one.articles;
          for (const path of [...added, ...changed, ...removed]) {
            expect(text).toContain(bare(cleanLine(path)));
          }
          const list = presentSnapshots({ snapshots, ...given });
          assertSound(list);
          const ids = seen([list]);
          for (const { id } of snapshots) expect(ids).toContain(id);
          for (const current of snapshots.slice(0, 1)) {
            assertSound(presentRolledBack({ snapshot: current, ...given }));
          }
        },
      ),
      runs,
    );
  });

  it('is sound and whole: conflicts, on pages', () => {
    const conflict = fc
      .tuple(contradiction, slug, fc.option(hostileText))
      .map(([one, accord, participant]) => ({ ...one, accord, participant }));
    fc.assert(
      fc.property(fc.array(conflict, { maxLength: 20 }), anyLanguage, (conflicts, language) => {
        const pages = walk(
          (page) => presentConflicts({ conflicts, accord: null, page, texts: textsFor(language) }),
          'conflicts-page',
        );
        const text = bare(seen(pages));
        for (const { reason, claim } of conflicts) {
          expect(text).toContain(bare(cleanLine(reason)).replace(/\.$/, ''));
          expect(text).toContain(bare(cleanLine(claim)).replace(/\.$/, ''));
        }
      }),
      runs,
    );
  });

  it('is sound and whole: gaps', () => {
    const gap = fc.record({
      question: hostileTitle,
      asked: fc.nat(),
      unanswered: fc.nat(),
      markedDown: fc.nat(),
      comments: fc.array(hostileText, { maxLength: 4 }),
      last: fc.constant('2026-11-24T12:00:00.000Z'),
    });
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 12 }), anyLanguage, (gaps, language) => {
        const message = presentGaps({ gaps, texts: textsFor(language) });
        assertSound(message);
        const text = bare(seen([message]));
        for (const { question, comments } of gaps) {
          expect(text).toContain(bare(cleanLine(question)));
          for (const comment of comments) expect(text).toContain(bare(cleanText(comment)));
        }
      }),
      runs,
    );
  });

  it('is sound and whole: the status, which names users without anyone else', () => {
    const check = fc.record({
      name: hostileText,
      state: fc.constantFrom('ok' as const, 'note' as const, 'problem' as const),
      detail: hostileTitle,
    });
    const act = fc.record({
      at: fc.constant('2026-11-24T12:00:00.000Z'),
      user: fc.oneof(fc.constant('123456789012345678'), hostileText),
      guild: fc.constant(null),
      act: fc.constantFrom('add' as const, 'refused' as const, 'settings' as const),
      detail: hostileText,
      outcome: fc.constantFrom('done' as const, 'failed' as const),
    });
    const given = fc.record({
      snapshots: fc.array(snapshot, { maxLength: 5 }),
      accords: fc.array(summary, { maxLength: 8 }),
      checks: fc.array(check, { maxLength: 8 }),
      audit: fc.array(act, { maxLength: 8 }),
      files: fc.array(hostileText, { maxLength: 40 }),
    });
    // The oracle sees `<@…>` of a true id as markup; it is the one mention that is meant.
    const mention = /<@123456789012345678>/g;
    fc.assert(
      fc.property(given, anyLanguage, (one, language) => {
        const message = presentCorpusStatus({ ...one, texts: textsFor(language) });
        assertSound(message, mention);
        const text = bare(seen([message]));
        for (const path of one.files) expect(text).toContain(bare(cleanLine(path)));
        for (const { detail } of one.checks) expect(text).toContain(bare(cleanLine(detail)));
      }),
      runs,
    );
  });
});
