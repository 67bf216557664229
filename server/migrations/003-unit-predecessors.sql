-- Codes of the units that a unit was made of, as a register's files tell them; empty where nobody told.
alter table unit add column predecessors text not null default '';
