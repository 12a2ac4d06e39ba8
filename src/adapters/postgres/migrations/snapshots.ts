/**
 * Snapshots. A row of `records` is a line of JSON, kept as it was written, since its checksum stands
 * in the manifest; each part is a table of its own name. `blobs` holds what is no JSON, in pieces.
 */
export const snapshotSchema = `
create table accord.snapshots (
  id text collate "C" primary key,
  created_at text collate "C" not null,
  manifest text not null
);

create table accord.current_snapshot (
  one boolean primary key default true check (one),
  id text collate "C" not null references accord.snapshots (id)
);

create table accord.records (
  part text not null,
  snapshot text collate "C" not null references accord.snapshots (id) on delete cascade,
  number integer not null,
  record json not null,
  primary key (part, snapshot, number)
) partition by list (part);
create table accord.articles partition of accord.records for values in ('articles');
create table accord.passages partition of accord.records for values in ('passages');
create table accord.claims partition of accord.records for values in ('claims');
create table accord.accords partition of accord.records for values in ('accords');
create table accord.blocs partition of accord.records for values in ('blocs');
create table accord.participants partition of accord.records for values in ('participants');
create table accord.failures partition of accord.records for values in ('failures');
create table accord.duplicates partition of accord.records for values in ('duplicates');

create table accord.blobs (
  snapshot text collate "C" not null references accord.snapshots (id) on delete cascade,
  name text not null,
  number integer not null,
  bytes bytea not null,
  primary key (snapshot, name, number)
);
alter table accord.blobs alter column bytes set storage external;
`;
