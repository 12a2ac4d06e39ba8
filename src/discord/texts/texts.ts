import type { AccordKind } from '../../domain/accord.js';
import type { Status } from '../../domain/answer.js';
import type { ClaimKind } from '../../domain/claim.js';
import type { AuditEntry, GuildSettings } from '../../domain/community.js';
import type { ErrorCode } from '../../domain/errors.js';
import type { ParticipantType } from '../../domain/participant.js';
import type { CheckedStatement, IngestProgress } from '../../domain/reports.js';
import type { CommandTexts } from './command-texts.js';

/** What an answer stands on, or that there is none. */
type AnswerKind = 'register' | 'passages' | 'unanswered';

/**
 * Every word that the chat front says of itself, in one language. Values that come from outside
 * are escaped before they are handed to these functions. Dates are handed over as written.
 */
export interface Texts {
  readonly language: Exclude<GuildSettings['language'], 'auto'>;
  /** Discord's locales in which it is registered; empty for the language that is the default. */
  readonly locales: readonly string[];
  readonly commands: CommandTexts;
  readonly choices: {
    readonly statuses: Readonly<Record<Status, string>>;
    readonly types: Readonly<Record<ParticipantType, string>>;
    readonly answers: Readonly<Record<GuildSettings['answers'], string>>;
    readonly languages: Readonly<Record<GuildSettings['language'], string>>;
    readonly channelActions: Readonly<Record<'allow' | 'remove' | 'reset', string>>;
  };
  readonly actions: Readonly<Record<ClaimKind, string>>;
  readonly kinds: Readonly<Record<AccordKind, string>>;

  /** `months[0]` is January. */
  readonly months: readonly string[];
  readonly dates: {
    /** `day` as a number, `month` as a word. */
    readonly day: (day: number, month: string, year: string) => string;
    readonly by: (date: string) => string;
    readonly since: (date: string) => string;
    readonly between: (from: string, to: string) => string;
    readonly undated: string;
  };
  /** What stands between a word and what it announces. */
  readonly colon: string;
  /** `4,096` or `4 096`. */
  readonly number: (value: number) => string;
  readonly seconds: (value: number) => string;

  readonly buttons: Readonly<
    Record<
      | 'sources'
      | 'share'
      | 'follow'
      | 'askHere'
      | 'previous'
      | 'next'
      | 'jump'
      | 'csv'
      | 'cancel'
      | 'confirm'
      | 'decline'
      | 'forget',
      string
    >
  >;
  readonly answer: {
    readonly yes: string;
    readonly no: string;
    readonly unknown: string;
    readonly unanswered: string;
    readonly passages: string;
    readonly register: string;
    readonly found: (count: string) => string;
    readonly ofTotal: (count: string, total: string) => string;
    readonly asOf: (date: string) => string;
    readonly rosterOf: (date: string) => string;
    readonly sources: string;
    readonly disagree: string;
    readonly leading: string;
    readonly against: string;
    readonly because: string;
    readonly participants: string;
    readonly footer: (snapshot: string, confidence: string) => string;
    readonly confidence: Readonly<Record<'high' | 'medium' | 'low' | 'none', string>>;
    readonly whole: string;
    readonly why: Readonly<Record<AnswerKind, string>>;
    readonly whySources: string;
    readonly noSources: string;
  };
  readonly snapshot: (id: string) => string;
  readonly page: (page: string, pages: string) => string;
  readonly restAttached: string;
  readonly tooLong: string;
  readonly missing: string;
  readonly none: string;
  readonly nobody: string;
  readonly total: (total: string) => string;
  readonly record: { readonly nothing: string; readonly reported: (date: string) => string };
  readonly comparison: {
    readonly title: (a: string, b: string) => string;
    readonly both: string;
    readonly only: (accord: string) => string;
    readonly neither: string;
    readonly unknown: string;
  };
  readonly accord: Readonly<
    Record<
      'aliases' | 'facts' | 'notToConfuse' | 'articles' | 'list' | 'noRoster' | 'partial',
      string
    >
  > & {
    readonly figures: (states: string, participants: string) => string;
    readonly holds: (claims: string, articles: string) => string;
  };
  readonly check: {
    readonly title: string;
    readonly nothing: string;
    readonly claimed: (clause: string) => string;
    readonly findings: Readonly<Record<CheckedStatement['finding'], string>>;
  };
  readonly corpus: {
    readonly stages: Readonly<Record<IngestProgress['stage'], string>>;
    readonly starting: string;
    readonly progress: string;
    readonly current: string;
    readonly waiting: string;
    readonly unchanged: string;
    readonly articles: (parts: {
      readonly added: string;
      readonly changed: string;
      readonly removed: string;
      readonly unchanged: string;
    }) => string;
    readonly holds: (passages: string, claims: string) => string;
    readonly claimsChange: (before: string, after: string) => string;
    readonly took: (seconds: string) => string;
    readonly changes: Readonly<Record<'title' | 'added' | 'removed' | 'changed' | 'none', string>>;
    readonly failed: string;
    readonly duplicates: string;
    readonly newConflicts: string;
    readonly repeats: (path: string, of: string) => string;
    readonly alarming: string;
    readonly added: (path: string) => string;
    readonly removed: (path: string) => string;
    readonly difference: (from: string, to: string) => string;
    readonly articlesAre: Readonly<Record<'added' | 'changed' | 'removed', string>>;
    readonly conflicts: string;
    readonly noConflicts: string;
    readonly gaps: string;
    readonly noGaps: string;
    readonly gap: (asked: string, unanswered: string, markedDown: string, last: string) => string;
    readonly status: string;
    readonly snapshots: string;
    readonly noSnapshots: string;
    readonly currentMark: string;
    readonly accords: string;
    readonly checks: string;
    readonly filesTitle: string;
    readonly audit: string;
    readonly acts: Readonly<Record<AuditEntry['act'], string>>;
    readonly outcomes: Readonly<Record<AuditEntry['outcome'], string>>;
    readonly rolledBack: (snapshot: string) => string;
    readonly declined: string;
    readonly cancelling: string;
  };
  readonly settings: Readonly<
    Record<
      | 'title'
      | 'channels'
      | 'everyChannel'
      | 'defaultAccord'
      | 'noAccord'
      | 'adminRole'
      | 'noRole'
      | 'answers'
      | 'language',
      string
    >
  >;
  readonly help: {
    readonly title: string;
    readonly intro: string;
    readonly talk: string;
    readonly examplesTitle: string;
    readonly examples: readonly string[];
  };
  readonly about: {
    readonly title: string;
    readonly intro: string;
    readonly version: (version: string) => string;
    readonly snapshot: (id: string, date: string) => string;
    readonly noSnapshot: string;
    readonly rosters: string;
  };
  readonly privacy: { readonly title: string; readonly lines: readonly string[] };
  readonly forgotten: (count: string) => string;
  readonly wait: (seconds: string, whose: 'user' | 'guild') => string;
  readonly modals: Readonly<
    Record<'wrongTitle' | 'wrongLabel' | 'wrongHint' | 'askTitle' | 'askLabel' | 'askHint', string>
  >;
  readonly thread: { readonly welcome: string; readonly name: string };
  readonly thanks: string;
  /** What an error means to whoever reads it in a chat; the rest say what the error says. */
  readonly failures: Readonly<Partial<Record<ErrorCode, string>>>;
  readonly notices: Readonly<
    Record<
      | 'unexpected'
      | 'notAllowed'
      | 'keptElsewhere'
      | 'notHere'
      | 'gone'
      | 'badDate'
      | 'stopping'
      | 'interrupted'
      | 'emptyQuestion'
      | 'cannotPost'
      | 'tooBig'
      | 'badFileType'
      | 'notRunning'
      | 'questionTooLong'
      | 'badUrl'
      | 'serverOnly'
      | 'noThread'
      | 'preparing'
      | 'slow'
      | 'outdated'
      | 'full'
      | 'notDownloaded'
      | 'nothingToCompare'
      | 'unreadable',
      string
    >
  >;
}
