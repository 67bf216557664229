-- Units that a unit came from, a JSON list of ids: where households of one that is no more belong.
alter table unit add column predecessors text not null default '[]';

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
