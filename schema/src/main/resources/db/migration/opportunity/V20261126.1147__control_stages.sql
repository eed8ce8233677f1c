-- What gates are judged on besides fields and key actions, and what was answered on the way through a stage. [D5 S4 S17]
set local qiji.writer = '0';

-- A file that proves the verification mark (验证标志) of a stage, whatever it is called.
create table opportunity.evidence (
    id             bigint      generated always as identity primary key,
    opportunity_id bigint      not null references opportunity.opportunity,
    stage_id       bigint      not null references process.stage,
    file_id        bigint      not null references collaboration.file,
    valid_from     timestamptz not null,
    changed_by     bigint      not null,
    changed_via    text        not null,
    reason         text,
    constraint evidence_file_unique unique (opportunity_id, stage_id, file_id)
);

-- One thing that a gate asks for and this opportunity may do without.
create table opportunity.gate_waiver (
    id             bigint      generated always as identity primary key,
    opportunity_id bigint      not null references opportunity.opportunity,
    stage_id       bigint      not null references process.stage,
    kind           text        not null check (kind in ('FIELD', 'KEY_ACTION', 'DOCUMENT', 'EVIDENCE', 'ACTIVITY', 'APPROVAL', 'SCORE')),
    item           text        not null check (length(item) <= 600),
    why            text        not null check (why <> '' and length(why) <= 2000),
    waived_by      bigint      not null references organization.app_user,
    waived_at      timestamptz not null,
    valid_from     timestamptz not null,
    changed_by     bigint      not null,
    changed_via    text        not null,
    reason         text,
    constraint gate_waiver_item_unique unique (opportunity_id, stage_id, kind, item)
);
create index gate_waiver_by_person on opportunity.gate_waiver (waived_by, opportunity_id);

-- Work items done, diagnosis questions answered, indicators with their value.
create table opportunity.stage_answer (
    id             bigint      generated always as identity primary key,
    opportunity_id bigint      not null references opportunity.opportunity,
    stage_id       bigint      not null references process.stage,
    kind           text        not null check (kind in ('WORK_ITEM', 'QUESTION', 'INDICATOR')),
    item           text        not null check (length(item) <= 500),
    answer         text        not null check (length(answer) <= 2000),
    valid_from     timestamptz not null,
    changed_by     bigint      not null,
    changed_via    text        not null,
    reason         text,
    constraint stage_answer_item_unique unique (opportunity_id, stage_id, kind, item)
);
comment on column opportunity.stage_answer.answer is 'Empty for a work item, which is done by being there';

select platform.keep_versions(format('opportunity.%I', name)::regclass), audit.watch(format('opportunity.%I', name)::regclass)
from unnest(array ['evidence', 'gate_waiver', 'stage_answer']) as name;
create index on opportunity.evidence_history (opportunity_id, valid_from);
create index on opportunity.gate_waiver_history (opportunity_id, valid_from);
create index on opportunity.stage_answer_history (opportunity_id, valid_from);

-- A decision asked for to enter a stage. Entering uses it up: after a way back it is to be asked for anew.
create table opportunity.gate_approval (
    id             bigint      generated always as identity primary key,
    opportunity_id bigint      not null references opportunity.opportunity,
    stage_id       bigint      not null references process.stage,
    asked_by       bigint      not null,
    asked_at       timestamptz not null,
    approved_at    timestamptz,
    used_at        timestamptz
);
create unique index gate_approval_current on opportunity.gate_approval (opportunity_id, stage_id) where used_at is null;
select audit.watch('opportunity.gate_approval');

-- Who was told that it stays too long: 1 the owner, 2 the owner's manager. Each stay is told once.
create table opportunity.overstay_notice (
    opportunity_id bigint      not null references opportunity.opportunity,
    overstay_on    date        not null,
    level          smallint    not null check (level in (1, 2)),
    told_at        timestamptz not null,
    primary key (opportunity_id, overstay_on, level)
);
