-- Departments, users, posts, roles, sessions. [A1 A2 A3 A4 A6]
create schema organization;

create table organization.department (
    id          bigint      generated always as identity primary key,
    version     integer     not null default 0,
    parent_id   bigint      references organization.department,
    name        text        not null check (name <> '' and length(name) <= 100),
    code        text        check (code <> '' and length(code) <= 50) constraint department_code_unique unique,
    leader_id   bigint,
    position    integer     not null default 0,
    archived_at timestamptz,
    created_at  timestamptz not null default now(),
    check (parent_id <> id)
);
comment on column organization.department.leader_id is 'The user who leads it (部门负责人)';
create index department_by_parent on organization.department (parent_id);

create table organization.app_user (
    id                   bigint      generated always as identity primary key,
    version              integer     not null default 0,
    username             text        not null constraint app_user_username_unique unique
                                     check (username = lower(username) and length(username) between 1 and 60),
    name                 text        not null check (name <> '' and length(name) <= 100),
    employee_number      text        check (length(employee_number) <= 50) constraint app_user_employee_number_unique unique,
    title                text        check (length(title) <= 100),
    email                text        check (length(email) <= 200),
    phone                text        check (length(phone) <= 40),
    department_id        bigint      references organization.department,
    manager_id           bigint      references organization.app_user,
    state                text        not null default 'ACTIVE' check (state in ('ACTIVE', 'INACTIVE')),
    password_hash        text,
    password_changed_at  timestamptz,
    must_change_password boolean     not null default false,
    failed_sign_ins      integer     not null default 0,
    locked_until         timestamptz,
    last_sign_in_at      timestamptz,
    language             text        check (language in ('zh', 'en')),
    preferences          jsonb       not null default '{}',
    custom               jsonb       not null default '{}',
    search               tsvector,
    created_at           timestamptz not null default now(),
    check (manager_id <> id)
);
comment on table organization.app_user is 'A person who uses, used or is named in the system; never deleted, only made inactive';
create index app_user_by_department on organization.app_user (department_id);
create index app_user_by_manager on organization.app_user (manager_id);
create index app_user_by_name on organization.app_user (name);

-- Department and leader name each other, so a restore needs to postpone one of the two checks.
alter table organization.department
    add foreign key (leader_id) references organization.app_user deferrable initially immediate;

-- A concurrent post besides the home department (兼岗).
create table organization.post (
    id            bigint generated always as identity primary key,
    user_id       bigint not null references organization.app_user,
    department_id bigint not null references organization.department,
    title         text   not null default '' check (length(title) <= 100),
    unique (user_id, department_id, title)
);
create index post_by_department on organization.post (department_id);

create table organization.role (
    id          bigint      generated always as identity primary key,
    version     integer     not null default 0,
    code        text        not null check (code ~ '^[A-Z][A-Z0-9_]*$') constraint role_code_unique unique,
    name_zh     text        not null check (name_zh <> ''),
    name_en     text        not null check (name_en <> ''),
    description text        not null default '',
    builtin     boolean     not null default false,
    created_at  timestamptz not null default now()
);
create table organization.role_permission (
    role_id    bigint not null references organization.role,
    permission text   not null,
    primary key (role_id, permission)
);
create table organization.role_scope (
    role_id        bigint   not null references organization.role,
    object         text     not null,
    kind           text     not null check (kind in ('OWN', 'OWN_AND_TEAM', 'DEPARTMENT', 'DEPARTMENT_AND_BELOW', 'DEPARTMENTS', 'ALL')),
    department_ids bigint[] not null default '{}',
    primary key (role_id, object)
);
create table organization.role_field_rule (
    role_id bigint not null references organization.role,
    object  text   not null,
    field   text   not null,
    access  text   not null check (access in ('HIDDEN', 'READ_ONLY')),
    primary key (role_id, object, field)
);
create table organization.user_role (
    user_id bigint not null references organization.app_user,
    role_id bigint not null references organization.role,
    primary key (user_id, role_id)
);
create index user_role_by_role on organization.user_role (role_id);

create table organization.session (
    id           bigint      generated always as identity primary key,
    token_hash   bytea       not null unique,
    user_id      bigint      not null references organization.app_user,
    created_at   timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    address      text        not null,
    agent        text        not null
);
create index session_by_user on organization.session (user_id, created_at desc);

create table organization.api_token (
    id           bigint      generated always as identity primary key,
    token_hash   bytea       not null unique,
    user_id      bigint      not null references organization.app_user,
    name         text        not null check (name <> '' and length(name) <= 100),
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index api_token_by_user on organization.api_token (user_id);

-- A one-time link by which a user sets a password.
create table organization.password_link (
    token_hash bytea       primary key,
    user_id    bigint      not null references organization.app_user,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at    timestamptz
);

-- One record shown to one user who would not see it else (共享). It only adds to what scope gives.
create table organization.share (
    id          bigint      generated always as identity primary key,
    record_type text        not null,
    record_id   bigint      not null,
    user_id     bigint      not null references organization.app_user,
    shared_by   bigint      not null,
    shared_at   timestamptz not null default now(),
    unique (user_id, record_type, record_id)
);
create index share_by_record on organization.share (record_type, record_id);

select audit.watch(format('organization.%I', name)::regclass)
from unnest(array ['department', 'app_user', 'post', 'role', 'role_permission', 'role_scope', 'role_field_rule',
    'user_role', 'api_token', 'password_link', 'share']) as name;
