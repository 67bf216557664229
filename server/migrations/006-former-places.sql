-- Villages that a device kept before they were handed to another, a JSON list of {place, until}: what was sealed under that
-- scope epoch or an older one is still accepted there.
alter table device add column former text not null default '[]';
