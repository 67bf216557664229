-- A commune that went into another stands under it, with its villages: where a book's records stand is its commune and
-- all that is beneath. depth: 0 for the commune.
create index unit_parent on unit (parent);
create function units_of(of_book text) returns table (id text, depth integer) language sql stable as $$
  with recursive beneath as (
    select unit.id, 0 as depth from book join unit on unit.id = book.commune where book.book = of_book
    union all
    select unit.id, beneath.depth + 1 from beneath join unit on unit.parent = beneath.id
  )
  select beneath.id, beneath.depth from beneath
$$;

create or replace function whereabouts(of_book text, ids json) returns table (id text, place text) language plpgsql as $$
declare
  scope text := current_setting('app.places', true);
begin
  perform set_config('app.places', (
    select string_agg(known.place, ',') from (
      select units_of.id as place from units_of(of_book)
      union all
      select 'drafts.' || device.id from device where device.book = of_book
    ) as known
  ), true);
  return query
    select found.id, found.place from json_array_elements_text(ids) as wanted (id),
      lateral (select record.id, record.place from record where record.book = of_book and record.id = wanted.id limit 1)
        as found;
  perform set_config('app.places', scope, true);
end $$;

-- One book goes into another: the only hand that carries rows from book to book, and the log with them. It has the
-- owner's rights, and what the owner may see of the guarded tables by it are these two books and nothing else.
do $$
declare
  guarded text;
begin
  foreach guarded in array array[
    'op', 'record', 'departure', 'place_sum', 'verdict', 'parked', 'quarantine', 'erasure', 'early'
  ] loop
    execute format(
      'create policy merging on %I to current_user
        using (book = any ((select string_to_array(current_setting(''app.merging'', true), '',''))::text[]))
        with check (book = any ((select string_to_array(current_setting(''app.merging'', true), '',''))::text[]))',
      guarded
    );
  end loop;
end $$;

-- Numbers go on behind those of both books, so that a phone's cursor of either stands before all that is carried.
create function merge_book(from_book text, into_book text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  added bigint := (select last_number from book where book.book = from_book);
  shift bigint := (select greatest(last_number, added) from book where book.book = into_book);
begin
  perform set_config('app.merging', from_book || ',' || into_book, true);
  update record set book = into_book, number = number + shift where book = from_book;
  update departure set book = into_book, number = number + shift where book = from_book;
  update erasure set book = into_book, number = number + shift where book = from_book;
  update place_sum set book = into_book where book = from_book;
  update op set book = into_book where book = from_book;
  update verdict set book = into_book where book = from_book;
  update parked set book = into_book where book = from_book;
  update quarantine set book = into_book where book = from_book;
  update early set book = into_book where book = from_book;
  perform set_config('app.merging', '', true);
  update device set book = into_book where book = from_book;
  update device_home set book = into_book where book = from_book;
  update activation_code set book = into_book where book = from_book;
  update unit_change set book = into_book where book = from_book;
  update cell set book = into_book where book = from_book;
  delete from cell_month where book = from_book;
  delete from dirty where book = from_book;
  delete from book where book = from_book;
  update book set last_number = shift + added where book = into_book;
end $$;
revoke execute on function merge_book(text, text) from public;
grant execute on function merge_book(text, text) to {{app}};

-- What runs with the owner's rights looks at temporary tables last: one of the login's must not stand in for the log.
alter function erase_bodies(json, json) set search_path = public, pg_temp;
