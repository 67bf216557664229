-- A village that went to another commune stands in the books of both: the one has its months of before, the other those
-- since. Records that both have may go on from there. place: where records of `book` stand beside its own units, as the
-- other commune calls it; is_whole: all that stands there is in both books.
create table shared_place (
  book text not null,
  place text not null,
  is_whole boolean not null,
  primary key (book, place)
);
grant select, insert, update, delete on shared_place to {{app}};

-- Books that have records of each other's. given: the number of `book` up to which `other` has them as well.
create table shared_book (
  book text not null,
  other text not null,
  given bigint not null,
  primary key (book, other)
);
grant select, insert, update, delete on shared_book to {{app}};

create or replace function whereabouts(of_book text, ids json) returns table (id text, place text) language plpgsql as $$
declare
  scope text := current_setting('app.places', true);
begin
  perform set_config('app.places', (
    select string_agg(known.place, ',') from (
      select units_of.id as place from units_of(of_book)
      union
      select shared_place.place from shared_place where shared_place.book = of_book
      union
      select 'drafts.' || device.id from device where device.book = of_book
    ) as known
  ), true);
  return query
    select found.id, found.place from json_array_elements_text(ids) as wanted (id),
      lateral (select record.id, record.place from record where record.book = of_book and record.id = wanted.id limit 1)
        as found;
  perform set_config('app.places', scope, true);
end $$;

-- What the two books had of the same villages is there once, as the one that goes on has it.
create or replace function merge_book(from_book text, into_book text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  added bigint := (select last_number from book where book.book = from_book);
  shift bigint := (select greatest(last_number, added) from book where book.book = into_book);
begin
  perform set_config('app.merging', from_book || ',' || into_book, true);
  delete from record using record as kept
    where record.book = from_book and kept.book = into_book and kept.id = record.id;
  delete from departure using departure as kept
    where departure.book = from_book and kept.book = into_book and kept.id = departure.id and kept.place = departure.place;
  delete from cell using cell as kept
    where cell.book = from_book and kept.book = into_book and kept.period = cell.period and kept.place = cell.place
      and kept.indicator = cell.indicator;
  delete from shared_place using shared_place as kept
    where shared_place.book = from_book and kept.book = into_book and kept.place = shared_place.place;
  update shared_place set book = into_book where book = from_book;
  delete from shared_book
    where (book = from_book and other = into_book) or (book = into_book and other = from_book);
  -- What either gave to a third is given anew: once too often changes nothing.
  insert into shared_book (book, other, given)
    select into_book, other, 0 from shared_book where book = from_book
    on conflict (book, other) do update set given = 0;
  insert into shared_book (book, other, given)
    select book, into_book, given from shared_book where other = from_book
    on conflict (book, other) do update set given = least(shared_book.given, excluded.given);
  delete from shared_book where book = from_book or other = from_book;
  update record set book = into_book, number = number + shift where book = from_book;
  update departure set book = into_book, number = number + shift where book = from_book;
  update erasure set book = into_book, number = number + shift where book = from_book;
  delete from place_sum where book = from_book or book = into_book;
  insert into place_sum (book, place, records, digest)
    select into_book, place, count(*), sum(digest) from record where book = into_book group by place;
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
