-- Every table that grows has the commune's book in its primary key and every query names it, so that a cluster can
-- distribute by book. Look-up tables (unit, book, device_home, activation_code, console_user, setting) stay whole.
-- {{app}} is the role that the hub works under: never the owner, so that row-level security holds.

create table unit (
  id text primary key,
  level text not null,
  kind text not null,
  code text not null,
  name text not null,
  parent text references unit (id),
  valid_from text not null,
  valid_to text
);

-- A commune's register; its id survives renaming and recoding. last_number is the one sequence of the book.
create table book (
  book text primary key,
  commune text not null references unit (id),
  last_number bigint not null default 0
);

create table setting (key text primary key, value text not null);

create table device_home (device text primary key, book text not null);

create table activation_code (
  selector text primary key,
  hash text not null,
  book text not null,
  role text not null,
  places text not null,
  user_name text not null,
  valid_until bigint not null,
  tries integer not null default 0,
  device text,
  sign_key text
);

create table console_user (
  name text primary key,
  full_name text not null,
  role text not null,
  hash text not null,
  is_first_password boolean not null
);

create table device (
  book text not null,
  id text not null,
  user_id text not null,
  user_name text not null,
  role text not null,
  places text not null,
  epoch bigint not null,
  status text not null,
  sign_key text not null,
  acked bigint not null,
  chain text not null,
  last_ms bigint not null,
  last_counter bigint not null,
  primary key (book, id)
);

-- The line as it was written, for ever. Without a place where it was refused: it belongs nowhere.
create table op (
  book text not null,
  device text not null,
  seq bigint not null,
  place text,
  line text not null,
  primary key (book, device, seq)
);

create table verdict (
  book text not null,
  device text not null,
  seq bigint not null,
  verdict text not null,
  primary key (book, device, seq)
);

-- state is text, not jsonb: text of the field may hold characters that jsonb refuses.
create table record (
  book text not null,
  id text not null,
  kind text not null,
  place text not null,
  state text not null,
  digest numeric(39) not null,
  number bigint not null,
  primary key (book, id)
);
create unique index record_number on record (book, number);
create index record_place on record (book, place);

-- Where a record no longer is: whoever may see only that place is told that it is gone.
create table departure (
  book text not null,
  place text not null,
  id text not null,
  kind text not null,
  number bigint not null,
  primary key (book, place, id)
);
create index departure_number on departure (book, number);

create table parked (
  book text not null,
  device text not null,
  envelope text not null,
  first_seq bigint not null,
  last_seq bigint not null,
  chain text not null,
  received_at bigint not null,
  lines text not null,
  hashes text not null,
  primary key (book, device, envelope)
);

create table quarantine (
  book text not null,
  device text not null,
  envelope text not null,
  why text not null,
  lines text not null,
  primary key (book, device, envelope)
);

-- Months whose cells must be computed again, with the number of the book's sequence that made them so.
create table dirty (book text not null, month text not null, number bigint not null, primary key (book, month));

create table cell (
  book text not null,
  period text not null,
  place text not null,
  indicator text not null,
  value double precision,
  primary key (book, period, place, indicator)
);

create table audit (
  book text not null,
  n bigint not null,
  at bigint not null,
  actor text not null,
  device text not null,
  action text not null,
  object text not null,
  ground text not null,
  previous text not null,
  hash text not null,
  primary key (book, n)
);

-- How far the journal has been applied: moved in the transaction that applies. Only the embedded database has a journal.
create table journal_position (journal text primary key, position bigint not null);

create function is_own_book(row_book text) returns boolean language sql stable as
  $$ select row_book = current_setting('app.book', true) $$;
create function is_own_place(row_place text) returns boolean language sql stable as
  $$ select row_place = any (string_to_array(current_setting('app.places', true), ',')) $$;

alter table op enable row level security;
alter table op force row level security;
create policy scope on op
  using (is_own_book(book) and (place is null or is_own_place(place)))
  with check (is_own_book(book) and (place is null or is_own_place(place)));

alter table record enable row level security;
alter table record force row level security;
create policy scope on record
  using (is_own_book(book) and is_own_place(place))
  with check (is_own_book(book) and is_own_place(place));

alter table departure enable row level security;
alter table departure force row level security;
create policy scope on departure
  using (is_own_book(book) and is_own_place(place))
  with check (is_own_book(book) and is_own_place(place));

alter table verdict enable row level security;
alter table verdict force row level security;
create policy scope on verdict using (is_own_book(book)) with check (is_own_book(book));

alter table parked enable row level security;
alter table parked force row level security;
create policy scope on parked using (is_own_book(book)) with check (is_own_book(book));

alter table quarantine enable row level security;
alter table quarantine force row level security;
create policy scope on quarantine using (is_own_book(book)) with check (is_own_book(book));

-- The log tables are written once: no update, no delete.
grant select, insert on op, verdict, audit, quarantine to {{app}};
grant select, insert, update, delete on
  unit, book, setting, device_home, activation_code, console_user, device, record, departure, parked, dirty, cell,
  journal_position to {{app}};
