-- After a restore phones come back in any order: what one wrote to a record that another has still to bring back waits here,
-- answered as applied, until the record is there.
create table early (
  book text not null,
  device text not null,
  seq bigint not null,
  record text not null,
  line text not null,
  ms bigint not null,
  counter bigint not null,
  primary key (book, device, seq)
);
alter table early enable row level security;
alter table early force row level security;
create policy scope on early using (book = (select own_book())) with check (book = (select own_book()));
grant select, insert, delete on early to {{app}};
