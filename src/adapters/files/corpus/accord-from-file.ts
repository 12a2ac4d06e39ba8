import type { Accord, AccordKind, AccordWords, Roster } from '../../../domain/accord.js';
import { stages } from '../../../domain/accord.js';
import type { Bloc } from '../../../domain/bloc.js';
import { type DateSpan, parseSpan } from '../../../domain/partial-date.js';
import { participantTypes } from '../../../domain/participant.js';
import type { AccordFile } from './schemas/accord-schema.js';
import type { BlocsFile } from './schemas/bloc-schema.js';

const party: AccordWords = {
  participant: 'party',
  participants: 'parties',
  joins: 'is a party to',
  joined: 'joined',
};
const supporter: AccordWords = {
  participant: 'supporter',
  participants: 'supporters',
  joins: 'supports',
  joined: 'supported',
};
const signatory: AccordWords = {
  participant: 'signatory',
  participants: 'signatories',
  joins: 'is a signatory of',
  joined: 'signed',
};
const member: AccordWords = {
  participant: 'member',
  participants: 'members',
  joins: 'is a member of',
  joined: 'joined',
};

/** Words for files that give none. */
const usualWords: Readonly<Record<AccordKind, AccordWords>> = {
  treaty: party,
  'political-commitment': supporter,
  'industry-pledge': signatory,
  'membership-initiative': member,
};

const unknownSpan: DateSpan = { earliest: null, latest: null };

/** The schema has checked that the date can be read. */
function spanOf(value: string | number): DateSpan {
  return parseSpan(String(value)) ?? unknownSpan;
}

function textOf(value: string | number | undefined): string | null {
  return value === undefined ? null : String(value);
}

function rosterOf(file: NonNullable<AccordFile['roster']>): Roster {
  return {
    title: file.title,
    url: file.url ?? null,
    read: file.read ?? null,
    edited: file.edited ?? null,
    note: file.note ?? null,
    complete: file.complete.map((each) => ({
      from: each.from,
      to: each.to,
      types: each.types,
      stages: each.stages ?? stages,
      among: each.among,
    })),
  };
}

/**
 * The accord of a checked `accord.yaml`. Without a roster that could be read (`rosterPath` null)
 * it has none, for a list known to be complete and read as empty would make everyone absent.
 */
export function accordOf(file: AccordFile, rosterPath: string | null): Accord {
  const force = file.entry_into_force;
  return {
    id: file.id,
    title: file.title,
    short: file.short ?? file.title,
    aliases: file.aliases,
    confusable: file.confusable,
    kind: file.kind,
    description: file.description ?? '',
    opened: file.opened ?? null,
    adopted: file.adopted ?? null,
    entryIntoForce: force
      ? {
          status: force.status,
          on: force.on ?? null,
          condition: force.condition ?? null,
          asOf: force.as_of ?? null,
          source: force.source ?? null,
        }
      : null,
    signatureCloses: file.signature_closes ?? null,
    signatureClosesSource: file.signature_closes_source ?? null,
    host: file.host ?? null,
    url: file.url ?? null,
    summary: file.summary ?? '',
    signingMeans: file.signing_means ?? '',
    words: file.words ?? usualWords[file.kind],
    admits: file.admits ?? participantTypes,
    roster: file.roster && rosterPath !== null ? rosterOf(file.roster) : null,
    counts: file.counts.map((count) => ({
      on: spanOf(count.on),
      count: count.count,
      type: count.type,
      stage: count.stage,
      unit: count.unit,
      source: count.source,
      published: textOf(count.published),
      note: count.note ?? null,
      participant: count.participant ?? null,
    })),
    disputes: file.disputes.map((dispute) => ({
      id: dispute.id,
      participant: dispute.participant ?? null,
      claim: dispute.claim,
      source: dispute.source,
      published: textOf(dispute.published),
      leading: dispute.leading,
      leadingSource: dispute.leading_source,
      leadingPublished: textOf(dispute.leading_published),
      kind: dispute.kind,
      reason: dispute.reason,
    })),
    rosterPath,
  };
}

/** The blocs of a checked `blocs.yaml`. */
export function blocsOf(file: BlocsFile): readonly Bloc[] {
  return file.blocs.map((bloc) => ({
    id: bloc.id,
    name: bloc.name,
    aliases: bloc.aliases,
    asOf: bloc.as_of ?? null,
    source: bloc.source ?? null,
    members: bloc.members.map(({ id, from, to }) => ({ id, from: from ?? null, to: to ?? null })),
  }));
}
