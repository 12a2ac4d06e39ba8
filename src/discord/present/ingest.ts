import { ButtonStyle } from 'discord.js';
import type { IngestProgress, IngestReport } from '../../domain/reports.js';
import type { Reingested } from '../../use-cases/community/stewardship.js';
import { customId } from '../custom-ids.js';
import { escapeLine } from '../escape.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';
import { button, joined, row } from './buttons.js';
import { changesPart } from './changes.js';
import { bold, colours, embedOf, onePage } from './parts.js';

const blocks = 12;

/** Begins the title of every message that tells how far work is, and of no other. */
const progressMark = '⏳';

/** Whether a title is that of work which goes on. */
export function isProgress(title: string | undefined): boolean {
  return title?.startsWith(progressMark) === true;
}

/** `▰▰▰▱▱▱ 40 %` */
function bar(done: number, total: number, texts: Texts): string {
  const part = done / total;
  const share = total > 0 && part > 0 ? Math.min(part, 1) : 0;
  const full = Math.round(share * blocks);
  const percent = texts.number(Math.floor(share * 100));
  return `${'▰'.repeat(full)}${'▱'.repeat(blocks - full)} ${percent}\u00a0%`;
}

/** A re-ingest under way: the stage, how far it is, how long it has taken, and Cancel. */
export function presentProgress(input: {
  readonly progress: IngestProgress | null;
  readonly elapsedMs: number;
  readonly texts: Texts;
  readonly cancellable: boolean;
}): MessageBody {
  const { progress, texts, cancellable } = input;
  const { number, corpus } = texts;
  const lines =
    progress === null
      ? [corpus.starting, bar(0, 1, texts)]
      : [
          `${corpus.stages[progress.stage]} · ${number(progress.done)} / ${number(progress.total)}`,
          bar(progress.done, progress.total, texts),
        ];
  const cancel = button(
    customId('reingest-cancel'),
    { label: texts.buttons.cancel },
    ButtonStyle.Danger,
  );
  return {
    embeds: [
      embedOf({
        title: `${progressMark} ${corpus.progress}`,
        description: lines.join('\n'),
        footer: texts.seconds(Math.round(input.elapsedMs / 1000)),
      }),
    ],
    components: cancellable ? [...row(cancel)] : [],
  };
}

function reportLines(report: IngestReport, texts: Texts): readonly string[] {
  const { number, corpus } = texts;
  const { added, changed, removed, unchanged, failed, duplicates } = report.articles;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', bold(`${title} (${number(lines.length)})`), ...lines];
  return [
    corpus.articles({
      added: number(added),
      changed: number(changed),
      removed: number(removed),
      unchanged: number(unchanged),
    }),
    corpus.holds(number(report.passages), number(report.claims)),
    ...section(
      `⚠️ ${corpus.failed}`,
      [...failed, ...(report.reading?.failed ?? [])].map(
        ({ path, reason }) => `- ${bold(escapeLine(path))}  ${escapeLine(reason)}`,
      ),
    ),
    ...section(
      `⚖️ ${corpus.newConflicts}`,
      report.conflicts.map(({ accord, participant, claim, leading }) => {
        const about = joined(escapeLine(accord), escapeLine(participant ?? ''));
        return `- ${bold(about)}  ${escapeLine(leading)} ↔ ${escapeLine(claim)}`;
      }),
    ),
    ...section(
      corpus.duplicates,
      duplicates.map((twin) => `- ${corpus.repeats(escapeLine(twin.path), escapeLine(twin.of))}`),
    ),
  ];
}

function outcomeBody(outcome: Reingested, texts: Texts, before: readonly string[]): MessageBody {
  const { corpus, number, buttons } = texts;
  const { report } = outcome;
  const waiting = outcome.kind === 'waiting' ? outcome.prepared : null;
  const entries = [
    ...before,
    ...(waiting === null || waiting.alarming.length === 0
      ? []
      : [
          bold(`⚠️ ${corpus.alarming}`),
          ...waiting.alarming.map((why) => `- ${escapeLine(why)}`),
          '',
        ]),
    ...reportLines(report, texts),
    ...(waiting === null
      ? []
      : [corpus.claimsChange(number(waiting.claimsBefore), number(waiting.claimsAfter))]),
    ...(outcome.kind === 'unchanged' ? [] : changesPart(waiting?.changes ?? report.changes, texts)),
  ];
  const looks = {
    current: { title: `✅ ${corpus.current}`, colour: colours.yes },
    waiting: { title: `✋ ${corpus.waiting}`, colour: colours.unknown },
    unchanged: { title: `➖ ${corpus.unchanged}`, colour: colours.quiet },
  };
  const took = corpus.took(texts.seconds(Math.round(report.elapsedMs / 100) / 10));
  const footer = joined(texts.snapshot(report.snapshot), took);
  const name = `accord-${report.snapshot}`;
  const id = waiting?.snapshot;
  const choice =
    id === undefined
      ? []
      : [
          ...button(
            customId('reingest-confirm', id),
            { label: buttons.confirm },
            ButtonStyle.Success,
          ),
          ...button(
            customId('reingest-decline', id),
            { label: buttons.decline },
            ButtonStyle.Danger,
          ),
        ];
  const body = onePage({ ...looks[outcome.kind], entries, footer }, texts, name);
  return { ...body, components: [...row(choice)] };
}

/** What came of a re-ingest; one that waits has Confirm and Decline. */
export function presentReingested(input: {
  readonly outcome: Reingested;
  readonly texts: Texts;
}): MessageBody {
  return outcomeBody(input.outcome, input.texts, []);
}

/** What came of adding a file. */
export function presentAdded(input: {
  readonly path: string;
  readonly outcome: Reingested;
  readonly texts: Texts;
}): MessageBody {
  const { path, outcome, texts } = input;
  return outcomeBody(outcome, texts, [`📥 ${texts.corpus.added(escapeLine(path))}`, '']);
}

/** What came of removing a file. */
export function presentRemoved(input: {
  readonly path: string;
  readonly outcome: Reingested;
  readonly texts: Texts;
}): MessageBody {
  const { path, outcome, texts } = input;
  return outcomeBody(outcome, texts, [`🗑️ ${texts.corpus.removed(escapeLine(path))}`, '']);
}
