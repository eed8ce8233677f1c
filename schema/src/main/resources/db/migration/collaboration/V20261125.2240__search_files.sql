-- Files are found by their names. [X1]
alter table collaboration.file add column search tsvector;
create index file_by_search on collaboration.file using gin (search);
-- The newest first.
create index file_by_time on collaboration.file (uploaded_at desc, id desc);
