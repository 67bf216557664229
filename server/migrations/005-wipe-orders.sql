-- A lost phone may be told to forget all that it holds: '' not told, 'ordered', 'done' once it said so itself.
alter table device add column wipe text not null default '';
alter table device add column wiped_at bigint not null default 0;
