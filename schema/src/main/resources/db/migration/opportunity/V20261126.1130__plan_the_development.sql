-- What is done by whom and when to develop an opportunity, with what, and by which strategy. [D7]
set local qiji.writer = '0';

create table opportunity.plan (
    id             bigint      generated always as identity primary key,
    opportunity_id bigint      not null references opportunity.opportunity constraint plan_opportunity_unique unique,
    version        integer     not null default 0,
    positioning    text        check (length(positioning) <= 5000),
    channel        text        check (length(channel) <= 5000),
    price          text        check (length(price) <= 5000),
    baseline_at    timestamptz,
    valid_from     timestamptz not null,
    changed_by     bigint      not null,
    changed_via    text        not null,
    reason         text
);
comment on column opportunity.plan.baseline_at is 'When the dates were taken that slips are measured against; null while there are none';
select platform.keep_versions('opportunity.plan', array ['version']);
create index on opportunity.plan_history (opportunity_id, valid_from);
select audit.watch('opportunity.plan');

create table opportunity.plan_item (
    id             bigint      generated always as identity primary key,
    opportunity_id bigint      not null references opportunity.opportunity,
    version        integer     not null default 0,
    kind           text        not null check (kind in ('MILESTONE', 'STEP')),
    title          text        not null check (title <> '' and length(title) <= 200),
    assignee_id    bigint      references organization.app_user,
    starts_on      date        not null,
    ends_on        date        not null,
    base_starts_on date,
    base_ends_on   date,
    done_on        date,
    depends_on     bigint,
    valid_from     timestamptz not null,
    changed_by     bigint      not null,
    changed_via    text        not null,
    reason         text,
    check (ends_on >= starts_on),
    check (kind = 'STEP' or starts_on = ends_on),
    check ((base_starts_on is null) = (base_ends_on is null)),
    constraint plan_item_whole unique (opportunity_id, id),
    constraint plan_item_predecessor foreign key (opportunity_id, depends_on) references opportunity.plan_item (opportunity_id, id)
);
comment on table opportunity.plan_item is 'A step or a milestone of a development plan; deleted when it is no longer planned, its versions stay';
comment on column opportunity.plan_item.depends_on is 'What must be done before, of the same plan: begins no earlier than the day after its end, a milestone no earlier than its end';
-- A leaver's open items.
create index plan_item_by_assignee on opportunity.plan_item (assignee_id, id) where done_on is null;
create index plan_item_by_predecessor on opportunity.plan_item (depends_on) where depends_on is not null;
select platform.keep_versions('opportunity.plan_item', array ['version']);
create index on opportunity.plan_item_history (opportunity_id, valid_from);
select audit.watch('opportunity.plan_item');

create table opportunity.plan_resource (
    id             bigint         generated always as identity primary key,
    opportunity_id bigint         not null references opportunity.opportunity,
    place          integer        not null,
    kind           text           not null check (kind in ('PEOPLE', 'EQUIPMENT', 'MONEY', 'PARTNER', 'OTHER')),
    name           text           not null check (name <> '' and length(name) <= 200),
    quantity       numeric(18, 2) check (quantity >= 0),
    unit           text           check (length(unit) <= 20),
    needed_on      date,
    valid_from     timestamptz    not null,
    changed_by     bigint         not null,
    changed_via    text           not null,
    reason         text,
    constraint plan_resource_place_unique unique (opportunity_id, place)
);
comment on column opportunity.plan_resource.quantity is 'In its unit; of money in yuan';
select platform.keep_versions('opportunity.plan_resource', array ['place']);
create index on opportunity.plan_resource_history (opportunity_id, valid_from);
select audit.watch('opportunity.plan_resource');
