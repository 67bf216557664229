-- The code that opens a phone for one who has lost PIN and card: sealed by the phone to the hub's key, "" for none.
alter table device add column rescue text not null default '';
