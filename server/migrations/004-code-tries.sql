-- After five wrong tries a code rests, and may then be tried again: whoever mistyped is not shut out for ever.
alter table activation_code add column rests_until bigint not null default 0;
