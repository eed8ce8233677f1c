-- Chances to sell: the archive, its lines, team, contacts, stages. [D1 D2 D5 D12 D17]
set local qiji.writer = '0'; -- the system writes the dictionaries below
create schema opportunity;

-- One number for all months: unique without a lock that writers wait for.
create sequence opportunity.number_series;

create table opportunity.opportunity (
    id                    bigint         generated always as identity primary key,
    version               integer        not null default 0,
    number                text           not null constraint opportunity_number_unique unique,
    external_id           text           check (length(external_id) <= 100) constraint opportunity_external_id_unique unique,
    name                  text           not null check (name <> '' and length(name) <= 200),
    customer_id           bigint         references customer.customer,
    process_id            bigint         not null references process.process,
    stage_id              bigint         not null references process.stage,
    stage_entered_at      timestamptz    not null,
    status                text           not null default 'OPEN'
                                         check (status in ('OPEN', 'DEFERRED', 'WON', 'LOST', 'ABANDONED', 'INVALID')),
    status_at             timestamptz    not null default now(),
    owner_id              bigint         references organization.app_user,
    department_id         bigint         references organization.department,
    responsible_leader_id bigint         references organization.app_user,
    discoverer_id         bigint         references organization.app_user,
    kind                  text           not null default 'DEMAND' check (kind in ('DEMAND', 'COMPETITOR')),
    expected_amount       numeric(18, 2) check (expected_amount >= 0 and expected_amount < 1e13),
    committed_amount      numeric(18, 2) check (committed_amount >= 0 and committed_amount < 1e13),
    customer_budget       numeric(18, 2) check (customer_budget >= 0 and customer_budget < 1e13),
    contract_months       integer        check (contract_months between 1 and 600),
    line_count            integer        check (line_count between 0 and 1000000),
    expected_sign_on      date           check (expected_sign_on between '1900-01-01' and '2200-01-01'),
    expected_revenue_on   date           check (expected_revenue_on between '1900-01-01' and '2200-01-01'),
    opened_on             date           not null,
    closed_on             date,
    won_amount            numeric(18, 2) check (won_amount >= 0 and won_amount < 1e13),
    source                text,
    source_detail         text           check (length(source_detail) <= 500),
    description           text           check (length(description) <= 10000),
    need_known            boolean        not null default false,
    need_evidence         text           check (length(need_evidence) <= 2000),
    kp_known              boolean        not null default false,
    kp_evidence           text           check (length(kp_evidence) <= 2000),
    budget_known          boolean        not null default false,
    budget_evidence       text           check (length(budget_evidence) <= 2000),
    valid                 boolean        not null generated always as (need_known and kp_known and budget_known) stored,
    validity_waived_by    bigint         references organization.app_user,
    validity_waiver       text           check (length(validity_waiver) <= 2000),
    next_step             text           check (length(next_step) <= 500),
    next_step_on          date,
    wake_up_on            date,
    lost_reason           text,
    lost_to               text           check (length(lost_to) <= 200),
    loss_summary          text           check (length(loss_summary) <= 5000),
    lesson                text           check (length(lesson) <= 5000),
    prevention            text           check (length(prevention) <= 5000),
    invalid_cause         text,
    closing_note          text           check (length(closing_note) <= 5000),
    secrecy               text           not null default 'NORMAL' check (secrecy in ('NORMAL', 'INTERNAL', 'CONFIDENTIAL')),
    tags                  text[]         not null default '{}',
    custom                jsonb          not null default '{}',
    search                tsvector,
    last_follow_up_at     timestamptz,
    imported              boolean        not null default false,
    created_at            timestamptz    not null default now(),
    created_by            bigint         not null,
    valid_from            timestamptz    not null,
    changed_by            bigint         not null,
    changed_via           text           not null,
    reason                text,
    check (not need_known or need_evidence <> ''),
    check (not kp_known or kp_evidence <> ''),
    check (not budget_known or budget_evidence <> ''),
    check ((validity_waived_by is null) = (validity_waiver is null)),
    check ((status in ('OPEN', 'DEFERRED')) = (closed_on is null)),
    check (status <> 'DEFERRED' or wake_up_on is not null),
    check (status <> 'LOST' or imported or (lost_reason is not null and loss_summary is not null)),
    check (status <> 'INVALID' or invalid_cause is not null)
);
comment on table opportunity.opportunity is 'A chance to sell to a customer; never deleted';
comment on column opportunity.opportunity.expected_amount is 'Expected contract total (预计金额), yuan, tax-exclusive';
comment on column opportunity.opportunity.committed_amount is 'Committed contract total (承诺金额), yuan, tax-exclusive';
comment on column opportunity.opportunity.customer_budget is 'The customer''s budget (预算), contract total in yuan';
comment on column opportunity.opportunity.won_amount is 'Contract total when won, yuan';
comment on column opportunity.opportunity.opened_on is 'The business day on which the opportunity began; the day of entry unless imported';
comment on column opportunity.opportunity.closed_on is 'The business day on which it was won, lost, abandoned or found invalid';
comment on column opportunity.opportunity.responsible_leader_id is 'The leader who follows in person; not the owner';
-- Default order of the lists: newest first, of all, of departments, of owners.
create index opportunity_by_created on opportunity.opportunity (created_at desc, id desc);
create index opportunity_by_department on opportunity.opportunity (department_id, created_at desc, id desc);
create index opportunity_by_owner on opportunity.opportunity (owner_id, created_at desc, id desc);
-- The board and the funnel: what is open in each stage.
create index opportunity_by_stage on opportunity.opportunity (stage_id, created_at desc, id desc) where status = 'OPEN';
create index opportunity_by_customer on opportunity.opportunity (customer_id, created_at desc, id desc);
create index opportunity_by_amount on opportunity.opportunity (expected_amount desc nulls last, id desc);
create index opportunity_by_closing on opportunity.opportunity (closed_on, status) where closed_on is not null;
create index opportunity_by_next_step on opportunity.opportunity (owner_id, next_step_on) where status = 'OPEN' and next_step_on is not null;
create index opportunity_by_wake_up on opportunity.opportunity (wake_up_on) where status = 'DEFERRED';
create index opportunity_by_search on opportunity.opportunity using gin (search);

-- Every stay in a stage. Moving writes two rows at most: one ends, one begins.
create table opportunity.stage_visit (
    id             bigint      generated always as identity primary key,
    opportunity_id bigint      not null references opportunity.opportunity,
    stage_id       bigint      not null references process.stage,
    entered_at     timestamptz not null,
    left_at        timestamptz,
    entered_by     bigint      not null,
    reason         text,
    check (left_at >= entered_at)
);
create index stage_visit_by_opportunity on opportunity.stage_visit (opportunity_id, entered_at);
create unique index stage_visit_current on opportunity.stage_visit (opportunity_id) where left_at is null;
create index stage_visit_by_stage on opportunity.stage_visit (stage_id, entered_at);

create table opportunity.line (
    id               bigint         generated always as identity primary key,
    opportunity_id   bigint         not null references opportunity.opportunity,
    product_id       bigint         not null references product.product,
    position         integer        not null default 0,
    quantity         numeric(14, 3) not null check (quantity > 0),
    price            numeric(18, 2) not null check (price >= 0 and price < 1e13),
    discount_percent numeric(5, 2)  not null default 0 check (discount_percent between 0 and 100),
    note             text           check (length(note) <= 500),
    valid_from       timestamptz    not null,
    changed_by       bigint         not null,
    changed_via      text           not null,
    reason           text
);
comment on column opportunity.line.price is 'Yuan a unit before discount';
create index line_by_opportunity on opportunity.line (opportunity_id, position);
create index line_by_product on opportunity.line (product_id);

-- The virtual team (虚拟团队): membership gives sight of the opportunity. [D8 A3]
create table opportunity.member (
    id             bigint      generated always as identity primary key,
    opportunity_id bigint      not null references opportunity.opportunity,
    user_id        bigint      not null references organization.app_user,
    role           text        not null check (role in ('SALES', 'SOLUTION', 'DELIVERY', 'LEADER', 'SUPPORT', 'READER')),
    valid_from     timestamptz not null,
    changed_by     bigint      not null,
    changed_via    text        not null,
    reason         text,
    constraint member_user_unique unique (opportunity_id, user_id)
);
create index member_by_user on opportunity.member (user_id, opportunity_id);

create table opportunity.opportunity_contact (
    id             bigint      generated always as identity primary key,
    opportunity_id bigint      not null references opportunity.opportunity,
    contact_id     bigint      not null references customer.contact,
    role           text,
    valid_from     timestamptz not null,
    changed_by     bigint      not null,
    changed_via    text        not null,
    reason         text,
    constraint opportunity_contact_contact_unique unique (opportunity_id, contact_id)
);
create index opportunity_contact_by_contact on opportunity.opportunity_contact (contact_id);

-- Key actions of a stage that were done for an opportunity; taken back, they leave their trace in the twin.
create table opportunity.done_action (
    id             bigint      generated always as identity primary key,
    opportunity_id bigint      not null references opportunity.opportunity,
    stage_id       bigint      not null references process.stage,
    action         text        not null,
    valid_from     timestamptz not null,
    changed_by     bigint      not null,
    changed_via    text        not null,
    reason         text,
    constraint done_action_action_unique unique (opportunity_id, stage_id, action)
);
create index done_action_by_stage on opportunity.done_action (stage_id);

select platform.keep_versions('opportunity.opportunity', array ['search', 'version', 'last_follow_up_at']);
select platform.keep_versions('opportunity.line');
select platform.keep_versions('opportunity.member');
select platform.keep_versions('opportunity.opportunity_contact');
select platform.keep_versions('opportunity.done_action');
create index on opportunity.line_history (opportunity_id, valid_from);
create index on opportunity.member_history (opportunity_id, valid_from);
create index on opportunity.opportunity_contact_history (opportunity_id, valid_from);
create index on opportunity.done_action_history (opportunity_id, valid_from);
select audit.watch(format('opportunity.%I', name)::regclass)
from unnest(array ['opportunity', 'line', 'member', 'opportunity_contact', 'done_action']) as name;

insert into records.dictionary (code, label_zh, label_en) values
    ('opportunity-source', '商机来源', 'Source'),
    ('lost-reason', '失败原因', 'Reason for loss'),
    ('invalid-cause', '作废原因', 'Cause of invalidity');
-- C1, first level and second.
insert into records.dictionary_entry (dictionary_code, position, code, label_zh, label_en, parent_code) values
    ('opportunity-source', 1, 'ACCOUNT_MANAGER', '客户经理上报', 'Account manager', null),
    ('opportunity-source', 2, 'LEADER', '领导指派', 'Assigned by a leader', null),
    ('opportunity-source', 3, 'PARTNER', '合作伙伴', 'Partner', null),
    ('opportunity-source', 4, 'RESEARCH', '市场调研', 'Market research', null),
    ('opportunity-source', 5, 'REFERRAL', '客户推荐', 'Referral', null),
    ('opportunity-source', 6, 'INQUIRY', '客户咨询', 'Inquiry', null),
    ('opportunity-source', 7, 'NEED_CHANGE', '客户需求变化', 'Changed need', null),
    ('opportunity-source', 8, 'ONLINE', '网络营销', 'Online marketing', null),
    ('opportunity-source', 9, 'EVENT', '线下活动', 'Event', null),
    ('opportunity-source', 10, 'SOCIAL', '社交媒体', 'Social media', null),
    ('opportunity-source', 11, 'TENDER', '招投标公告', 'Tender notice', null),
    ('opportunity-source', 12, 'POLICY', '行业政策', 'Industry policy', null),
    ('opportunity-source', 13, 'INNOVATION', '技术创新', 'Innovation', null),
    ('opportunity-source', 14, 'COMPETITOR', '竞争对手动态', 'Competitor movement', null),
    ('lost-reason', 1, 'PRICE', '价格', 'Price', null),
    ('lost-reason', 2, 'PRICE_TOO_HIGH', '报价过高', 'Our price was too high', 'PRICE'),
    ('lost-reason', 3, 'PRICE_BUDGET', '客户预算不足', 'Budget too small', 'PRICE'),
    ('lost-reason', 4, 'PRODUCT', '产品与方案', 'Product and solution', null),
    ('lost-reason', 5, 'PRODUCT_FUNCTION', '功能不满足', 'Functions missing', 'PRODUCT'),
    ('lost-reason', 6, 'PRODUCT_DELIVERY', '交付周期过长', 'Delivery too slow', 'PRODUCT'),
    ('lost-reason', 7, 'COMPETITION', '竞争', 'Competition', null),
    ('lost-reason', 8, 'COMPETITION_INCUMBENT', '对手为在位供应商', 'Incumbent supplier', 'COMPETITION'),
    ('lost-reason', 9, 'COMPETITION_RELATION', '对手客情更深', 'Better relations', 'COMPETITION'),
    ('lost-reason', 10, 'CUSTOMER', '客户原因', 'Customer', null),
    ('lost-reason', 11, 'CUSTOMER_CANCELLED', '项目取消', 'Project cancelled', 'CUSTOMER'),
    ('lost-reason', 12, 'CUSTOMER_POSTPONED', '项目搁置', 'Project shelved', 'CUSTOMER'),
    ('lost-reason', 13, 'OURSELVES', '我方原因', 'Ourselves', null),
    ('lost-reason', 14, 'OURSELVES_FOLLOW_UP', '跟进不及时', 'Followed up too late', 'OURSELVES'),
    ('lost-reason', 15, 'IMPORTED', '历史数据未注明', 'Not stated in imported data', null),
    ('invalid-cause', 1, 'DUPLICATE', '重复', 'Duplicate', null),
    ('invalid-cause', 2, 'WRONG', '录入错误', 'Entered wrongly', null),
    ('invalid-cause', 3, 'EXPIRED', '过期失效', 'Expired', null),
    ('invalid-cause', 4, 'OTHER', '其他', 'Other', null);
