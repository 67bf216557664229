-- The console asks every commune's book for its frozen reports, which are few among all its records.
create index record_kind on record (book, kind);
