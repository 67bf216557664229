-- What a supervisor decided on an envelope that is kept aside: '' nothing yet, 'taken' into the book, 'dropped'. taken: for
-- each line the number by which it was written into the book, or null. The lines themselves are never changed.
alter table quarantine
  add column decision text not null default '' check (decision in ('', 'taken', 'dropped')),
  add column taken text not null default '[]';
grant update (decision, taken) on quarantine to {{app}};
