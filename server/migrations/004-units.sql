-- Units that a unit came of as far as the hub knows them, a JSON list of ids: where households of one that is no more
-- belong. With "~" only a part of it came.
alter table unit add column came_from text not null default '[]';

-- What was done to the villages of a book, with what stood before: the same request again is answered the same, and the
-- last change of a unit can be taken back. is_done: the households have followed.
create table unit_change (
  book text not null,
  id text not null,
  at bigint not null,
  change text not null,
  before text not null,
  households bigint not null,
  is_done boolean not null,
  undone_by text,
  primary key (book, id)
);

grant select, insert, update on unit_change to {{app}};

-- Drafts that are handed on stand in the drawer of their device: records of these ids are found there, too.
create or replace function whereabouts(of_book text, ids json) returns table (id text, place text) language plpgsql as $$
declare
  scope text := current_setting('app.places', true);
begin
  perform set_config('app.places', (
    select string_agg(known.place, ',') from (
      select unit.id as place from unit join book on unit.id = book.commune or unit.parent = book.commune
      where book.book = of_book
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
