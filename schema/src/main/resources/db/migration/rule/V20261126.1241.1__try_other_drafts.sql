-- Drafts of what is no rule but has editions of its own (a sales process) are tried as rules are. [X7 D5]
alter table rule.trial
    alter column rule_id drop not null,
    alter column edition_id drop not null,
    add column kind text check (kind ~ '^[a-z][a-z0-9-]{1,39}$'),
    add column subject_id bigint,
    add check ((rule_id is null) = (edition_id is null)),
    add check ((rule_id is null) = (kind is not null)),
    add check ((kind is null) = (subject_id is null)),
    add check (kind is null or body is not null);
comment on column rule.trial.kind is 'What the draft is of, where it is no rule';
comment on column rule.trial.subject_id is 'Which one of that kind';
create index trial_of_draft on rule.trial (kind, subject_id, started_by, started_at desc) where kind is not null;
