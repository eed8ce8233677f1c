-- Whether somebody had followed up before a move is asked of hundreds of thousands of moves, from the index alone. [X7 D5]
drop index activity.activity_by_record;
create index activity_by_record on activity.activity (record_type, record_id, happened_at desc, id desc)
    include (kind, created_at, archived_at);
