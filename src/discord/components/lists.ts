import type { Visit } from '../command.js';
import { withoutNulls } from '../commands/given.js';
import { fetchList, readListRequest } from '../commands/signatories/fetch-list.js';
import { presentComparison } from '../present/comparison.js';
import { presentConflicts } from '../present/conflicts.js';
import { presentList } from '../present/list.js';
import { presentRecord } from '../present/record.js';
import { button, pageOf, select } from './component.js';

// No page is kept: each is computed anew from what its button says.

async function showList(
  { services, texts, reply }: Visit<unknown>,
  args: readonly string[],
  { page = 0, withFile = false }: { readonly page?: number; readonly withFile?: boolean },
): Promise<void> {
  const { list, query } = await fetchList(services.application, readListRequest(args));
  await reply.send(presentList({ list, query, page, texts, withFile }));
}

export const listPage = button({ name: 'list-page', acknowledge: 'update' }, (visit, args) =>
  showList(visit, args, { page: pageOf(args[5]) }),
);

export const listJump = select({ name: 'list-jump', acknowledge: 'update' }, (visit, args) =>
  showList(visit, args, { page: pageOf(visit.interaction.values[0]) }),
);

export const listFile = button({ name: 'list-file', acknowledge: 'hidden-reply' }, (visit, args) =>
  showList(visit, args, { withFile: true }),
);

export const recordPage = button(
  { name: 'record-page', acknowledge: 'update' },
  async ({ services, texts, reply }, [participant = '', accord, page]) => {
    const query = { participant, ...withoutNulls({ accord: accord || null }) };
    const record = await services.application.participant(query);
    await reply.send(presentRecord({ record, query, page: pageOf(page), texts }));
  },
);

export const comparePage = button(
  { name: 'compare-page', acknowledge: 'update' },
  async ({ services, texts, reply }, [a = '', b = '', bloc, asOf, page]) => {
    const query = { a, b, ...withoutNulls({ bloc: bloc || null, asOf: asOf || null }) };
    const comparison = await services.application.compare(query);
    await reply.send(presentComparison({ comparison, query, page: pageOf(page), texts }));
  },
);

export const conflictsPage = button(
  { name: 'conflicts-page', acknowledge: 'update' },
  async ({ services, texts, reply }, [name, page]) => {
    const accord = name || null;
    const conflicts = await services.application.conflicts(accord ?? undefined);
    await reply.send(presentConflicts({ conflicts, accord, page: pageOf(page), texts }));
  },
);
