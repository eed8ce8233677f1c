-- An upgrade that makes other words of few texts need not write all records anew. [X1]
alter table records.search_index add column previous integer not null default 0;
comment on column records.search_index.previous is 'The version that all records had before this one; 0 where that is not known';
