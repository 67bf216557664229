-- What a hub has worked out and need not work out again; lost, it comes anew.

-- At which number of its book's sequence the cells of a month stand.
create table cell_month (book text not null, month text not null, number bigint not null, primary key (book, month));
grant select, insert, update, delete on cell_month to {{app}};

-- How many ops the invented people of a founded commune are, once all of them are written.
create table sample_whole (book text primary key, ops bigint not null);
grant select, insert, update on sample_whole to {{app}};
