-- By which version of the tokenizer the search columns of each record type were filled, and how far. [X1]
create table records.search_index (
    record_type text    primary key,
    version     integer not null,
    last_id     bigint  not null default 0,
    complete    boolean not null default false
);
comment on column records.search_index.last_id is 'Records up to this id are filled by this version; those written since are anyway';
