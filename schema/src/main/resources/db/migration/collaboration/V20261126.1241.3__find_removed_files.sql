-- Which files a record had at a past moment: those taken away since are found by the record, too. [X7 D5]
create index file_removed_by_record on collaboration.file (record_type, record_id) where removed_at is not null;
