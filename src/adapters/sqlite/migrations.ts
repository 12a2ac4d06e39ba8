/** Tells Accord's database from any other SQLite file: "ACCD". */
export const applicationId = 0x41434344;

/**
 * Steps of the schema; step n leads from version n - 1 to n (`user_version`). A step that was
 * released is never changed: what it lacks is a further step.
 *
 * Columns are what is searched for; `record` is the whole value as JSON, which keeps zero bytes and
 * lone surrogates that SQLite's text would lose. It stands last, where long rows overflow.
 */
export const migrations: readonly string[] = [
  `
  create table settings (
    guild text primary key,
    record text not null
  ) strict, without rowid;

  create table questions (
    number integer primary key,
    id text not null unique,
    asked_at text not null,
    user text not null,
    guild text,
    unanswered integer not null check (unanswered in (0, 1)),
    gap integer not null check (gap in (0, 1)),
    record text not null
  ) strict;
  create index questions_by_time on questions (asked_at);
  create index questions_by_user on questions (user);
  create index gaps_by_time on questions (asked_at) where gap = 1;
  create index gaps_by_guild on questions (guild, asked_at) where gap = 1;

  create table votes (
    answer text not null references questions (id) on delete cascade,
    user text not null,
    down integer not null check (down in (0, 1)),
    record text not null,
    primary key (answer, user)
  ) strict, without rowid;
  create index votes_by_user on votes (user);

  create table conversations (
    id text primary key,
    touched_at text not null
  ) strict, without rowid;
  create index conversations_by_time on conversations (touched_at);

  create table turns (
    number integer primary key,
    conversation text not null references conversations (id) on delete cascade,
    user text not null,
    at text not null,
    record text not null
  ) strict;
  create index turns_by_conversation on turns (conversation, at, number);
  create index turns_by_user on turns (user);
  create index turns_by_time on turns (at);

  create table links (
    message text primary key,
    conversation text not null references conversations (id) on delete cascade,
    linked_at text not null
  ) strict, without rowid;
  create index links_by_conversation on links (conversation);
  create index links_by_time on links (linked_at);

  create table audit (
    number integer primary key,
    guild text,
    record text not null
  ) strict;
  create index audit_by_guild on audit (guild, number);
  create trigger audit_is_never_changed before update on audit
    begin select raise(abort, 'entries of the audit log are never changed'); end;
  create trigger audit_is_never_removed before delete on audit
    begin select raise(abort, 'entries of the audit log are never removed'); end;

  create table deliveries (
    id text primary key,
    at integer not null
  ) strict, without rowid;
  create index deliveries_by_time on deliveries (at);

  create table pulse (
    id integer primary key check (id = 1),
    at text not null
  ) strict;
  `,
  `
  create table usage (
    day text not null,
    key text not null,
    tokens integer not null,
    primary key (day, key)
  ) strict, without rowid;
  `,
];
