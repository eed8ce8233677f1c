-- Grade and assessment are confirmed in one flow, before the stage that asks for it is entered; the assessment names who
-- follows it and with what. [D9 S8 S9 S18]
set local qiji.writer = '0';

alter table opportunity.assessment
    add column with_grade boolean not null default false,
    add column named jsonb;
comment on column opportunity.assessment.with_grade is 'Sent to be decided with the grade, by one request';
comment on column opportunity.assessment.named is 'Whom it names to follow, and with what: followers and support; null where nobody was named';
select platform.keep_versions('opportunity.assessment', array ['version']);

alter table opportunity.gate_waiver
    drop constraint gate_waiver_kind_check,
    add constraint gate_waiver_kind_check check (kind in
        ('FIELD', 'KEY_ACTION', 'DOCUMENT', 'EVIDENCE', 'ACTIVITY', 'APPROVAL', 'SCORE', 'CONFIRMATION'));
