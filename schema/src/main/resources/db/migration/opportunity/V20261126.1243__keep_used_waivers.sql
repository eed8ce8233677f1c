-- A waiver that let its opportunity into a stage stays counted when it is withdrawn: that ends it for later moves only. [D5]
set local qiji.writer = '0';

alter table opportunity.gate_waiver
    drop constraint gate_waiver_item_unique,
    add column withdrawn_at timestamptz;
comment on column opportunity.gate_waiver.withdrawn_at is 'Since when it holds for no move; only of one that let a move through, others are deleted';
select platform.keep_versions('opportunity.gate_waiver');

-- Nothing is waived twice at a time; what one opportunity may do without.
create unique index gate_waiver_standing on opportunity.gate_waiver (opportunity_id, stage_id, kind, item) where withdrawn_at is null;
-- All of one opportunity, withdrawn ones included.
create index gate_waiver_by_opportunity on opportunity.gate_waiver (opportunity_id);
