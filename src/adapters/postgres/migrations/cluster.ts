/**
 * What processes of one bot know of one another: that they live, which answers they owe, and whose
 * turn it is. Rows of `promises` hold tokens of interactions, which are good for 15 minutes; a row
 * goes when its answer was given, and after an hour at the latest.
 */
export const clusterSchema = `
create table accord.processes (
  id text primary key,
  beats bigint not null,
  at timestamptz not null
);

create table accord.promises (
  id text primary key,
  owner text not null,
  at timestamptz not null default now(),
  record text not null
);
create index promises_by_owner on accord.promises (owner);
create index promises_by_time on accord.promises (at);

create table accord.taken_turns (
  name text primary key,
  at timestamptz not null
);
`;
