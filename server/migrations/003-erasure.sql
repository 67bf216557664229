-- Orders to erase a record, by the number in the book's sequence that the record got by it. A phone is told of each
-- until it says that it has obeyed.
create table erasure (
  book text not null,
  number bigint not null,
  record text not null,
  at bigint not null,
  primary key (book, number)
);
alter table erasure enable row level security;
alter table erasure force row level security;
create policy scope on erasure using (book = (select own_book())) with check (book = (select own_book()));
grant select, insert on erasure to {{app}};

alter table device add column obeyed bigint not null default 0;

-- The log is written once: this function is the only hand that may change it, of its own book, and it takes stubs. What
-- stood there is gone; device, number and hash stay.
create function erase_bodies(ops json, kept_aside json) returns void
language sql security definer set search_path = public as $$
  update op set line = r.line from json_to_recordset(ops) as r (device text, seq bigint, line text)
  where op.book = (select own_book()) and op.device = r.device and op.seq = r.seq;
  update quarantine set lines = r.lines from json_to_recordset(kept_aside) as r (device text, envelope text, lines text)
  where quarantine.book = (select own_book()) and quarantine.device = r.device and quarantine.envelope = r.envelope;
$$;
revoke execute on function erase_bodies(json, json) from public;
grant execute on function erase_bodies(json, json) to {{app}};
