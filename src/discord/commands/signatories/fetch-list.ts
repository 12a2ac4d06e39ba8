import { statuses } from '../../../domain/answer.js';
import { type ParticipantType, participantTypes } from '../../../domain/participant.js';
import type { SignatoryList } from '../../../domain/reports.js';
import type { Application } from '../../../use-cases/application.js';
import { readDay } from '../../options.js';
import type { ListQuery } from '../../present/list.js';
import { withoutNulls } from '../given.js';

/** A list as its buttons name it. `missing`: everybody who does not take part, whatever the reason. */
export type ListRequest = ListQuery & { readonly type?: ParticipantType };

const oneOf = <Value extends string>(values: readonly Value[], text: string | null | undefined) =>
  values.find((value) => value === text) ?? null;

/** Reads the parts of a list out of options or a custom id; what is no status or type is left out. */
export function readListRequest(parts: readonly (string | null | undefined)[]): ListRequest {
  const [accord, status, bloc, type, asOf] = parts;
  return {
    accord: accord ?? '',
    ...withoutNulls({
      status: oneOf([...statuses, 'missing'] as const, status),
      bloc: bloc || null,
      type: oneOf(participantTypes, type),
      asOf: readDay(asOf ?? ''),
    }),
  };
}

/**
 * The list with the query that gives it again: ids in place of names, and the day for which it
 * holds. Its counts are of the whole set.
 */
export async function fetchList(
  application: Application,
  { status, ...rest }: ListRequest,
): Promise<{ readonly list: SignatoryList; readonly query: ListQuery }> {
  const narrowed = status === undefined || status === 'missing' ? {} : { status };
  const list = await application.signatories({ ...rest, ...narrowed });
  const { accord, bloc, asOf } = list;
  return {
    list,
    query: { ...rest, ...withoutNulls({ status, bloc }), accord: accord.id, asOf },
  };
}
