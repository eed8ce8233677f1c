-- Customers and the people there. [B1 B2 B7]
set local qiji.writer = '0'; -- the system writes the dictionaries below
create schema customer;

create table customer.customer (
    id               bigint         generated always as identity primary key,
    version          integer        not null default 0,
    name             text           not null check (name <> '' and length(name) <= 200),
    normalized_name  text           not null,
    external_id      text           check (length(external_id) <= 100) constraint customer_external_id_unique unique,
    credit_code      text           check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    industry         text,
    region           text           check (length(region) <= 100),
    address          text           check (length(address) <= 500),
    website          text           check (length(website) <= 300),
    size             text,
    employee_count   integer        check (employee_count >= 0),
    annual_revenue   numeric(18, 2) check (annual_revenue >= 0),
    founded_year     integer        check (founded_year between 1000 and 2100),
    level            text,
    management_level text,
    source           text,
    parent_id        bigint         references customer.customer check (parent_id <> id),
    owner_id         bigint         references organization.app_user,
    department_id    bigint         references organization.department,
    description      text           check (length(description) <= 5000),
    tags             text[]         not null default '{}',
    custom           jsonb          not null default '{}',
    search           tsvector,
    imported         boolean        not null default false,
    archived_at      timestamptz,
    created_at       timestamptz    not null default now(),
    created_by       bigint         not null,
    valid_from       timestamptz    not null,
    changed_by       bigint         not null,
    changed_via      text           not null,
    reason           text
);
comment on table customer.customer is 'A company or authority that we sell to; never deleted, only archived';
comment on column customer.customer.credit_code is 'Unified social credit code (统一社会信用代码), GB 32100 check digit verified by the application';
comment on column customer.customer.normalized_name is 'The name without width, case, legal form and region: equal for likely duplicates';
comment on column customer.customer.annual_revenue is 'Yuan a year';
-- One living customer a credit code; an archived or merged one may keep it.
create unique index customer_credit_code_unique on customer.customer (credit_code) where archived_at is null;
create index customer_by_owner on customer.customer (owner_id, created_at desc, id desc);
create index customer_by_department on customer.customer (department_id, created_at desc, id desc);
create index customer_by_created on customer.customer (created_at desc, id desc);
create index customer_by_name on customer.customer (name, id);
create index customer_by_normalized_name on customer.customer (normalized_name);
create index customer_by_parent on customer.customer (parent_id) where parent_id is not null;
create index customer_by_search on customer.customer using gin (search);

create table customer.contact (
    id              bigint      generated always as identity primary key,
    version         integer     not null default 0,
    customer_id     bigint      not null references customer.customer,
    name            text        not null check (name <> '' and length(name) <= 100),
    external_id     text        check (length(external_id) <= 100) constraint contact_external_id_unique unique,
    department_name text        check (length(department_name) <= 100),
    title           text        check (length(title) <= 100),
    role            text,
    attitude        text,
    influence       integer     check (influence between 1 and 5),
    reports_to_id   bigint      references customer.contact check (reports_to_id <> id),
    phone_cipher    bytea,
    phone_hash      bytea,
    phone_end_hash  bytea,
    email_cipher    bytea,
    email_hash      bytea,
    description     text        check (length(description) <= 5000),
    custom          jsonb       not null default '{}',
    search          tsvector,
    archived_at     timestamptz,
    created_at      timestamptz not null default now(),
    created_by      bigint      not null,
    valid_from      timestamptz not null,
    changed_by      bigint      not null,
    changed_via     text        not null,
    reason          text
);
comment on column customer.contact.phone_cipher is 'The number, encrypted; phone_hash and phone_end_hash (last four digits) are keyed hashes to find it by';
comment on column customer.contact.influence is '1 (little) to 5 (decides)';
create index contact_by_customer on customer.contact (customer_id, id);
create index contact_by_created on customer.contact (created_at desc, id desc);
create index contact_by_phone on customer.contact (phone_hash) where phone_hash is not null;
create index contact_by_phone_end on customer.contact (phone_end_hash) where phone_end_hash is not null;
create index contact_by_email on customer.contact (email_hash) where email_hash is not null;
create index contact_by_search on customer.contact using gin (search);

select platform.keep_versions('customer.customer', array ['search', 'version', 'normalized_name']);
select platform.keep_versions('customer.contact', array ['search', 'version']);
select audit.watch('customer.customer'), audit.watch('customer.contact');

insert into records.dictionary (code, label_zh, label_en) values
    ('industry', '行业', 'Industry'),
    ('customer-level', '客户级别', 'Customer level'),
    ('customer-size', '客户规模', 'Customer size'),
    ('customer-source', '客户来源', 'Customer source'),
    ('customer-management-level', '客户管理级别', 'Customer management level'),
    ('contact-role', '决策角色', 'Decision role'),
    ('contact-attitude', '态度', 'Attitude');
insert into records.dictionary_entry (dictionary_code, position, code, label_zh, label_en) values
    -- The sections of GB/T 4754-2017.
    ('industry', 1, 'A', '农、林、牧、渔业', 'Agriculture, forestry, husbandry, fishery'),
    ('industry', 2, 'B', '采矿业', 'Mining'),
    ('industry', 3, 'C', '制造业', 'Manufacturing'),
    ('industry', 4, 'D', '电力、热力、燃气及水生产和供应业', 'Power, heat, gas and water supply'),
    ('industry', 5, 'E', '建筑业', 'Construction'),
    ('industry', 6, 'F', '批发和零售业', 'Wholesale and retail'),
    ('industry', 7, 'G', '交通运输、仓储和邮政业', 'Transport, storage and post'),
    ('industry', 8, 'H', '住宿和餐饮业', 'Hotels and catering'),
    ('industry', 9, 'I', '信息传输、软件和信息技术服务业', 'Information, software and IT services'),
    ('industry', 10, 'J', '金融业', 'Finance'),
    ('industry', 11, 'K', '房地产业', 'Real estate'),
    ('industry', 12, 'L', '租赁和商务服务业', 'Leasing and business services'),
    ('industry', 13, 'M', '科学研究和技术服务业', 'Research and technical services'),
    ('industry', 14, 'N', '水利、环境和公共设施管理业', 'Water, environment and public facilities'),
    ('industry', 15, 'O', '居民服务、修理和其他服务业', 'Resident, repair and other services'),
    ('industry', 16, 'P', '教育', 'Education'),
    ('industry', 17, 'Q', '卫生和社会工作', 'Health and social work'),
    ('industry', 18, 'R', '文化、体育和娱乐业', 'Culture, sports and entertainment'),
    ('industry', 19, 'S', '公共管理、社会保障和社会组织', 'Public administration and social organisations'),
    ('industry', 20, 'T', '国际组织', 'International organisations'),
    ('customer-level', 1, 'KEY', '战略客户', 'Key'),
    ('customer-level', 2, 'IMPORTANT', '重要客户', 'Important'),
    ('customer-level', 3, 'ORDINARY', '一般客户', 'Ordinary'),
    ('customer-size', 1, 'LARGE', '大型', 'Large'),
    ('customer-size', 2, 'MEDIUM', '中型', 'Medium'),
    ('customer-size', 3, 'SMALL', '小型', 'Small'),
    ('customer-size', 4, 'MICRO', '微型', 'Micro'),
    ('customer-source', 1, 'OWN', '自行开发', 'Own development'),
    ('customer-source', 2, 'REFERRAL', '客户推荐', 'Referral'),
    ('customer-source', 3, 'PARTNER', '合作伙伴', 'Partner'),
    ('customer-source', 4, 'MARKETING', '市场活动', 'Marketing'),
    ('customer-source', 5, 'IMPORT', '数据导入', 'Import'),
    ('customer-management-level', 1, 'PROVINCE', '省管', 'Province'),
    ('customer-management-level', 2, 'CITY', '地市', 'City'),
    ('customer-management-level', 3, 'OTHER', '其他', 'Other'),
    ('contact-role', 1, 'KP', '决策者 KP', 'Decision maker'),
    ('contact-role', 2, 'USER', '使用者', 'User'),
    ('contact-role', 3, 'EXPERT', '技术专家', 'Technical expert'),
    ('contact-role', 4, 'BUYER', '采购', 'Purchasing'),
    ('contact-role', 5, 'COACH', '线人', 'Coach'),
    ('contact-role', 6, 'INFLUENCER', '影响者', 'Influencer'),
    ('contact-attitude', 1, 'SUPPORTER', '支持', 'Supports us'),
    ('contact-attitude', 2, 'NEUTRAL', '中立', 'Neutral'),
    ('contact-attitude', 3, 'OPPONENT', '反对', 'Against us');
