-- At which number of its book's sequence the cells of a month stand: what was worked out is not worked out again
-- because a hub was stopped before the months behind it were.
create table cell_month (book text not null, month text not null, number bigint not null, primary key (book, month));
grant select, insert, update, delete on cell_month to {{app}};
