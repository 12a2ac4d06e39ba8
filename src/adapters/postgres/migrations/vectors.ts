/**
 * Vectors: a table `accord.vectors_<name>` for each set, so that sets of any dimension stand side by
 * side, each with its index, and one goes at once. `nearest` searches one with one statement: it
 * takes `wanted` candidates twice from the half-precision index and ranks them by full precision, or
 * with ef 0 compares every row.
 */
export const vectorSchema = `
create extension if not exists vector;

create table accord.vector_sets (
  name text primary key,
  dimensions integer not null,
  count integer not null,
  snapshot text collate "C" references accord.snapshots (id) on delete set null
);

create function accord.nearest(
  set_name text, dimensions integer, question text, wanted integer, ef integer
) returns table (place integer, score double precision) language plpgsql as $$
begin
  if ef = 0 then
    return query execute format(
      'select place, -(embedding <#> $1) from accord.%I order by embedding <#> $1, place limit $2',
      'vectors_' || set_name) using question::vector, wanted;
  else
    perform set_config('hnsw.ef_search', least(1000, greatest(ef, 2 * wanted))::text, true);
    perform set_config('enable_seqscan', 'off', true);
    return query execute format(
      'select place, -(embedding <#> $1) from (
         select place, embedding from accord.%I
         order by embedding::halfvec(%s) <#> $1::halfvec(%s) limit 2 * $2
       ) as near order by embedding <#> $1, place limit $2',
      'vectors_' || set_name, dimensions, dimensions) using question::vector, wanted;
  end if;
end $$;
`;
