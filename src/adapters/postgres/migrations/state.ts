/**
 * State of the bot. Columns are what is searched for; `record` is the whole value as JSON text,
 * which keeps zero bytes and lone surrogates that a database's text would refuse. Times are ISO 8601
 * in UTC, so that they sort as bytes.
 */
export const stateSchema = `
create table accord.settings (
  guild text primary key,
  record text not null
);

create table accord.questions (
  id text primary key,
  asked_at text collate "C" not null,
  asker text not null,
  guild text,
  unanswered boolean not null,
  gap boolean not null,
  record text not null
);
create index questions_by_time on accord.questions (asked_at);
create index questions_by_asker on accord.questions (asker);
create index gaps_by_time on accord.questions (asked_at) where gap;
create index gaps_by_guild on accord.questions (guild, asked_at) where gap;

create table accord.votes (
  answer text not null references accord.questions (id) on delete cascade,
  voter text not null,
  down boolean not null,
  record text not null,
  primary key (answer, voter)
);
create index votes_by_voter on accord.votes (voter);

create table accord.conversations (
  id text primary key,
  touched_at text collate "C" not null
);
create index conversations_by_time on accord.conversations (touched_at);

create table accord.turns (
  number bigint generated always as identity primary key,
  token text not null unique,
  conversation text not null references accord.conversations (id) on delete cascade,
  speaker text not null,
  at text collate "C" not null,
  record text not null
);
create index turns_by_conversation on accord.turns (conversation, at, number);
create index turns_by_speaker on accord.turns (speaker);
create index turns_by_time on accord.turns (at);

create table accord.links (
  message text primary key,
  conversation text not null references accord.conversations (id) on delete cascade,
  linked_at text collate "C" not null
);
create index links_by_conversation on accord.links (conversation);
create index links_by_time on accord.links (linked_at);

create table accord.audit (
  number bigint generated always as identity primary key,
  token text not null unique,
  guild text,
  record text not null
);
create index audit_by_guild on accord.audit (guild, number);
create function accord.refuse_change() returns trigger language plpgsql as $$
  begin raise exception 'entries of the audit log are never changed or removed'; end $$;
create trigger audit_is_never_changed before update or delete on accord.audit
  for each row execute function accord.refuse_change();
create trigger audit_is_never_emptied before truncate on accord.audit
  for each statement execute function accord.refuse_change();

create table accord.deliveries (
  id text primary key,
  token text not null,
  at bigint not null
);
create index deliveries_by_time on accord.deliveries (at);

create table accord.usage (
  day text not null,
  key text not null,
  tokens integer not null,
  primary key (day, key)
);

create table accord.limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

create table accord.pulse (
  id integer primary key check (id = 1),
  at text not null
);
`;
