import type { Status } from '../../domain/answer.js';
import type { SignatoryList } from '../../domain/reports.js';
import type { MessageBody } from '../message.js';
import type { Texts } from '../texts/texts.js';

/** What a list was asked for, as it goes into its buttons. */
export interface ListQuery {
  readonly accord: string;
  readonly status?: Status | 'missing';
  readonly bloc?: string;
  readonly type?: string;
  readonly asOf?: string;
}

/** A list. */
export function presentList(input: {
  readonly list: SignatoryList;
  readonly query: ListQuery;
  readonly page: number;
  readonly texts: Texts;
  readonly withFile: boolean;
}): MessageBody {
  return { content: input.list.accord.short };
}
