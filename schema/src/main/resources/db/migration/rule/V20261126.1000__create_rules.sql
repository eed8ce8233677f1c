-- Rules that are data: editions with an effective day, by department, and what a draft would have changed. [X7 S10]
create schema rule;

-- One rule of one department, or of headquarters, where department_id is null.
create table rule.rule (
    id            bigint      generated always as identity primary key,
    version       integer     not null default 0,
    kind          text        not null check (kind ~ '^[a-z][a-z0-9-]{1,39}$'),
    department_id bigint      references organization.department,
    locked        boolean     not null default false,
    created_at    timestamptz not null default now(),
    constraint rule_department_unique unique nulls not distinct (kind, department_id),
    check (not locked or department_id is null)
);
comment on column rule.rule.locked is 'Headquarters'' rule holds everywhere, whatever departments have';
comment on column rule.rule.version is 'Raised by every change of the rule or of one of its editions';

create table rule.edition (
    id             bigint      generated always as identity primary key,
    rule_id        bigint      not null references rule.rule,
    number         integer     check (number >= 1),
    state          text        not null default 'DRAFT' check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    body           jsonb,
    effective_from date        check (effective_from between '1900-01-01' and '2200-01-01'),
    reason         text        check (length(reason) <= 1000),
    published_by   bigint,
    published_at   timestamptz,
    withdrawn_by   bigint,
    withdrawn_at   timestamptz,
    created_by     bigint      not null,
    created_at     timestamptz not null default now(),
    unique (rule_id, number),
    check (state <> 'PUBLISHED' or number is not null),
    check ((number is null) = (effective_from is null)),
    check ((number is null) = (published_by is null)),
    check ((number is null) = (published_at is null)),
    check (number is null or reason <> ''),
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null)),
    check ((withdrawn_by is null) = (withdrawn_at is null))
);
comment on column rule.edition.body is 'What the rule says, in the form of its kind; null to follow the department above again, or what was shipped';
comment on column rule.edition.number is 'Counted by rule as editions are published; null for a draft, or a draft that was put away';
-- The editions of a rule in force: few, read as a whole.
create index edition_by_rule on rule.edition (rule_id, effective_from desc);

-- What was published stays as it was; only that it was withdrawn before its day is added.
create function rule.keep_published() returns trigger language plpgsql as $$
begin
    if old.number is not null and (tg_op = 'DELETE'
        or (new.rule_id, new.number, new.body, new.effective_from, new.reason, new.published_by, new.published_at,
            new.created_by, new.created_at)
            is distinct from (old.rule_id, old.number, old.body, old.effective_from, old.reason, old.published_by,
            old.published_at, old.created_by, old.created_at)
        or (old.state = 'WITHDRAWN' and new is distinct from old)
        or new.state = 'DRAFT') then
        raise exception 'edition % was published: it never changes', old.id using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger keep_published before update or delete on rule.edition for each row execute function rule.keep_published();

-- One run of a draft over days gone by. Kept as it came out; the records are named anew by what their reader may see.
create table rule.trial (
    id          bigint      generated always as identity primary key,
    rule_id     bigint      not null references rule.rule,
    edition_id  bigint      not null references rule.edition,
    body        jsonb,
    from_day    date        not null,
    to_day      date        not null,
    job_id      bigint,
    result      jsonb,
    started_by  bigint      not null,
    started_at  timestamptz not null default now(),
    finished_at timestamptz,
    check (from_day <= to_day),
    check ((result is null) = (finished_at is null))
);
comment on column rule.trial.body is 'What the draft said when it was tried: it may have changed since';
comment on column rule.trial.to_day is 'The last day, included';
create index trial_by_starter on rule.trial (rule_id, started_by, started_at desc);

select audit.watch('rule.rule'), audit.watch('rule.edition');
