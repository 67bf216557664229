-- What a device may hold is summed place by place as records are saved: neither a sync nor its proof reads a whole
-- commune for it. digest grows without its modulus: it is taken when the sums of several places are added up.
create table place_sum (
  book text not null,
  place text not null,
  records bigint not null,
  digest numeric not null,
  primary key (book, place)
);

-- The owner is held by the policies too, and is in no scope here.
alter table record no force row level security;
insert into place_sum (book, place, records, digest)
  select book, place, count(*), sum(digest) from record group by book, place;
alter table record force row level security;

alter table place_sum enable row level security;
alter table place_sum force row level security;
grant select, insert, update on place_sum to {{app}};

-- Asked once a statement, in a sub-select, not for each row: an officer's list of places is long.
create function own_book() returns text language sql stable as $$ select current_setting('app.book', true) $$;
create function own_places() returns text[] language sql stable as
  $$ select string_to_array(current_setting('app.places', true), ',') $$;

create policy scope on place_sum
  using (book = (select own_book()) and place = any ((select own_places())::text[]))
  with check (book = (select own_book()) and place = any ((select own_places())::text[]));

drop policy scope on op;
create policy scope on op
  using (book = (select own_book()) and (place is null or place = any ((select own_places())::text[])))
  with check (book = (select own_book()) and (place is null or place = any ((select own_places())::text[])));

drop policy scope on record;
create policy scope on record
  using (book = (select own_book()) and place = any ((select own_places())::text[]))
  with check (book = (select own_book()) and place = any ((select own_places())::text[]));

drop policy scope on departure;
create policy scope on departure
  using (book = (select own_book()) and place = any ((select own_places())::text[]))
  with check (book = (select own_book()) and place = any ((select own_places())::text[]));

drop policy scope on verdict;
create policy scope on verdict using (book = (select own_book())) with check (book = (select own_book()));

drop policy scope on parked;
create policy scope on parked using (book = (select own_book())) with check (book = (select own_book()));

drop policy scope on quarantine;
create policy scope on quarantine using (book = (select own_book())) with check (book = (select own_book()));

drop function is_own_book(text);
drop function is_own_place(text);

-- Where records of these ids stand in the whole book, seen past the scope and in one statement; the scope is put back.
create function whereabouts(of_book text, ids json) returns table (id text, place text) language plpgsql as $$
declare
  scope text := current_setting('app.places', true);
begin
  perform set_config('app.places', (
    select string_agg(unit.id, ',') from unit join book on unit.id = book.commune or unit.parent = book.commune
    where book.book = of_book
  ), true);
  return query
    select found.id, found.place from json_array_elements_text(ids) as wanted (id),
      lateral (select record.id, record.place from record where record.book = of_book and record.id = wanted.id limit 1)
        as found;
  perform set_config('app.places', scope, true);
end $$;
