/**
 * Words: which documents hold which terms, a row of `postings` for each term of a set. A document is
 * known by its place among those of its set, those of one article side by side; `worths` holds for
 * each place what BM25 makes of times and length, before the term's weight. Arrays stay uncompressed,
 * for a search reads them whole.
 *
 * `best_passages` sums up the terms that weigh most, as many as are needed until a passage without
 * any of them can no longer be among the best: those few that can are then scored by all terms. Sums
 * in any order differ from those in the right one by far less than the margins of 1e-9.
 *
 * Both functions make the sums in the order of the terms, in double precision, by the operations of
 * the index in memory: results are the same to the last bit. Places are looked up in arrays by
 * `width_bucket`, which is a binary search. `offset 0` keeps a long array from being read once for
 * each document, and sorts from carrying it along.
 */
export const wordSchema = `
create table accord.word_sets (
  number integer generated always as identity primary key,
  name text collate "C" not null unique,
  documents integer not null,
  k double precision not null,
  b double precision not null,
  mean double precision not null,
  article_mean double precision not null,
  complete boolean not null default false
);
alter table accord.snapshots add column words integer references accord.word_sets (number);

create table accord.postings (
  word_set integer not null references accord.word_sets (number) on delete cascade,
  term integer not null,
  places integer[] not null,
  times smallint[] not null,
  worths double precision[] not null,
  held integer not null,
  most double precision not null,
  primary key (word_set, term)
);
alter table accord.postings alter column places set storage external,
  alter column times set storage external, alter column worths set storage external;

create table accord.documents (
  word_set integer not null references accord.word_sets (number) on delete cascade,
  id integer not null,
  place integer not null,
  length integer not null,
  first integer not null,
  last integer not null,
  article_length integer not null,
  primary key (word_set, id)
);
create unique index documents_by_place on accord.documents (word_set, place) include (id);

create function accord.saturated(
  times double precision, length double precision,
  k double precision, b double precision, mean double precision
) returns double precision language sql immutable parallel safe as $$
  select (times * (k + 1)) / (times + k * (1 - b + (b * length) / mean))
$$;

create function accord.word_set(set_name text) returns accord.word_sets
language plpgsql stable as $$
declare
  found_set accord.word_sets;
begin
  select * into found_set from accord.word_sets where name = set_name and complete;
  if found_set.number is null then
    raise exception 'there is no set of words %', set_name using errcode = 'undefined_table';
  end if;
  return found_set;
end $$;

create function accord.best_passages(
  set_name text, terms integer[], weights double precision[], wanted integer
) returns table (id integer, score double precision)
language plpgsql stable set work_mem = '64MB' as $$
#variable_conflict use_column
declare
  w constant accord.word_sets := accord.word_set(set_name);
  ranked integer[];
  bounds double precision[];
  counts integer[];
  few integer := 0;
  many integer := 0;
  floor double precision := 0;
  rest double precision := 0;
begin
  select array_agg(p.term order by t.weight desc, t.turn),
    array_agg(t.weight * p.most order by t.weight desc, t.turn),
    array_agg(p.held order by t.weight desc, t.turn)
  into ranked, bounds, counts
  from unnest(terms, weights) with ordinality as t (term, weight, turn)
  join accord.postings p on p.word_set = w.number and p.term = t.term;
  while few < cardinality(ranked) and many <= w.documents / 8 loop
    few := few + 1;
    many := many + counts[few];
  end loop;
  if few < cardinality(ranked) then
    select coalesce(min(s.score), 0) * (1 - 1e-9) into floor from (
      select sum(h.weight * h.worth) as score, count(*) over () as documents from (
        select t.weight, unnest(p.places) as place, unnest(p.worths) as worth
        from unnest(terms, weights) as t (term, weight)
        join accord.postings p on p.word_set = w.number and p.term = t.term
        where t.term = any (ranked[:few])
      ) as h group by h.place order by score desc limit wanted
    ) as s where s.documents >= wanted;
  end if;
  few := coalesce(cardinality(ranked), 0);
  while few > 0 and (rest + bounds[few]) * (1 + 1e-9) < floor loop
    rest := rest + bounds[few];
    few := few - 1;
  end loop;
  return query
  with asked as materialized (
    select t.turn, t.weight, t.term = any (ranked[:few]) as leads,
      p.places[:] as places, p.worths[:] as worths
    from unnest(terms, weights) with ordinality as t (term, weight, turn)
    join accord.postings p on p.word_set = w.number and p.term = t.term
  ), sums as materialized (
    select h.place, sum(h.weight * h.worth) as score
    from (
      select weight, unnest(places) as place, unnest(worths) as worth from asked where leads
    ) as h group by h.place
  ), top as materialized (
    select s.place, s.score from sums s order by s.score desc limit wanted
  ), top_more as materialized (
    select x.place, a.weight * a.worths[x.own] as score
    from asked a cross join lateral (
      select t.place, width_bucket(t.place, a.places) as own from top t offset 0
    ) as x where not a.leads and a.places[x.own] = x.place
  ), near as materialized (
    select s.place, s.score from sums s where s.score >= (
      select min(f.score) * (1 - 1e-9) - rest * (1 + 1e-9) from (
        select sum(a.score) as score from (table top union all table top_more) as a group by a.place
      ) as f
    )
  ), near_more as materialized (
    select x.place, a.weight * a.worths[x.own] as score
    from asked a cross join lateral (
      select n.place, width_bucket(n.place, a.places) as own from near n offset 0
    ) as x where not a.leads and a.places[x.own] = x.place
  ), whole as materialized (
    select a.place, sum(a.score) as score
    from (table near union all table near_more) as a group by a.place
  ), last as materialized (
    select h.place from whole h where h.score >= (
      select min(f.score) * (1 - 1e-9)
      from (select h.score from whole h order by h.score desc limit wanted) as f
    )
  ), parts as materialized (
    select x.place, a.turn, a.weight * a.worths[x.own] as part
    from asked a cross join lateral (
      select l.place, width_bucket(l.place, a.places) as own from last l offset 0
    ) as x where a.places[x.own] = x.place
  )
  select d.id, s.score
  from (select p.place, sum(p.part order by p.turn) as score from parts p group by p.place) as s
  join accord.documents d on d.word_set = w.number and d.place = s.place
  order by s.score desc, d.id limit wanted;
end $$;

create function accord.passage_scores(
  set_name text, queries integer[], terms integer[], weights double precision[], ids integer[]
) returns table (query integer, at integer, words double precision, article double precision)
language plpgsql stable set work_mem = '64MB' as $$
#variable_conflict use_column
declare
  w constant accord.word_sets := accord.word_set(set_name);
begin
  return query
  with wanted as materialized (
    select t.query, t.term, t.weight, t.turn
    from unnest(queries, terms, weights) with ordinality as t (query, term, weight, turn)
  ), asked as materialized (
    select t.term, t.weight, p.places[:] as places, p.times[:] as times
    from (select distinct term, weight from wanted) as t
    join accord.postings p on p.word_set = w.number and p.term = t.term
  ), given as materialized (
    select g.at, d.place, d.length, d.first, d.last, d.article_length
    from unnest(ids) with ordinality as g (id, at)
    join accord.documents d on d.word_set = w.number and d.id = g.id
  ), parts as materialized (
    select x.at, a.term,
      case when a.places[x.own] = x.place then
        a.weight * accord.saturated(a.times[x.own], x.length, w.k, w.b, w.mean)
      end as words,
      a.weight * accord.saturated(
        (select sum(held) from unnest(a.times[x.before + 1:x.until]) as held)::double precision,
        x.article_length, w.k, w.b, w.article_mean
      ) as article
    from asked a cross join lateral (
      select g.at, g.place, g.length, g.article_length, width_bucket(g.place, a.places) as own,
        width_bucket(g.first - 1, a.places) as before, width_bucket(g.last, a.places) as until
      from given g offset 0
    ) as x where x.until > x.before
  )
  select t.query, p.at::integer - 1, coalesce(sum(p.words order by t.turn), 0),
    sum(p.article order by t.turn)
  from wanted t join parts p on p.term = t.term group by t.query, p.at;
end $$;
`;
